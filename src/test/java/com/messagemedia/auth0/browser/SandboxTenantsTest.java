package com.messagemedia.auth0.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The list of a sandbox's tenants, and the way to each and back. */
@InBrowser
class SandboxTenantsTest {

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @BeforeEach
    void fill() {
        for (String name : List.of("dev", "prod-eu", "prod-us")) {
            sandbox.tenant(name);
        }
        new Colleague(sandbox.tenant("dev")).sets("provider", Value.of("sms_gateway"));
        get("/dev/api/v2/connections");
        get("/prod-eu/api/v2/nothing");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void get(String path) {
        HttpRequest request = HttpRequest.newBuilder(sandbox.address().url().resolve(path))
                .header("Authorization", "Bearer " + SandboxCredentials.TOKEN)
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void open(Browser browser, String path, Look look) {
        browser.open(sandbox.address().url().resolve(path), look);
        browser.await("#status[data-state=open]");
    }

    private static void isSound(Browser browser, String title) {
        assertThat(browser.title()).isEqualTo(title);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.tooWide()).isZero();
    }

    private static String row(Browser browser, String tenant) {
        return browser.text("[data-tenant='" + tenant + "']").replace("\n", " ");
    }

    static List<Look> looks() {
        return List.of(Look.DESK, Look.DESK.dark(), Look.PHONE, Look.PHONE.dark());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everybodyCanReadTheList(Look look, Browser browser) {
        open(browser, "/", look);
        assertThat(row(browser, "sandbox")).startsWith("sandbox (this page) sms sends through Twilio");
        assertThat(row(browser, "sandbox/dev")).contains("the SMS gateway").endsWith("200 GET /api/v2/connections");
        assertThat(row(browser, "sandbox/prod-eu")).endsWith("404 GET /api/v2/nothing");
        assertThat(row(browser, "sandbox/prod-us")).endsWith("none yet");
        browser.screenshot("sandbox-tenants-" + look.words());
        isSound(browser, "MessageMedia sandbox");
    }

    @Test
    void theListUpdatesByItselfAndLeavesTheFocusWhereItIs(Browser browser) {
        open(browser, "/", Look.DESK);
        for (int step = 0; step < 20 && !"sandbox/dev".equals(browser.focused().getText()); step++) {
            browser.press(Keys.TAB);
        }
        get("/dev/api/v2/nothing");
        browser.until(here -> row(browser, "sandbox/dev").endsWith("404 GET /api/v2/nothing"));
        assertThat(browser.focused().getText()).isEqualTo("sandbox/dev");
        sandbox.tenant("alpha");
        browser.await("[data-tenant='sandbox/alpha']");
        assertThat(browser.text("#tenants-count")).isEqualTo("5 tenants, each with a page of its own.");
        assertThat(browser.focused().getText()).isEqualTo("sandbox/dev");
        isSound(browser, "MessageMedia sandbox");
    }

    @Test
    void aLinkLeadsToTheTenantsPageAndBack(Browser browser) {
        open(browser, "/", Look.DESK);
        browser.click("[data-tenant='sandbox/dev'] a");
        browser.await("#status[data-state=open]");
        assertThat(browser.text("#address")).isEqualTo(sandbox.address() + "/dev");
        browser.await("[data-path='provider']");
        assertThat(browser.text("#tenant")).contains("sms_gateway");
        assertThat(browser.shows("#tenants")).isFalse();
        browser.click("[data-button=edit-other]");
        browser.until(here -> browser.text("#result").startsWith("Done: "));
        browser.screenshot("sandbox-tenant-dev");
        isSound(browser, "MessageMedia sandbox: dev");
        browser.click("#back a");
        browser.await("[data-tenant='sandbox/dev']");
        assertThat(browser.shows("#back")).isFalse();
        assertThat(sandbox.tenant("prod-eu").content().connections())
                .isEqualTo(sandbox.tenant("prod-us").content().connections());
    }

    @Test
    void aSandboxOfOneTenantShowsNoList(Browser browser) {
        try (Sandbox alone = Sandbox.start(SandboxSettings.inMemory())) {
            browser.open(alone.address().url(), Look.DESK);
            browser.await("#status[data-state=open]");
            browser.await("[data-button]");
            assertThat(browser.shows("#tenants")).isFalse();
        }
    }

    @Test
    void twoHundredTenantsStayInTheirFrame(Browser browser) {
        for (int number = 0; number < 200; number++) {
            sandbox.tenant("brand-" + number);
        }
        open(browser, "/", Look.DESK);
        browser.await("[data-tenant='sandbox/brand-199']");
        List<WebElement> frame = browser.all("#tenants-frame");
        assertThat(frame.get(0).getSize().getHeight()).isLessThan(500);
        browser.screenshot("sandbox-tenants-many");
        isSound(browser, "MessageMedia sandbox");
    }
}
