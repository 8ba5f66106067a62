package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

/** Which options go back, which stay, and what the descriptor does after it. */
class RollbackFatesTest extends RollbackRehearsal {

    private static final Value THEIRS = Value.of("https://auth0.workflows-prd.syd.mmd.zone/messages");

    @Test
    void theGatewayGoesBackWholeOrNotAtAllAndTheTwilioKeysWithIt(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        run(apply);
        colleagueSets("gateway_url", THEIRS);
        Map<String, Value> expected = new LinkedHashMap<>(options());
        expected.put("from", Value.of("+15550100000"));
        run(rollback);
        assertThat(options()).isEqualTo(expected);
        assertThat(lastLines(13))
                .containsExactly(
                        "INFO Rollback of " + sandbox.address() + ", connection sms (" + ID + ")",
                        "INFO   ~ from                                          +61491570156 -> +15550100000",
                        together(44, "gateway_authentication.audience"),
                        together(44, "gateway_authentication.method"),
                        together(44, "gateway_authentication.secret"),
                        together(44, "gateway_authentication.secret_base64_encoded"),
                        together(44, "gateway_authentication.subject"),
                        "INFO   = gateway_url                                   stays: changed since that apply",
                        together(44, "provider"),
                        together(44, "twilio_sid"),
                        together(44, "twilio_token"),
                        "INFO Plan: 0 to add, 1 to change, 0 to remove. The applied record stays.",
                        "INFO Outcome: rolled back. The applied record stays: an apply of the same descriptor now stops at drift.");
    }

    /** A line whose column of paths is so wide. */
    private static String together(int width, String path) {
        return ("INFO   = %-" + width
                        + "s  stays: is restored only together with gateway_url, which was changed since that apply")
                .formatted(path);
    }

    @Test
    void credentialsDoNotGoBackToAGatewayThatSomebodyHasSetSince(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        run(apply);
        build().environment("ROTATED", "environment-secret-0001")
                .descriptor(descriptor().replace("SandboxApiSecret00000000000000", "${env.ROTATED}"));
        run(apply);
        colleagueSets("gateway_url", THEIRS);
        Map<String, Value> before = options();
        run(rollback);
        assertThat(options()).isEqualTo(before);
        assertThat(logged())
                .contains(
                        together(31, "gateway_authentication.audience"),
                        "INFO Plan: nothing to do. All other options already have their values from before that apply.");
    }

    @Test
    void whatAColleagueHasPutBackByHandIsNoObstacle(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        run(apply);
        build().descriptor(descriptor()
                .replace("  from:", "  gatewayUrl: https://auth0.workflows-prd.syd.mmd.zone/messages\n  from:")
                .replace("SandboxApiSecret00000000000000", "${env.ROTATED}"));
        build().environment("ROTATED", "environment-secret-0001");
        Map<String, Value> before = options();
        run(apply);
        colleagueSets("gateway_url", before.getOrDefault("gateway_url", Value.Null.NULL));
        run(rollback);
        assertThat(options()).isEqualTo(before);
        assertThat(String.join("\n", logged())).doesNotContain("  stays");
    }

    @Test
    void aNullThatBecameAnObjectIsThereAgain(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        colleagueSets("gateway_authentication", Value.Null.NULL);
        Map<String, Value> before = options();
        run(apply);
        assertThat(options().get("gateway_authentication")).isInstanceOf(Tree.class);
        run(rollback);
        assertThat(options()).isEqualTo(before);
    }

    @Test
    void whereTheDescriptorWouldUndoItThereIsAWarning(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        describe("onConflict: overwrite\n");
        run(apply);
        describe("onConflict: overwrite\noptions: {template: \"Code @@password@@\"}\n");
        run(apply);
        run(rollback);
        assertThat(lastLines(2))
                .containsExactly(
                        "WARN The next apply of this descriptor would undo the rollback of template. Change the"
                                + " descriptor before you apply again.",
                        "INFO Outcome: rolled back. The applied record stays.");
        run(apply);
        assertThat(options().get("template")).isEqualTo(Value.of("Code @@password@@"));
    }

    @Test
    void aDescriptorThatNoLongerSaysItLeavesWhatWentBack(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        run(apply);
        describe("options: {template: \"Code @@password@@\"}\n");
        Map<String, Value> before = options();
        run(apply);
        describe("options: {template: \"@@password@@\"}\n");
        run(rollback);
        assertThat(options()).isEqualTo(before);
        assertThat(logged())
                .last()
                .isEqualTo("INFO Outcome: rolled back. The applied record stays, and an apply of the"
                        + " descriptor keeps the restored options.");
        run(apply);
        run(apply);
        assertThat(options()).isEqualTo(before);
    }

    @Test
    void aValueThatCameFromTheEnvironmentIsNeverShownNorKeptInClear(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        build().environment("TEMPLATE", "environment-secret-0001 @@password@@");
        describe("options: {template: \"${env.TEMPLATE}\", totp: {length: 8}}\n");
        Map<String, Value> before = options();
        run(apply);
        assertThat(Files.readString(backups().get(0))).doesNotContain("\"@@password@@\"");
        describe("");
        run(rollback);
        assertThat(options()).isEqualTo(before);
        assertThat(lastLines(15))
                .contains(
                        "INFO   ~ template                                      (value #mark, 36 characters) -> (value #mark, 12 characters)");
    }

    @Test
    void aNumberThatWasNotKeptIsAskedForAsANumber(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        run(apply);
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "").environment("LENGTH", "8");
        describe("options: {totp: {length: \"${env.LENGTH}\"}}\n");
        Map<String, Value> before = options();
        run(apply);
        build().environment("MESSAGEMEDIA_RESTORE_TOTP_LENGTH", "six");
        assertThat(failure(rollback))
                .isEqualTo("MESSAGEMEDIA_RESTORE_TOTP_LENGTH holds no number in JSON. Nothing was written.\n"
                        + "Correct these environment variables: MESSAGEMEDIA_RESTORE_TOTP_LENGTH (number, as JSON).\n"
                        + "Outcome: refused; Auth0 did not change.");
        build().environment("MESSAGEMEDIA_RESTORE_TOTP_LENGTH", "6");
        run(rollback);
        assertThat(options()).isEqualTo(before);
    }

    @Test
    void whatCouldNotSendBeforeIsNotThereAgain(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        colleagueSets("twilio_token", Value.of(""));
        run(apply);
        Map<String, Value> applied = options();
        assertThat(failure(rollback))
                .startsWith("The plan has options that the plugin refuses to send. Nothing" + " was written.");
        assertThat(logged())
                .contains("INFO   Refused: after this rollback, the connection could not send a message: provider"
                        + " twilio lacks"
                        + " twilio_token. Write the options that you want into the descriptor, and"
                        + " apply it.");
        assertThat(options()).isEqualTo(applied);
    }

    @Test
    void anotherGatewayThanMessageMediasIsThereAgainWhereTheDescriptorAllowsIt(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        colleagueSets("provider", Value.of("sms_gateway"));
        colleagueSets("gateway_url", Value.of("https://sms.acme.example/messages"));
        colleagueSets(
                "gateway_authentication",
                new Tree(Map.of(
                        "method", Value.of("bearer"),
                        "audience", Value.of("environment-secret-0001"),
                        "secret", Value.of("server-password-0001"))));
        Map<String, Value> before = options();
        run(apply);
        assertThat(failure(rollback))
                .startsWith("The plan has options that the plugin refuses to send. Nothing" + " was written.");
        assertThat(logged())
                .contains("INFO   Refused: every message would go to sms.acme.example again with the old"
                        + " credentials, and that is not a MessageMedia host. If you trust that host,"
                        + " write \"allowGateway: sms.acme.example\" under"
                        + " messageMedia.");
        build().descriptor(descriptor().replace("  from:", "  allowGateway: sms.acme.example\n  from:"));
        run(rollback);
        assertThat(options()).isEqualTo(before);
    }

    @Test
    void aGatewayThatAVariableNamesIsRefusedWithTheVariable(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "")
                .environment("GATEWAY", "https://auth0-api.messagemedia.com/messages");
        String usual = descriptor();
        build().descriptor(usual.replace("  from:", "  gatewayUrl: ${env.GATEWAY}\n  from:"));
        run(apply);
        build().descriptor(usual.replace("  from:", "  gatewayUrl: https://auth0-api.messagemedia.com/other\n  from:"));
        run(apply);
        build().environment("MESSAGEMEDIA_RESTORE_GATEWAY_URL", "https://sms.acme.example/messages");
        assertThat(failure(rollback))
                .startsWith("The plan has options that the plugin refuses to send. Nothing" + " was written.");
        assertThat(logged())
                .filteredOn(line -> line.startsWith("INFO   Refused: "))
                .singleElement()
                .asString()
                .endsWith(" Correct the environment variable MESSAGEMEDIA_RESTORE_GATEWAY_URL.");
    }
}
