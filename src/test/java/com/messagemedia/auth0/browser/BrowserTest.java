package com.messagemedia.auth0.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser that the tests look with finds what is wrong with a page. */
@InBrowser
class BrowserTest {

    @TempDir
    private Path folder;

    private Path page(String head, String body) throws IOException {
        return Files.writeString(
                folder.resolve("page.html"),
                "<!doctype html><html lang=en><head><meta charset=utf-8><title>Page</title>" + head
                        + "</head><body><main><h1>Page</h1>" + body + "</main></body></html>");
    }

    @Test
    void aGoodPageIsLeftAlone(Browser browser) throws IOException {
        browser.open(page("", "<p>Good</p>"), Look.DESK);
        assertThat(browser.title()).isEqualTo("Page");
        assertThat(browser.text()).contains("Good");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.tooWide()).isZero();
    }

    @Test
    void aRequestElsewhereIsSeenAndLeadsNowhere(Browser browser) throws IOException {
        browser.open(page("<script src='http://elsewhere.example/a.js'></script>", ""), Look.DESK);
        assertThat(browser.foreignRequests()).containsExactly("http://elsewhere.example/a.js");
        assertThat(browser.complaints()).singleElement().asString().contains("net::ERR_NAME_NOT_RESOLVED");
    }

    @Test
    void anErrorOfAScriptIsSeen(Browser browser) throws IOException {
        browser.open(page("", "<script>throw new Error('broken')</script>"), Look.DESK);
        assertThat(browser.complaints()).singleElement().asString().contains("Uncaught Error: broken");
    }

    @Test
    void aFaultOfAccessibilityIsToldInOneLine(Browser browser) throws IOException {
        browser.open(page("", "<p style='color:#ccc;background:#fff'>pale</p>"), Look.DESK);
        assertThat(browser.violations())
                .singleElement()
                .asString()
                .startsWith("serious color-contrast: Elements must meet minimum color contrast ratio thresholds at p")
                .contains("pale");
    }

    @Test
    void aPageThatIsTooWideForAPhoneIsFound(Browser browser) throws IOException {
        Path page = page("", "<div style='width:500px;background:#eee'>wide</div>");
        browser.open(page, Look.DESK);
        assertThat(browser.tooWide()).isZero();
        browser.look(Look.PHONE);
        assertThat(browser.tooWide()).isGreaterThan(100);
    }

    @Test
    void theSchemeAndTheMediumReachThePage(Browser browser) throws IOException {
        Path page = page("<style>@media (prefers-color-scheme: dark) {p {display:none}}</style>", "<p>light</p>");
        browser.open(page, Look.DESK.dark());
        assertThat(browser.text()).doesNotContain("light");
        browser.look(Look.DESK);
        assertThat(browser.text()).contains("light");
        browser.look(Look.DESK.printed());
        assertThat(browser.script("return matchMedia('print').matches")).isEqualTo(true);
    }

    @Test
    void aPictureShowsTheWholePage(Browser browser) throws IOException {
        browser.open(page("", "<div style='height:2000px'></div>"), Look.PHONE);
        var picture = ImageIO.read(browser.screenshot("harness").toFile());
        assertThat(picture.getWidth()).isEqualTo(360);
        assertThat(picture.getHeight()).isGreaterThan(2000);
    }
}
