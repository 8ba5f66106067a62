package com.messagemedia.auth0.messagemedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.connection.SandboxCredentials;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.messagemedia.CredentialCheck.Verdict;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of MessageMedia's answers. */
class MessageMediaClientTest {

    private static final HttpSettings HTTP =
            new HttpSettings("messagemedia-maven-plugin/1.0.0", Duration.ofSeconds(5), Optional.empty(), List.of());

    private static MessageMediaClient client(URI base, String secret) {
        return MessageMediaClient.open(base, new Secret(SandboxCredentials.API_KEY), new Secret(secret), HTTP);
    }

    @Test
    void theSandboxTellsRightFromWrong() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());
                MessageMediaClient right = client(sandbox.address().url(), SandboxCredentials.API_SECRET);
                MessageMediaClient wrong = client(sandbox.address().url(), "another")) {
            AccountAnswer answer = right.ask();
            assertThat(answer.check()).isEqualTo(new CredentialCheck(Verdict.ACCEPTED, "MessageMedia takes them"));
            assertThat(answer.complete()).isTrue();
            assertThat(answer.senders().orElseThrow())
                    .contains(new SenderAddress("61491570158", "EXPIRED", "2026-01-01", List.of("AU")))
                    .hasSize(4);
            assertThat(wrong.ask())
                    .isEqualTo(new AccountAnswer(
                            new CredentialCheck(Verdict.REFUSED, "MessageMedia answered 401"),
                            Optional.empty(),
                            false));
            assertThat(sandbox.inbox()).isEmpty();
            assertThat(sandbox.requests()).allMatch(request -> request.method().equals("GET"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {'message':'Resource not found.'} | ACCEPTED",
                "404 | {} | INCONCLUSIVE",
                "404 | <html>not here</html> | INCONCLUSIVE",
                "401 | {'message':'Invalid authentication credentials'} | REFUSED",
                "401 | nothing | REFUSED",
                "403 | {'message':'Invalid authentication credentials'} | REFUSED",
                "403 | {'message':'Forbidden'} | INCONCLUSIVE",
                "400 | {'message':'x'} | INCONCLUSIVE",
                "429 | {} | INCONCLUSIVE",
                "302 | {} | INCONCLUSIVE",
                "503 | {} | INCONCLUSIVE",
                "200 | {'status':'delivered'} | ACCEPTED"
            })
    void onlyAClearAnswerIsOne(int status, String body, Verdict verdict) throws IOException {
        HttpServer server = answering(status, body.replace('\'', '"'), new ArrayList<>());
        try (MessageMediaClient client = client(base(server), "secret")) {
            assertThat(client.ask().check().verdict()).isEqualTo(verdict);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyThereIsInconclusive() throws IOException {
        HttpServer server = answering(200, "{}", new ArrayList<>());
        URI base = base(server);
        server.stop(0);
        try (MessageMediaClient client = client(base, "secret")) {
            assertThat(client.ask().check())
                    .isEqualTo(new CredentialCheck(Verdict.INCONCLUSIVE, "127.0.0.1 cannot be reached"));
            assertThat(client.senders("61491570156")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"200, ACCEPTED", "401, INCONCLUSIVE", "403, ACCEPTED", "500, ACCEPTED"})
    void aMessageThatIsNotFoundIsNoProofWhereTheSendersAreRefused(int status, Verdict verdict) throws IOException {
        HttpServer server = answering(404, "{\"message\":\"Resource not found.\"}", new ArrayList<>());
        server.createContext("/v1/messaging/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        try (MessageMediaClient client = client(base(server), "secret")) {
            assertThat(client.ask().check().verdict()).isEqualTo(verdict);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void ofALongListOnePageIsReadAndThenTheSenderAskedFor() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer server = answering(
                200, "{\"data\":[{\"sender_address\":\"AcmeLogin\"}],\"pagination\":{\"next_token\":\"more\"}}", asked);
        try (MessageMediaClient client = client(base(server), "secret")) {
            AccountAnswer answer = client.ask();
            assertThat(answer.complete()).isFalse();
            assertThat(answer.senders().orElseThrow()).hasSize(1);
            client.senders("61491570156");
            assertThat(asked)
                    .hasSize(3)
                    .endsWith(
                            "/v1/messaging/numbers/sender_address/addresses?page_size=100",
                            "/v1/messaging/numbers/sender_address/addresses?page_size=100&sender_address=61491570156");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aSenderIsTheSameWhateverItsSpelling() {
        SenderAddress number = new SenderAddress("61491570156", "APPROVED", "", List.of());
        assertThat(number.is("+61491570156")).isTrue();
        assertThat(number.is("+61491570157")).isFalse();
        SenderAddress name = new SenderAddress("AcmeLogin", "", "", List.of());
        assertThat(name.is("ACMElogin")).isTrue();
        assertThat(name.is("")).isFalse();
        assertThat(new SenderAddress("Acme61", "", "", List.of()).is("+61")).isFalse();
    }

    private static HttpServer answering(int status, String body, List<String> asked) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI base(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
