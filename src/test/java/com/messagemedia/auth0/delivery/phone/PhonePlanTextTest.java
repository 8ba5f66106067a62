package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.report.Origins;
import com.messagemedia.auth0.report.PlanMarkdown;
import com.messagemedia.auth0.report.PlanReport;
import com.messagemedia.auth0.report.PlanView;
import com.messagemedia.auth0.report.Printable.Palette;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan of this delivery as a user reads it. */
final class PhonePlanTextTest extends PhoneRehearsal {

    private static final String SENDERS = PHONE + "  senders: {\"+44\": \"${env.SENDER}\"}\n";

    private String text() {
        return String.join("\n", new PlanReport(view(), Palette.PLAIN).lines());
    }

    private PlanView view() {
        PreparedChange planned = rehearsal.plan();
        Descriptor descriptor = rehearsal.descriptor(Choices.NONE);
        ValueText values = new ValueText(
                planned.fingerprints(),
                planned.delivery(),
                PathIndex.of(descriptor.confidential()),
                PathIndex.of(planned.confidentialLive()),
                planned.redactor(descriptor));
        return PlanView.of(
                planned.plan(), values, new Origins(descriptor.origins(), descriptor.sources(), descriptor.fileName()));
    }

    /** The lines between the headline and the options that stay. */
    private List<String> changes() {
        return text().lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("  = "))
                .toList();
    }

    @Test
    void newCodeIsCountedAndSecretsHaveMarks() {
        on(StartingTenant.MODERN, PHONE);
        assertThat(changes().stream().map(line -> line.replaceAll("#[0-9a-f]{4}", "#mark")))
                .containsExactly(
                        "  First adoption: the connection has no applied record of this owner yet.",
                        "  + action.code                                   (144 lines)",
                        "  + action.dependencies                           []",
                        "  + action.runtime                                node22",
                        "  + action.secrets.MESSAGEMEDIA_API_KEY           (secret #mark, 20 characters)",
                        "  + action.secrets.MESSAGEMEDIA_API_SECRET        (secret #mark, 30 characters)",
                        "  + binding.action                                true",
                        "  + phoneProvider.configuration.delivery_methods  [\"text\"]",
                        "  + phoneProvider.disabled                        false",
                        "  + phoneProvider.name                            custom");
    }

    @Test
    void changedCodeIsShownLineByLine() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "  senders: {\"+44\": Acme}\n  region: eu\n");
        assertThat(changes())
                .containsExactly(
                        "  ~ action.code  2 lines added, 1 removed",
                        "      @@ -7,8 +7,9 @@",
                        "       ",
                        "       // The settings of this tenant. The build writes them from messagemedia-auth0.yaml: change them"
                                + " there.",
                        "       // SENDERS: the first that the recipient's number begins with. The longest prefixes stand first,"
                                + " the default last.",
                        "      -const HOST = 'api.messagemedia.com';",
                        "      +const HOST = 'eu.app.api.sinch.com';",
                        "       const SENDERS = [",
                        "      +  ['+44', 'Acme'],",
                        "         ['+', '+61491570156'],",
                        "       ];",
                        "       const EXPIRY_SECONDS = 300;");
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertStable();
        assertThat(changes()).isEmpty();
    }

    @Test
    void senderFromTheEnvironmentIsHiddenInBothTexts() {
        on(StartingTenant.MODERN, SENDERS).variable("SENDER", "+447700900001");
        rehearsal.apply();
        rehearsal.variable("SENDER", "+447700900002");
        List<String> lines = changes();
        assertThat(lines.stream().map(line -> line.replaceAll("#[0-9a-f]{4}", "#mark")))
                .containsExactly(
                        "  ~ action.code  1 line added, 1 removed   from ${env.SENDER}, line 8",
                        "      @@ -9,7 +9,7 @@",
                        "       // SENDERS: the first that the recipient's number begins with. The longest prefixes stand first,"
                                + " the default last.",
                        "       const HOST = 'api.messagemedia.com';",
                        "       const SENDERS = [",
                        "      -  ['+44', '(secret)'],   (#mark)",
                        "      +  ['+44', '(secret)'],   (#mark)",
                        "         ['+', '(secret)'],   (#mark)",
                        "       ];",
                        "       const EXPIRY_SECONDS = 300;");
        assertThat(lines.get(5).substring(7)).isNotEqualTo(lines.get(6).substring(7));
    }

    /** A goal takes what it knows as a secret out of each line. The time of the last write is none. */
    @Test
    void newSecretStandsBesideTheTimeOfTheLastWrite() {
        String keys = PHONE.replaceAll("apiKey: .*", "apiKey: \\${env.KEY}")
                .replaceAll("apiSecret: .*", "apiSecret: \\${env.KEY_SECRET}");
        on(StartingTenant.MODERN, keys)
                .variable("KEY", "OldKey00000000000000")
                .variable("KEY_SECRET", "OldSecret000000000000000000000");
        rehearsal.apply();
        rehearsal.variable("KEY", "NewKey00000000000000").variable("KEY_SECRET", "NewSecret000000000000000000000");
        PreparedChange planned = rehearsal.plan();
        Redactor redactor = Redactor.of(planned.liveSecrets(rehearsal.descriptor(Choices.NONE)));
        assertThat(changes().stream()
                        .map(redactor::scrubOwn)
                        .map(line -> line.replaceAll("#[0-9a-f]{4}", "#mark")
                                .replaceAll("written [-0-9T:.]+Z", "written TIME")))
                .containsExactly(
                        "  ~ action.secrets.MESSAGEMEDIA_API_KEY     (secret that Auth0 does not show, written TIME) ->"
                                + " (secret #mark, 20 characters)   from ${env.KEY}, line 8",
                        "  ~ action.secrets.MESSAGEMEDIA_API_SECRET  (secret that Auth0 does not show, written TIME) ->"
                                + " (secret #mark, 30 characters)   from ${env.KEY_SECRET}, line 9");
    }

    @Test
    void editOfAColleagueIsShownAsAnApplyWouldTakeItBack() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        String code = colleague().action().code();
        colleague().changeCode(code.replace("const TIMEOUT_MS = 8000;", "const TIMEOUT_MS = 9000;"));
        assertThat(changes())
                .startsWith(
                        "  ! action.code  live (145 lines), descriptor (144 lines)",
                        "      drift: somebody deployed other code in the Action since the last apply"
                                + " (messagemedia-auth0.yaml:8)",
                        "      @@ -1,4 +1,3 @@")
                .contains("      -const TIMEOUT_MS = 9000;", "      +const TIMEOUT_MS = 8000;");
    }

    @Test
    void reviewerReadsTheChangedCodeInThePullRequest() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        rehearsal.describe(PHONE, "  senders: {\"+44\": Acme}\n  region: eu\n");
        assertThat(new PlanMarkdown(view(), "plan.json").text()).contains("""
                | Change | Option | Auth0 holds | The descriptor says | Why |
                |---|---|---|---|---|
                | ✏️ change | `action.code` | `(144 lines)` | 2 lines added, 1 removed |  |

                <details open>
                <summary><code>action.code</code>: 2 lines added, 1 removed</summary>

                ```diff
                @@ -7,8 +7,9 @@
                \s
                 // The settings of this tenant. The build writes them from messagemedia-auth0.yaml: change them there.
                 // SENDERS: the first that the recipient's number begins with. The longest prefixes stand first, the default last.
                -const HOST = 'api.messagemedia.com';
                +const HOST = 'eu.app.api.sinch.com';
                 const SENDERS = [
                +  ['+44', 'Acme'],
                   ['+', '+61491570156'],
                 ];
                 const EXPIRY_SECONDS = 300;
                ```

                </details>
                """);
    }

    @Test
    void reviewerCanOpenTheCodeThatIsNew() {
        on(StartingTenant.MODERN, PHONE);
        assertThat(new PlanMarkdown(view(), "plan.json").text())
                .contains("<details>\n<summary><code>action.code</code>: 144 lines added</summary>\n\n```diff\n@@")
                .contains("\n+const HOST = 'api.messagemedia.com';\n");
    }
}
