package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.browser.Browser;
import com.messagemedia.auth0.browser.InBrowser;
import com.messagemedia.auth0.browser.Look;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** A plan's files as a reviewer sees them: plan.html, and plan.md as a repository's host renders it. */
@InBrowser
class PlanInBrowserTest {

    private static final String CODE = "exports.onExecuteCustomPhoneProvider = async (event, api) => {\n"
            + "  const text = event.notification.as_text;\n".repeat(20) + "};\n";
    private static final String HOSTILE =
            "</code></td></table></details><script>document.title = 'broken into'</script><img src=http://elsewhere.example>";

    @TempDir
    private Path folder;

    private static FieldPath path(String text) {
        return FieldPath.parse(text);
    }

    private static PlanView plan(String name, String value) {
        return Plans.of(
                        new Conflict(
                                path("template"),
                                Optional.of(Value.of("Your code is @@password@@" + value)),
                                Optional.of(Value.of("Use @@password@@ at Acme" + value)),
                                new Cause(Cause.Kind.DRIFT, Optional.empty())),
                        new Added(path("provider"), Value.of("sms_gateway"), How.ADOPTED),
                        new Changed(path("from"), Value.of("+15550100000"), Value.of("+61491570156"), How.OWNED),
                        new Changed(
                                path("action.code"),
                                Value.of(CODE),
                                Value.of(CODE.replace("};", "  // " + value + "\n};")),
                                How.OWNED),
                        new Removed(path("twilio_sid"), Value.of("AC0123"), Reason.PROVIDER_SWITCH),
                        new Kept(FieldPath.of("brute_force_protection" + name), Value.of(true), true),
                        new Kept(path("forward_req_info"), Value.of(true), false))
                .origins(Map.of(path("from"), new Origin("messagemedia-auth0.yaml", 9, 3)))
                .sources(Map.of(path("from"), List.of("${env.SENDER}")))
                .clients("client1")
                .notices(new Notice.UnreadableRecord("marketing" + name), new Notice.UnmanagedGone(2))
                .view();
    }

    private Path page(PlanView plan) throws IOException {
        return Files.writeString(folder.resolve("plan.html"), new PlanPage(plan, "plan.json").text());
    }

    /** The Markdown in a page that is as bare as a comment on a pull request. */
    private Path rendered(PlanView plan) throws IOException {
        var tables = List.of(TablesExtension.create());
        String comment = HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(new PlanMarkdown(plan, "plan.json").text()));
        return Files.writeString(
                folder.resolve("comment.html"),
                "<!doctype html><html lang=en><meta charset=utf-8><title>Comment</title><style>body{font:14px sans-serif;"
                        + "margin:1rem}table{border-collapse:collapse}td,th{border:1px solid #888;padding:.3rem}"
                        + "blockquote{border-left:4px solid #b00;margin:1rem 0;padding:0 1rem}pre{overflow:auto;"
                        + "background:#f2f2f2;padding:.5rem}</style><main>" + comment + "</main></html>");
    }

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.PHONE).flatMap(look -> Stream.of(look, look.dark(), look.printed()));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everybodyCanReadThePage(Look look, Browser browser) throws IOException {
        browser.open(page(plan("", " for {{ name }}")), look);
        browser.screenshot("plan-html-" + look.words());
        assertThat(browser.title()).isEqualTo("1 conflict: SMS login of acme.eu.auth0.com, environment prod");
        assertThat(browser.text()).contains("Use @@password@@ at Acme", "+61491570156");
        isSound(browser);
    }

    private static void isSound(Browser browser) {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.tooWide()).isZero();
    }

    @Test
    void theKeyboardOpensWhatIsKept(Browser browser) throws IOException {
        browser.open(page(plan("", " for {{ name }}")), Look.DESK);
        browser.script("document.querySelectorAll('details').forEach(closed => closed.open = false)");
        int all = browser.all("details").size();
        for (int step = 0; step < 40 && browser.all("details[open]").size() < all; step++) {
            browser.press(Keys.TAB);
            if (browser.focused().getTagName().equals("summary")) {
                browser.press(Keys.ENTER);
            }
        }
        assertThat(browser.all("details[open]")).hasSize(all).isNotEmpty();
        assertThat(browser.text()).contains("brute_force_protection");
    }

    @Test
    void whatIsHostileStaysText(Browser browser) throws IOException {
        PlanView plan = plan(HOSTILE, HOSTILE);
        browser.open(page(plan), Look.PHONE);
        browser.screenshot("plan-html-hostile");
        assertThat(browser.title()).startsWith("1 conflict: ");
        assertThat(browser.all("script, img, iframe, a[href^='http']")).isEmpty();
        assertThat(browser.text()).contains("document.title = 'broken into'");
        isSound(browser);
        browser.open(rendered(plan), Look.DESK);
        browser.screenshot("plan-md-hostile");
        assertThat(browser.title()).isEqualTo("Comment");
        assertThat(browser.all("script, img, iframe, main a")).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
    }

    @Test
    void theCommentReadsLikeThePage(Browser browser) throws IOException {
        browser.open(rendered(plan("", " for {{ name }}")), Look.DESK);
        browser.screenshot("plan-md");
        assertThat(browser.all("table tr")).hasSize(7);
        assertThat(browser.all("details")).hasSize(2);
        assertThat(browser.all("code.language-diff")).isNotEmpty();
    }
}
