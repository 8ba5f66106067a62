package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.browser.Browser;
import com.messagemedia.auth0.browser.InBrowser;
import com.messagemedia.auth0.browser.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The plans of several environments as a reviewer sees them. */
@InBrowser
class FleetInBrowserTest {

    private static final String COMMAND = "mvn messagemedia:apply -Dmessagemedia.planFile=plan.json";

    @TempDir
    private Path folder;

    private Path page(FleetPlan fleet) throws IOException {
        return Files.writeString(folder.resolve("plan.html"), new FleetPage(fleet, COMMAND).text());
    }

    static Stream<Look> screens() {
        return Stream.of(Look.DESK, Look.PHONE);
    }

    static Stream<Look> looks() {
        return screens().flatMap(look -> Stream.of(look, look.dark(), look.printed()));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everybodyCanReadThePageOfTwelve(Look look, Browser browser) throws IOException {
        browser.open(page(FleetPlans.company(12)), look);
        browser.screenshot("fleet-html-12-" + look.words());
        isSound(browser);
        assertThat(browser.text()).contains("12 environments", "Not all of them can be applied");
    }

    /** The page of twelve has rows of each kind in all looks; this one has many of them on a wide screen and on a narrow one. */
    @ParameterizedTest
    @MethodSource("screens")
    void everybodyCanReadThePageOfTwoHundred(Look look, Browser browser) throws IOException {
        browser.open(page(FleetPlans.company(200)), look);
        browser.screenshot("fleet-html-200-" + look.words());
        isSound(browser);
        assertThat(browser.all("tbody tr th[data-label=Environment]")).hasSize(200);
    }

    private static void isSound(Browser browser) {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.tooWide()).isZero();
    }

    @Test
    void theKeyboardLeadsFromAnEnvironmentToItsPlanAndBack(Browser browser) throws IOException {
        browser.open(page(FleetPlans.company(12)), Look.DESK);
        for (int step = 0; step < 10 && !"#plan-1".equals(browser.focused().getDomAttribute("href")); step++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ENTER);
        assertThat(browser.all("section:target h2"))
                .singleElement()
                .satisfies(heading -> assertThat(heading.getText()).isEqualTo("Plan 1: 1 conflict"));
        assertThat(browser.all("section:target a[href='#environments']")).hasSize(1);
    }

    @Test
    void theCommentReadsLikeThePage(Browser browser) throws IOException {
        var tables = List.of(TablesExtension.create());
        String markdown = new FleetMarkdown(FleetPlans.company(12), "plan.html", COMMAND).text();
        String comment = HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
        Path file = Files.writeString(
                folder.resolve("comment.html"),
                "<!doctype html><html lang=en><meta charset=utf-8><title>Comment</title><style>body{font:14px sans-serif}"
                        + "td,th{border:1px solid #888;padding:.3rem}table{border-collapse:collapse}</style><main>"
                        + comment + "</main></html>");
        browser.open(file, Look.DESK);
        browser.screenshot("fleet-md-12");
        assertThat(browser.all("table")).hasSize(4);
        assertThat(browser.all("table:first-of-type tbody tr")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(browser.text())
                .contains("12 environments: 1 failed, 1 cannot be applied, 7 with changes, 3 with nothing to do");
    }
}
