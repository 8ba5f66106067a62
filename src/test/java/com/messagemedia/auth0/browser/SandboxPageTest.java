package com.messagemedia.auth0.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a newcomer sees at the sandbox's root, and does there. */
@InBrowser
class SandboxPageTest {

    private static final String HOSTILE =
            "<img src=x onerror=\"document.title='broken into'\"><script>alert(1)</script>";

    private Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void restart(SandboxSettings settings) {
        sandbox.close();
        sandbox = Sandbox.start(settings);
    }

    private HttpResponse<String> send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(sandbox.address().url().resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + SandboxCredentials.TOKEN)
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> patch(String options) {
        return send("PATCH", "/api/v2/connections/" + Colleague.SMS, "{\"options\":" + options + "}");
    }

    private static String sending(String template) {
        return """
                {"provider": "sms_gateway", "gateway_url": "https://auth0-api.messagemedia.com/messages",
                 "from": "+61491570156", "template": "%s", "syntax": "md_with_macros",
                 "gateway_authentication": {"method": "bearer", "subject": "%s", "audience": "%s",
                   "secret": "MessageMedia", "secret_base64_encoded": false}}
                """.formatted(template, SandboxCredentials.API_KEY, SandboxCredentials.API_SECRET);
    }

    private void startLogin() {
        String start = "{\"client_id\":\"sandboxWebClient0000000000000000\",\"connection\":\"sms\","
                + "\"phone_number\":\"+61491570006\",\"send\":\"code\"}";
        assertThat(send("POST", "/passwordless/start", start).statusCode()).isEqualTo(200);
    }

    private void open(Browser browser, Look look) {
        browser.open(sandbox.address().url(), look);
        browser.await("#status[data-state=open]");
    }

    /** Nothing elsewhere, no error, nothing that somebody cannot use. */
    private static void isSound(Browser browser) {
        assertThat(browser.title()).isEqualTo("MessageMedia sandbox");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.tooWide()).isZero();
    }

    private static void press(Browser browser, String button) {
        browser.click("[data-button=" + button + "]");
        browser.until(here -> browser.text("#result").startsWith("Done: "));
    }

    private static String mark(Browser browser, String path) {
        return browser.attribute("#tenant [data-path='" + path + "']", "data-mark");
    }

    @Test
    void aMessageArrivesByItself(Browser browser) {
        patch(sending("Your code is @@password@@"));
        open(browser, Look.DESK);
        assertThat(browser.shows("#no-messages")).isTrue();
        startLogin();
        assertThat(browser.text(".message"))
                .contains("From +61491570156 to +61491570006")
                .containsPattern("Your code is [0-9]{6}");
        assertThat(browser.shows("#no-messages")).isFalse();
        isSound(browser);
    }

    @Test
    void whatTheLastRequestChangedIsMarked(Browser browser) {
        patch(sending("Your code is @@password@@"));
        open(browser, Look.DESK);
        patch(sending("New: @@password@@").replace("\"syntax\": \"md_with_macros\",", "\"forward_req_info\": true,"));
        String change = "template ~ changed Your code is @@password@@ → New: @@password@@";
        browser.until(here -> browser.text("[data-path='template']").equals(change));
        assertThat(mark(browser, "forward_req_info")).isEqualTo("added");
        assertThat(mark(browser, "syntax")).isEqualTo("removed");
        assertThat(mark(browser, "from")).isEmpty();
        assertThat(browser.text("#last-change")).contains("by PATCH /api/v2/connections/");
        // The page hears of the change first, then of the request that made it.
        browser.until(here -> browser.text(".request summary").contains("changed 3 values"));
        assertThat(browser.text(".request summary")).contains("200 PATCH");
        browser.click(".request summary");
        assertThat(browser.text(".request .sent")).contains("New: @@password@@");
        assertThat(browser.text()).doesNotContain(SandboxCredentials.API_SECRET, SandboxCredentials.TOKEN);
        isSound(browser);
    }

    @Test
    void aColleagueAndAFaultAreAPressAway(Browser browser) {
        patch(sending("Your code is @@password@@"));
        open(browser, Look.DESK);
        press(browser, "edit-template");
        browser.await("[data-path='template'][data-mark=changed]");
        assertThat(browser.text("#last-change")).contains("by a colleague");
        press(browser, "rate-limit");
        browser.await("[data-button=rate-limit][aria-disabled=true]");
        assertThat(send("GET", "/api/v2/connections", "").statusCode()).isEqualTo(429);
        browser.await("[data-button=rate-limit][aria-disabled=false]");
        browser.await(".request[data-status='429'][data-fault=true]");
        isSound(browser);
    }

    /** Each button can be reached with the tab key alone, and shows where one is. */
    @Test
    void theKeyboardIsEnough(Browser browser) {
        patch(sending("Your code is @@password@@"));
        open(browser, Look.PHONE);
        focus(browser, element -> "edit-template".equals(element.getDomAttribute("data-button")));
        assertThat(browser.focused().getCssValue("outline-style")).isEqualTo("solid");
        browser.press(Keys.ENTER);
        browser.await("[data-path='template'][data-mark=changed]");
        assertThat(browser.focused().getDomAttribute("data-button")).isEqualTo("edit-template");
        focus(browser, element -> element.getTagName().equals("summary"));
        browser.press(Keys.SPACE);
        browser.await("details[open]");
    }

    private static void focus(Browser browser, Predicate<WebElement> wanted) {
        for (int step = 0; step < 60 && !wanted.test(browser.focused()); step++) {
            browser.press(Keys.TAB);
        }
        assertThat(browser.focused()).matches(wanted);
    }

    @Test
    void whatIsHostileStaysText(Browser browser) {
        patch(sending("Your code is @@password@@"));
        Colleague colleague = new Colleague(sandbox);
        open(browser, Look.PHONE);
        colleague.sets("template", Value.of(HOSTILE + " @@password@@"));
        colleague.edits(options -> options.with(FieldPath.of(HOSTILE), Value.of("javascript:alert(1)")));
        startLogin();
        assertThat(browser.text(".message p")).startsWith(HOSTILE);
        browser.until(here -> browser.text("#tenant").contains("javascript:alert(1)"));
        assertThat(browser.all("img, main script, main a")).isEmpty();
        browser.screenshot("sandbox-hostile");
        isSound(browser);
    }

    static List<Look> looks() {
        return List.of(Look.DESK, Look.DESK.dark(), Look.PHONE, Look.PHONE.dark());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everybodyCanReadIt(Look look, Browser browser) {
        patch(sending("Your code is @@password@@"));
        startLogin();
        patch(sending("Your code for Acme is @@password@@"));
        send("GET", "/api/v2/clients/unknown", "");
        open(browser, look);
        browser.await(".message");
        browser.screenshot("sandbox-" + look.words());
        isSound(browser);
    }

    @Test
    void aModernTenantShowsItsAction(Browser browser) {
        restart(SandboxSettings.modern());
        open(browser, Look.DESK);
        browser.screenshot("sandbox-modern");
        isSound(browser);
    }

    @Test
    void theEndOfTheSandboxIsTold(Browser browser) {
        open(browser, Look.DESK);
        sandbox.close();
        browser.await("#status[data-state=lost]");
        assertThat(browser.text("#status")).contains("No connection to the sandbox.");
    }
}
