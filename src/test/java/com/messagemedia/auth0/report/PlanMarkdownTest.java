package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan.Notice;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A plan as a reviewer reads it in a comment on a pull request. */
class PlanMarkdownTest {

    private static final Cause DRIFT = new Cause(Cause.Kind.DRIFT, Optional.empty());

    @Test
    void conflictComesFirstWithTheWaysToEndIt() {
        Plans plan = Plans.of(
                        new Added(path("provider"), Value.of("sms_gateway"), How.ADOPTED),
                        new Changed(path("from"), Value.of("+15550100000"), Value.of("+61491570156"), How.ADOPTED),
                        new Conflict(
                                path("template"),
                                Optional.of(Value.of("Your code: @@password@@")),
                                Optional.of(Value.of("Code|@@password@@")),
                                DRIFT),
                        new Conflict(path("syntax"), Optional.of(Value.of("liquid")), Optional.empty(), DRIFT),
                        new Removed(path("twilio_sid"), Value.of("AC0123"), Reason.PROVIDER_SWITCH),
                        new KeptByPolicy(path("totp.length"), Optional.of(Value.of(4)), Optional.of(Value.of(6))),
                        new Kept(path("brute_force_protection"), Value.of(true), true),
                        new Kept(path("forward_req_info"), Value.of(true), false))
                .origins(Map.of(path("template"), line(14), path("from"), line(9), path("provider"), line(5)))
                .sources(Map.of(path("from"), List.of("${env.SENDER}")))
                .clients("client1")
                .notices(new Notice.UnmanagedGone(1), new Notice.UnreadableRecord("marketing"));
        assertThat(markdown(plan)).isEqualTo("""
                ## ⛔ SMS login, acme.eu.auth0.com, environment prod: 2 conflicts

                **Plan: 1 to add, 1 to change, 1 to remove, 2 conflicts. Nothing can be written.**

                Connection sms (con\\_BBBBBBBBBBBBBBBB).

                > [!CAUTION]
                > **Nothing can be applied yet.** In conflict: `template`, `syntax`.
                > For each conflict, choose one of these:
                >
                > - to adopt Auth0's value, write it into the descriptor;
                > - to let the descriptor win, add "`onConflict: {template: overwrite, syntax: overwrite}`" to it, or `-Dmessagemedia.onConflict=overwrite` for all;
                > - to leave Auth0's value, add "`onConflict: {template: keep, syntax: keep}`", or `-Dmessagemedia.onConflict=keep` for all.

                > [!WARNING]
                > - The applied record of owner "marketing" on this connection cannot be read, so the plugin does not know which options that owner holds.

                > [!NOTE]
                > - 1 option that this descriptor does not manage was there at the last apply and is gone. An apply does not restore it; the backups of earlier applies contain it. The next apply that writes options ends this note.

                | Change | Option | Auth0 holds | The descriptor says | Why |
                |---|---|---|---|---|
                | ⛔ conflict | `template` | <code>&#34;Code&#124;&#64;<!-- -->&#64;<!-- -->password&#64;<!-- -->&#64;<!-- -->&#34;</code> | `"Your code: @@password@@"` | drift: changed in Auth0 since the last apply; the descriptor still has the applied value (messagemedia-auth0.yaml:14) |
                | ⛔ conflict | `syntax` | (absent) | `liquid` | drift: changed in Auth0 since the last apply; the descriptor still has the applied value |
                | ➕ add | `provider` |  | `sms_gateway` |  |
                | ✏️ change | `from` | `+15550100000` | `+61491570156` | adopting a value that is not from this descriptor; from &#36;{env.SENDER}, line 9 |
                | ➖ remove | `twilio_sid` | `AC0123` |  | switching provider (messagemedia-auth0.yaml:5) |
                | ⏸️ keep | `totp.length` | `4` | `6` | kept by onConflict |
                | ➕ enable | client `client1` | | | |

                <details>
                <summary>2 options stay as they are, 1 of them unmanaged</summary>

                - `brute_force_protection`, as the descriptor says
                - `forward_req_info`, unmanaged

                </details>
                """);
    }

    @Test
    void firstAdoptionSaysWhatItTakesOverAndHowToApplyIt() {
        Plans plan = Plans.of(
                        new Added(path("gateway_authentication.audience"), Value.of("api-secret-0001"), How.OWNED),
                        new Kept(path("from"), Value.of("+61491570156"), true))
                .record(RecordChange.ADOPT);
        assertThat(markdown(plan)).isEqualTo("""
                ## 📝 SMS login, acme.eu.auth0.com, environment prod: 1 to add

                **Plan: 1 to add, 0 to change, 0 to remove, 0 conflicts. No live option is lost.**

                Connection sms (con\\_BBBBBBBBBBBBBBBB).

                First adoption: the connection has no applied record of this owner yet.

                | Change | Option | Auth0 holds | The descriptor says | Why |
                |---|---|---|---|---|
                | ➕ add | `gateway_authentication.audience` |  | `(secret #a77f, 15 characters)` |  |

                <details>
                <summary>1 option stays as it is</summary>

                - `from`, as the descriptor says

                </details>

                This applies exactly this plan: `mvn messagemedia:apply -Dmessagemedia.planFile=plan.json`
                """);
    }

    @Test
    void exampleInTheDocumentationIsWhatAReviewerReads() throws IOException {
        Plans plan = Plans.of(new Changed(
                path("template"), Value.of("Code: @@password@@"), Value.of("Your code: @@password@@"), How.OWNED));
        String example = markdown(plan).replaceFirst("(?s)\n\nThis applies.*", "");
        assertThat(Files.readString(Path.of("docs/PLAN.md"))).contains("```\n" + example + "\n```\n");
    }

    @Test
    void nothingToDoIsShort() {
        assertThat(markdown(Plans.of(new Kept(path("from"), Value.of("a"), true))))
                .isEqualTo("""
                ## ✅ SMS login, acme.eu.auth0.com, environment prod: nothing to do

                **Plan: nothing to do. Options and applied record match the descriptor.**

                Connection sms (con\\_BBBBBBBBBBBBBBBB).
                """);
    }

    @Test
    void refusalAndAnObjectThatWouldBeReplacedStopAPlan() {
        Plans plan = Plans.of(new Refused(path("totp"), Value.of(6), List.of(path("totp.length"))))
                .refusals(new Refusal.OfResource("The Action has packages.", "Remove them."));
        assertThat(markdown(plan).lines().skip(6).limit(9))
                .containsExactly(
                        "> [!CAUTION]",
                        "> **Nothing can be applied yet.** In conflict: `totp`.",
                        ">",
                        "> - Refused: The Action has packages. Remove them.",
                        "> - To replace an object that contains unmanaged options, list these options under \"remove\".",
                        "",
                        "| Change | Option | Auth0 holds | The descriptor says | Why |",
                        "|---|---|---|---|---|",
                        "| ⛔ conflict | `totp` |  | `6` | would replace an object that contains unmanaged options: totp.length |");
        assertThat(markdown(Plans.of().refusals(new Refusal.OfResource("P.", "R."))))
                .startsWith("## ⛔ SMS login, acme.eu.auth0.com, environment prod: refused\n");
    }

    @Test
    void changedLinesAreOpenAndAllLinesOfANewTextAreClosed() {
        String before = "one ```` two\n" + "same\n".repeat(30);
        Plans plan = Plans.of(
                new Changed(path("a"), Value.of(before), Value.of(before.replace("two", "2")), How.OWNED),
                new Added(path("b"), Value.of("new\n".repeat(50)), How.OWNED));
        assertThat(markdown(plan)).contains("""
                | ✏️ change | `a` | `(31 lines)` | 1 line added, 1 removed |  |
                | ➕ add | `b` |  | `(50 lines)` |  |

                <details open>
                <summary><code>a</code>: 1 line added, 1 removed</summary>

                `````diff
                @@ -1,4 +1,4 @@
                -one ```` two
                +one ```` 2
                 same
                 same
                 same
                `````

                </details>

                <details>
                <summary><code>b</code>: 50 lines added</summary>

                ```diff
                @@ -1,0 +1,50 @@
                +new
                """);
    }

    private static final Pattern LEFT_OUT =
            Pattern.compile("\\*(\\d+) more rows are left out here, because a comment has a"
                    + " limited length\\. `plan\\.json` holds them\\.\\*");

    @Test
    void longPlanIsCutAndSaysHowManyRowsAreLeftOut() {
        List<Decision> many = new ArrayList<>();
        for (int option = 1; option <= 5000; option++) {
            many.add(new Added(path("option" + option), Value.of("some_value"), How.OWNED));
            many.add(new Kept(path("kept" + option), Value.of("some_value"), false));
        }
        String markdown = markdown(Plans.of(many.toArray(Decision[]::new)));
        assertThat(markdown).hasSizeLessThan(PlanMarkdown.LIMIT);
        Matcher leftOut = LEFT_OUT.matcher(markdown);
        assertThat(leftOut.find()).isTrue();
        long shown =
                markdown.lines().filter(line -> line.startsWith("| ➕ add | ")).count();
        assertThat(shown + Integer.parseInt(leftOut.group(1))).isEqualTo(5000);
        assertThat(shown).isGreaterThan(700);
        assertThat(markdown)
                .contains("<summary>5000 options stay as they are, 5000 of them unmanaged</summary>")
                .containsPattern("\\*\\d+ more options are left out here")
                .endsWith("`mvn messagemedia:apply -Dmessagemedia.planFile=plan.json`\n");
    }

    @Test
    void manyLongTextsConflictsAndSentencesStayBelowTheLimit() {
        List<Decision> many = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (int option = 1; option <= 100; option++) {
            String text = ("line " + option + " ```` @ | \n").repeat(200);
            many.add(new Conflict(
                    FieldPath.of("#_".repeat(400) + option),
                    Optional.of(Value.of(text + "+")),
                    Optional.of(Value.of(text)),
                    DRIFT));
            many.add(
                    new Changed(FieldPath.of("changed" + option), Value.of(text), Value.of("new\n" + text), How.OWNED));
            notices.add(new Notice.UnreadableRecord("*#".repeat(5000)));
        }
        String markdown = markdown(Plans.of(many.toArray(Decision[]::new)).notices(notices.toArray(Notice[]::new)));
        assertThat(markdown)
                .hasSizeLessThan(PlanMarkdown.LIMIT)
                .contains(" and 95 more.")
                .containsPattern("> \\*\\d+ more sentences are left out here")
                .containsPattern("\n\\*\\d+ more texts are left out here");
        assertThat(markdown.lines().filter(line -> line.matches("<details.*")))
                .hasSameSizeAs(markdown.lines().filter("</details>"::equals).toList());
    }

    private static String markdown(Plans plan) {
        return new PlanMarkdown(plan.view(), "plan.json").text();
    }

    private static Origin line(int line) {
        return new Origin("messagemedia-auth0.yaml", line, 3);
    }

    private static FieldPath path(String text) {
        return FieldPath.parse(text);
    }
}
