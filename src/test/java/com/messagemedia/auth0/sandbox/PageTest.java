package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.testing.PageClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files and who may ask for them. */
class PageTest {

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,            text/html; charset=utf-8",
        "/ui/page.css, text/css; charset=utf-8",
        "/ui/page.js,  text/javascript; charset=utf-8",
        "/ui/icon.svg, image/svg+xml"
    })
    void fileHasItsTypeAndTheStrictPolicy(String path, String type) {
        HttpResponse<String> reply = Caller.anonymous(sandbox).get(path);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains(type);
        assertProtected(reply);
        assertThat(reply.body().replace("http://www.w3.org/2000/svg", "").replace("http://127.0.0.1", ""))
                .doesNotContain("//cdn", "http:", "https:");
    }

    private static void assertProtected(HttpResponse<String> reply) {
        assertThat(reply.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                        + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(reply.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void pageHasNoScriptOrStyleOfItsOwn() {
        String page = Caller.anonymous(sandbox).get("/").body();
        assertThat(page)
                .contains("<script src=\"ui/page.js\" defer></script>")
                .doesNotContain("<style", "style=", "onclick", "onload", "javascript:")
                .containsOnlyOnce("<script");
    }

    @Test
    void scriptMakesTextsTextAndNeverMarkup() {
        assertThat(Caller.anonymous(sandbox).get("/ui/page.js").body())
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser");
    }

    @Test
    void requestsOfThePageAreNoRequestsToTheTenant() {
        Caller.anonymous(sandbox).get("/");
        Caller.anonymous(sandbox).get("/ui/page.js");
        PageClient.shown(sandbox);
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /ui/,                       404",
        "GET,    /ui/page.html,              404",
        "GET,    /ui/../page.css,            404",
        "GET,    /ui/%2e%2e/StateFile.class, 404",
        "GET,    /ui/page.css/,              404",
        "GET,    /ui/page.js%00,             404",
        "POST,   /,                          405",
        "DELETE, /ui/page.css,               405",
        "POST,   /ui/events,                 405",
        "HEAD,   /ui/events,                 405",
        "GET,    /ui/buttons/start-over,     405",
        "HEAD,   /ui/page.css,               200",
    })
    void otherRequestIsRefused(String method, String path, int status) {
        HttpResponse<String> reply = Caller.anonymous(sandbox).send(method, path, "");
        assertThat(reply.statusCode()).isEqualTo(status);
        assertProtected(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-button", "edit-code", "../start-over", "START-OVER", "%3Cscript%3E", ""})
    void buttonThatIsNotThereChangesNothing(String id) {
        assertThat(PageClient.press(sandbox, id)).isIn(404, 409);
        assertThat(sandbox.tenant().connections())
                .isEqualTo(StartingTenant.OLDER.state().items(TenantPart.CONNECTIONS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Origin: http://evil.example\r\n",
                "Origin: null\r\n",
                "Origin: http://127.0.0.1:1\r\n",
                "Origin: https://127.0.0.1:{port}\r\n",
                "Origin: http://localhost:{port}\r\n",
                "Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: cross-site\r\n"
            })
    void onlyThePageItselfPressesButtons(String headers) throws IOException {
        assertThat(raw("POST /ui/buttons/edit-template", "127.0.0.1:{port}", headers))
                .startsWith("HTTP/1.1 403 ")
                .endsWith("Only the sandbox's own page can press a button.");
        assertThat(sandbox.tenant().connections())
                .isEqualTo(StartingTenant.OLDER.state().items(TenantPart.CONNECTIONS));
    }

    @Test
    void pageItselfPressesButtonsUnderEitherName() throws IOException {
        assertThat(raw("POST /ui/buttons/edit-template", "127.0.0.1:{port}", "Origin: http://127.0.0.1:{port}\r\n"))
                .startsWith("HTTP/1.1 204 ");
        assertThat(raw("POST /ui/buttons/edit-template", "localhost:{port}", "Origin: http://localhost:{port}\r\n"))
                .startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /ui/page.js", "GET /ui/events", "POST /ui/buttons/start-over"})
    void anotherNameGetsNothing(String request) throws IOException {
        assertThat(raw(request, "evil.example", "Origin: http://evil.example\r\n"))
                .startsWith("HTTP/1.1 421 ")
                .endsWith("The sandbox answers only requests to 127.0.0.1 and localhost.");
    }

    @Test
    void pageOfAnotherMachineReadsNoEvents() throws IOException {
        assertThat(raw("GET /ui/events", "127.0.0.1:{port}", "Origin: http://evil.example\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(raw("GET /ui/events", "127.0.0.1:{port}", "Sec-Fetch-Site: cross-site\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void pageOfAnotherMachineReachesNoRouteOfTheTenant() throws IOException {
        String body = "{\"client_id\":\"a\"}";
        String request = "Content-Length: " + body.length() + "\r\nOrigin: https://evil.example\r\n";
        assertThat(raw("POST /passwordless/start", "127.0.0.1:{port}", request, body))
                .startsWith("HTTP/1.1 403 ")
                .endsWith("\"message\":\"The sandbox answers no page of another machine.\"}");
        assertThat(raw("GET /sandbox/inbox", "127.0.0.1:{port}", "Origin: http://localhost:3000\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    private String raw(String request, String host, String headers) throws IOException {
        return raw(request, host, headers, "");
    }

    /** The whole answer to a request; the JDK's client would not send another Host. */
    private String raw(String request, String host, String headers, String body) throws IOException {
        int port = sandbox.address().url().getPort();
        String length = headers.contains("Content-Length") ? "" : "Content-Length: 0\r\n";
        String text = (request + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + length + "Connection: close\r\n\r\n")
                .replace("{port}", Integer.toString(port));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((text + body).getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
