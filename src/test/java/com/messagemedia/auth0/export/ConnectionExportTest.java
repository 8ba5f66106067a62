package com.messagemedia.auth0.export;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.export.ConnectionExport.Exported;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionExportTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private ExportRehearsal export;

    @BeforeEach
    void open() {
        rehearsal = Rehearsal.in(folder);
        export = new ExportRehearsal(rehearsal);
    }

    @AfterEach
    void close() {
        rehearsal.close();
    }

    private static void assertNoSecret(Exported exported) {
        assertThat(exported.text().replace(SandboxCredentials.TWILIO_SID, ""))
                .doesNotContain(
                        SandboxCredentials.TWILIO_TOKEN,
                        SandboxCredentials.API_KEY,
                        SandboxCredentials.API_SECRET,
                        SandboxCredentials.CLIENT_SECRET);
    }

    /** What is behind each # without a space, as a user leaves it. */
    private static String uncommented(String text) {
        return text.replaceAll("(?m)^((?:  )*)#(?! [^ ])", "$1");
    }

    @Test
    void ownsWhatMessageMediaStandsForAndListsTheRestAsComments() {
        Exported exported = export.throughMessageMedia().export();
        assertThat(exported.text().lines().skip(3))
                .containsExactly(
                        "version: 1",
                        "",
                        "tenant:",
                        "  domain: " + rehearsal.sandbox().address().domain(),
                        "  clientId: ${env.AUTH0_CLIENT_ID}",
                        "  clientSecret: ${env.AUTH0_CLIENT_SECRET}",
                        "connection: sms",
                        "",
                        "messageMedia:",
                        "  apiKey: ${env.MESSAGEMEDIA_API_KEY}",
                        "  apiSecret: ${env.MESSAGEMEDIA_API_SECRET}",
                        "  from: \"+15550100000\"",
                        "",
                        "options:",
                        "  #name: \"SMS OTP\"",
                        "  totp:",
                        "    length: 6",
                        "    time_step: 300",
                        "  syntax: md_with_macros",
                        "  template: \"@@password@@\"",
                        "  #disable_signup: false",
                        "  #upstream_params:",
                        "  #  screen_name:",
                        "  #    alias: login_hint",
                        "  #forward_req_info: true",
                        "  #messaging_service_sid: null",
                        "  #brute_force_protection: true",
                        "",
                        "# The export leaves out the connection's clients. Name a client here to enable it; an apply disables"
                                + " no other one.",
                        "#enabledClients: []");
        assertThat(exported.variables()).containsExactly("MESSAGEMEDIA_API_KEY", "MESSAGEMEDIA_API_SECRET");
        assertThat(exported.changes()).isEmpty();
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
        PreparedChange planned = export.planOf(exported);
        assertThat(planned.plan().record()).isEqualTo(RecordChange.ADOPT);
        assertThat(rehearsal.descriptor(Choices.NONE).warnings()).isEmpty();
        rehearsal.applyTwice();
    }

    @Test
    void everyCommentedOptionCanBeTakenIn() {
        Exported exported = export.throughMessageMedia().export();
        export.planOf(exported);
        rehearsal.describeWhole(uncommented(exported.text()));
        PreparedChange planned = rehearsal.plan();
        assertThat(planned.plan().unmanaged()).isEmpty();
        assertThat(planned.plan().changesOptions()).isFalse();
    }

    @Test
    void ownsTwilioWithItsTokenAsAReference() {
        Exported exported = export.export();
        assertThat(exported.text())
                .contains(
                        "\n  twilio_sid: AC00000000000000000000000000000000\n",
                        "\n  twilio_token: ${env.TWILIO_TOKEN}\n",
                        "\n  from: \"+15550100000\"\n",
                        "\n#messageMedia:\n#  apiKey: ${env.MESSAGEMEDIA_API_KEY}\n");
        assertThat(exported.variables()).containsExactly("TWILIO_TOKEN");
        assertNoSecret(exported);
        export.planOf(exported);
        rehearsal.applyTwice();
    }

    @Test
    void keepsToWhatIsThereWhereTheGuideWasFollowedByHand() {
        export.throughMessageMedia();
        rehearsal.set("gateway_authentication.secret_base64_encoded", "true");
        Exported exported = export.export();
        assertThat(exported.text())
                .contains(
                        "# The connection's gateway options differ from those that messageMedia sets,",
                        "\n#messageMedia:\n",
                        "\n    subject: ${env.MESSAGEMEDIA_API_KEY}\n",
                        "\n    audience: ${env.MESSAGEMEDIA_API_SECRET}\n",
                        "\n    secret: MessageMedia\n");
        assertNoSecret(exported);
        export.planOf(exported);
        rehearsal.applyTwice();
    }

    /** What the comment above messageMedia tells to do. */
    private static String changedOver(String text) {
        return text.replaceAll("(?m)^#(messageMedia:|  apiKey|  apiSecret|  from)", "$1")
                .replaceAll("(?m)^  (provider|twilio_sid|twilio_token|gateway_url): .*\n", "")
                .replaceAll("(?m)^  gateway_authentication:\n(    .*\n)+", "")
                .replaceAll("(?s)(options:.*)\n  from: [^\n]*", "$1");
    }

    @Test
    void canBeChangedOverFromTwilioAsItsCommentTells() {
        Exported exported = export.export();
        assertThat(exported.text()).contains("delete provider, twilio_sid, twilio_token and from\n# under options");
        export.planOf(exported);
        rehearsal.variable("MESSAGEMEDIA_API_KEY", SandboxCredentials.API_KEY);
        rehearsal.variable("MESSAGEMEDIA_API_SECRET", SandboxCredentials.API_SECRET);
        rehearsal.describeWhole(changedOver(exported.text()));
        assertThat(rehearsal.plan().plan().mayBeApplied()).isTrue();
        rehearsal.applyTwice();
        assertThat(OptionPaths.usesGateway(rehearsal.live())).isTrue();
    }

    @Test
    void canBeChangedOverFromAGatewaySetByHandAsItsCommentTells() {
        export.throughMessageMedia();
        rehearsal.set("gateway_authentication.secret_base64_encoded", "true");
        Exported exported = export.export();
        export.planOf(exported);
        rehearsal.describeWhole(changedOver(exported.text()));
        rehearsal.applyTwice();
        assertThat(rehearsal.live().get(OptionPaths.SECRET_BASE64_ENCODED)).contains(Value.of(false));
    }

    @Test
    void namesAnotherGatewayThatMessageMediaIsToGoThrough() {
        export.throughMessageMedia();
        rehearsal.set("gateway_url", "\"https://sms.acme.example/messages\"");
        Exported exported = export.export();
        assertThat(exported.text())
                .contains("\n  gatewayUrl: https://sms.acme.example/messages\n  allowGateway: sms.acme.example\n");
        export.planOf(exported);
    }

    @Test
    void ownsNoForeignGatewayThatMessageMediaDoesNotStandFor() {
        export.throughMessageMedia();
        rehearsal.set("gateway_url", "\"https://sms.acme.example/messages\"");
        rehearsal.set("gateway_authentication.secret", "\"another-secret-0001\"");
        Exported exported = export.export();
        assertThat(exported.text())
                .contains(
                        "# This descriptor cannot own the connection's gateway options without changing the"
                                + " connection",
                        "\n  #provider: sms_gateway\n",
                        "\n  #  secret: ${env.GATEWAY_SECRET}\n")
                .doesNotContain("another-secret-0001");
        assertNoSecret(exported);
        export.planOf(exported);
    }

    @Test
    void ownsNoGatewayBesideWhichTwilioIsLeft() {
        export.throughMessageMedia();
        rehearsal.set("twilio_sid", "\"AC00000000000000000000000000000000\"");
        Exported exported = export.export();
        assertThat(exported.text()).contains("\n  #provider: sms_gateway\n", "\n  #twilio_sid: AC0000");
        export.planOf(exported);
    }

    @Test
    void ownsWhatAnEarlierApplySet() {
        rehearsal.describe(MESSAGE_MEDIA, "options: {brute_force_protection: true, upstream_params: {a: {b: 1}}}\n");
        rehearsal.applyTwice();
        Exported exported = export.export();
        assertThat(exported.text())
                .contains(
                        "\n  brute_force_protection: true\n",
                        "\n  upstream_params:\n    a:\n      b: 1\n    #screen_name:\n    #  alias: login_hint\n");
        PreparedChange planned = export.planOf(exported);
        assertThat(planned.plan().record()).isEqualTo(RecordChange.UPDATE);
    }

    @Test
    void leavesToAnotherOwnerWhatIsHis() {
        rehearsal.describe("owner: billing\noptions: {template: \"Yours: @@password@@\"}\n");
        rehearsal.applyTwice();
        Exported exported = export.export();
        assertThat(exported.text())
                .contains("\n  #template: \"Yours: @@password@@\"\n", "\n  syntax: md_with_macros\n");
        export.planOf(exported);
        rehearsal.applyTwice();
    }

    @Test
    void leavesOutWhatTheDescriptorWouldRefuse() {
        rehearsal.set("template", "\"no code\"").set("totp.length", "3").set("forward_request_info", "true");
        Exported exported = export.export();
        assertThat(exported.text())
                .contains(
                        "\n  #template: \"no code\"\n",
                        "\n    #length: 3\n    time_step: 300\n",
                        "\n  #forward_request_info: true\n");
        export.planOf(exported);
    }

    @Test
    void listsTheConnectionsThatThereAre() {
        assertThatThrownBy(() -> export.export("email"))
                .isInstanceOf(Fault.class)
                .hasMessage("The tenant " + rehearsal.sandbox().address()
                        + " has no SMS connection \"email\". It has sms (con_SandboxSms000000).")
                .extracting(fault -> ((Fault) fault).remedy())
                .isEqualTo("Name one of these with -Dmessagemedia.connection=NAME.");
    }

    @Test
    void refusesOptionsThatCannotBeRead() {
        rehearsal.top("options", any -> Tree.EMPTY);
        assertThatThrownBy(export::export)
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("Auth0 returned connection sms (con_SandboxSms000000) without options.");
        assertThat(List.of(folder.toFile().list())).isEmpty();
    }

    @Test
    void leavesALiveKeyThatLooksLikeASlipAsAComment() {
        rehearsal.set("tempalte", "\"Code @@password@@\"");
        Exported exported = export.export();
        assertThat(exported.text()).contains("\n  #tempalte: ");
        assertThat(exported.owned()).map(FieldPath::toString).doesNotContain("tempalte");
        assertThat(exported.others()).map(FieldPath::toString).contains("tempalte");
        export.planOf(exported);
    }
}
