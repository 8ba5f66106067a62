package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A plan as a page. */
class PlanPageTest {

    private static final String LONG = "const A = 1;\n".repeat(20);

    private static final Plans PLAN = Plans.of(
                    new Conflict(
                            path("template"),
                            Optional.of(Value.of("ours")),
                            Optional.of(Value.of("theirs")),
                            new Cause(Cause.Kind.DRIFT, Optional.empty())),
                    new Added(path("provider"), Value.of("sms_gateway"), How.ADOPTED),
                    new Changed(path("action.code"), Value.of(LONG), Value.of(LONG + "const B = 2;\n"), How.OWNED),
                    new Kept(path("brute_force_protection"), Value.of(true), true),
                    new Kept(path("forward_req_info"), Value.of(true), false))
            .record(RecordChange.ADOPT)
            .clients("client1")
            .notices(new Notice.UnreadableRecord("marketing"), new Notice.UnmanagedGone(2));

    @Test
    void loadsAndRunsNothing() throws Exception {
        String page = page(PLAN.view());
        assertThat(page).doesNotContain("<script", "<link", "<img", "<iframe", "url(", "@import", "style=\"", "://");
        Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page);
        assertThat(style.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page)
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'sha256-" + Base64.getEncoder().encodeToString(digest)
                        + "'; base-uri 'none'; form-action 'none'\">");
    }

    @Test
    void saysTheVerdictInTheTitleAndAtTheTop() {
        assertThat(page(PLAN.view()))
                .contains(
                        "<title>1 conflict: SMS login of acme.eu.auth0.com, environment prod</title>",
                        "<h1>acme.eu.auth0.com, environment prod</h1>\n<p id=\"verdict\"><span aria-hidden=\"true\">✖</span> Cannot be"
                                + " applied: 1 conflict</p>");
        assertThat(page(Plans.of().view()))
                .contains("</span> Nothing to do</p>")
                .doesNotContain("<table");
        assertThat(page(Plans.of().clients("a").view())).contains("</span> Can be applied: no option changes</p>");
    }

    @Test
    void tableIsReadByAScreenReaderAtEachWidth() {
        assertThat(page(PLAN.view())).contains("""
                <table role="table">
                <caption>What differs between Auth0 and the descriptor, conflicts first.</caption>
                <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Change</th>\
                <th role="columnheader" scope="col">Option</th><th role="columnheader" scope="col">Auth0 holds</th>\
                <th role="columnheader" scope="col">The descriptor says</th><th role="columnheader" scope="col">Why</th></tr></thead>
                <tbody role="rowgroup">
                <tr role="row" class="conflict"><td role="cell" data-label="Change"><span class="badge">\
                <span aria-hidden="true">!</span> conflict</span></td>\
                <th role="rowheader" scope="row" data-label="Option"><code>template</code></th>\
                <td role="cell" data-label="Auth0 holds"><code>theirs</code></td>\
                <td role="cell" data-label="The descriptor says"><code>ours</code></td>\
                <td role="cell" data-label="Why">drift: changed in Auth0 since the last apply; the descriptor still has the applied\
                 value</td></tr>
                """);
    }

    /** One record is read by all three writers, so each fact of the text is on the page and in the Markdown, too. */
    @Test
    void factsOfTheTextAreInEachFile() {
        PlanView view = PLAN.view();
        String page = page(view)
                .replace("<wbr>", "")
                .replaceAll("</?code>", "")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
        String markdown = new PlanMarkdown(view, "plan.json").text().replace("`", "");
        assertThat(PLAN.text()).contains(facts());
        assertThat(page).contains(facts());
        assertThat(markdown).contains(facts());
    }

    private static List<String> facts() {
        return List.of(
                "acme.eu.auth0.com",
                "environment prod",
                "First adoption: the connection has no applied record of this owner yet.",
                "template",
                "theirs",
                "ours",
                "drift: changed in Auth0 since the last apply; the descriptor still has the applied value",
                "provider",
                "sms_gateway",
                "action.code",
                "1 line added",
                "+const B = 2;",
                "client1",
                "forward_req_info",
                "pplied record of owner \"marketing\" on this connection cannot be read",
                "2 options that this descriptor does not manage were there at the last apply and are gone.",
                "For each conflict, choose one of these:",
                "to adopt Auth0's value, write it into the descriptor;",
                "onConflict: {template: keep}",
                "Plan: 1 to add, 1 to change, 0 to remove, 1 conflict. Nothing can be written.");
    }

    @Test
    void knownSecretIsInNoFileWhereverItStands() {
        String secret = "Kq7XcVbN_mLp|9sT`YzA";
        Plans plan = Plans.of(
                        new Added(FieldPath.of("k-" + secret), Value.of("see " + secret), How.OWNED),
                        new Changed(path("code"), Value.of(LONG), Value.of(LONG + secret + "\n"), How.OWNED),
                        new Conflict(
                                path("z"),
                                Optional.of(Value.of(secret)),
                                Optional.empty(),
                                new Cause(Cause.Kind.CLAIMED, Optional.of(secret))),
                        new Kept(FieldPath.of("kept-" + secret), Value.of(true), false))
                .clients(secret)
                .notices(new Notice.UnreadableRecord(secret));
        PlanView view = plan.view(Redactor.of(List.of(secret)));
        String markdown = new PlanMarkdown(view, "plan.json").text();
        assertThat(markdown).contains("(secret)");
        for (String text : List.of(page(view), markdown)) {
            assertThat(Redactor.of(List.of(secret)).finds(text)).isFalse();
            assertThat(text.replaceAll("\\\\", "")).doesNotContain("Kq7XcVbN", "9sT");
        }
    }

    private static String page(PlanView view) {
        return new PlanPage(view, "plan.json").text();
    }

    private static FieldPath path(String text) {
        return FieldPath.parse(text);
    }
}
