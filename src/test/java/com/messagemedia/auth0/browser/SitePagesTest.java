package com.messagemedia.auth0.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The site as its readers see it, at two widths. Only where {@code mvn site} has made it: see CONTRIBUTING.md. */
@InBrowser
@EnabledIf(value = "isThere", disabledReason = "mvn site makes the site that this test looks at.")
class SitePagesTest {

    private static final Path SITE = Path.of("target", "site");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    private static HttpServer server;

    static boolean isThere() {
        return Files.exists(SITE.resolve("search.json"));
    }

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SitePagesTest::answer);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            Path file = SITE.resolve(name).normalize();
            if (!file.startsWith(SITE) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String ending = name.substring(name.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        }
    }

    private static URI address(String page) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + page);
    }

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReadOnADeskAndOnAPhone(String page, Browser browser) {
        for (Look look : List.of(Look.DESK.wide(1280), Look.PHONE.wide(390))) {
            browser.open(address(page), look);
            browser.screenshot("site-" + page.replace(".html", "") + "-" + look.width());
            assertThat(browser.title()).isNotBlank();
            assertThat(browser.all("main h1")).hasSize(1);
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.foreignRequests()).isEmpty();
            assertThat(browser.tooWide()).as(look.words()).isZero();
            assertThat(browser.violations()).as(look.words()).isEmpty();
        }
    }

    @Test
    void theSearchFindsAPageByItsWords(Browser browser) {
        browser.open(address("index.html"), Look.DESK.wide(1280));
        browser.click("#search input");
        for (char letter : "new secret".toCharArray()) {
            browser.press(letter);
        }
        browser.await("#found a");
        browser.press(Keys.ENTER);
        browser.until(here -> !here.getCurrentUrl().endsWith("index.html"));
        assertThat(browser.text("main").toLowerCase(Locale.ROOT)).contains("new", "secret");
    }
}
