package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

class RollbackMojoTest extends RollbackRehearsal {

    @Test
    void whatAnApplyReplacedIsThereAgainAndTheSameDescriptorStops(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        Map<String, Value> before = options();
        run(apply);
        Value record = sandbox.tenant().connection("sms").members().get("metadata");
        assertThat(backups()).hasSize(1);
        assertThat(options()).isNotEqualTo(before);
        int asked = sandbox.requests().size();
        run(rollback);
        assertThat(options()).isEqualTo(before);
        assertThat(sandbox.tenant().connection("sms").members().get("metadata")).isEqualTo(record);
        assertThat(sandbox.requests().stream().skip(asked).map(RecordedRequest::method))
                .containsExactly("POST", "GET", "PATCH");
        assertThat(lastLines(13))
                .containsExactly(
                        "INFO Rollback of " + sandbox.address() + ", connection sms (" + ID + ")",
                        "INFO   ~ from                                          +61491570156 -> +15550100000",
                        "INFO   - gateway_authentication.audience               (secret #mark, 30 characters)",
                        "INFO   - gateway_authentication.method                 bearer",
                        "INFO   - gateway_authentication.secret                 (secret #mark, 12 characters)",
                        "INFO   - gateway_authentication.secret_base64_encoded  false",
                        "INFO   - gateway_authentication.subject                (secret #mark, 20 characters)",
                        "INFO   - gateway_url                                  "
                                + " https://auth0-api.messagemedia.com/messages",
                        "INFO   - provider                                      sms_gateway",
                        "INFO   + twilio_sid                                    AC00000000000000000000000000000000",
                        "INFO   + twilio_token                                  (secret #mark, 32 characters)",
                        "INFO Plan: 2 to add, 1 to change, 7 to remove. The applied record stays.",
                        "INFO Outcome: rolled back. The applied record stays: an apply of the same descriptor now stops at drift.");
        run(rollback);
        assertThat(lastLines(3))
                .containsExactly(
                        "INFO Rollback of " + sandbox.address() + ", connection sms (" + ID + ")",
                        "INFO Plan: nothing to do. Auth0 already holds the values from before that apply.",
                        "INFO Outcome: nothing to do; nothing was written.");
        assertThat(failure(apply)).startsWith("The plan has ");
        assertThat(options()).isEqualTo(before);
    }

    @Test
    void whatSomebodyHasFixedSinceStays(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        describe("options: {template: \"Code @@password@@\"}\n");
        run(apply);
        colleagueSets("template", Value.of("Fixed: @@password@@"));
        colleagueSets("disable_signup", Value.of(true));
        run(rollback);
        assertThat(options().get("template")).isEqualTo(Value.of("Fixed: @@password@@"));
        assertThat(options().get("disable_signup")).isEqualTo(Value.of(true));
        assertThat(options().get("from")).isEqualTo(Value.of("+15550100000"));
        assertThat(logged())
                .contains("INFO   = template                                      stays: changed since that apply");
    }

    @Test
    void withoutAKeyTheBackupSaysWhatItWillAskFor(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "");
        Map<String, Value> before = options();
        run(apply);
        assertThat(logged())
                .contains("WARN There is no passphrase for the backup (MESSAGEMEDIA_BACKUP_KEY), so the backup"
                        + " leaves out the values at twilio_token. A rollback would ask for them.");
        assertThat(Files.readString(backups().get(0))).contains("\"withheld\": \"string\"");
        assertThat(failure(rollback))
                .isEqualTo("The apply kept no value of twilio_token: it had no key. Nothing was written.\n"
                        + "Set these environment variables to the values before it:"
                        + " MESSAGEMEDIA_RESTORE_TWILIO_TOKEN.\n"
                        + "Outcome: refused; Auth0 did not change.");
        build().environment("MESSAGEMEDIA_RESTORE_TWILIO_TOKEN", SandboxCredentials.TWILIO_TOKEN);
        run(rollback);
        assertThat(options()).isEqualTo(before);
    }

    @Test
    void aDryRunShowsAllWithTheValuesThatItWouldAskFor(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") @MojoParameter(name = "dryRun", value = "true") RollbackMojo look)
            throws IOException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "");
        run(apply);
        Map<String, Value> applied = options();
        run(look);
        assertThat(logged())
                .contains(
                        "INFO   - provider                                      sms_gateway",
                        "INFO   + twilio_token                                  (not kept: set"
                                + " MESSAGEMEDIA_RESTORE_TWILIO_TOKEN)",
                        "WARN Without this value the rollback stops: twilio_token (not kept: set"
                                + " MESSAGEMEDIA_RESTORE_TWILIO_TOKEN).");
        build().environment("MESSAGEMEDIA_RESTORE_TWILIO_TOKEN", "  ");
        run(look);
        assertThat(logged())
                .contains("INFO   + twilio_token                                  (MESSAGEMEDIA_RESTORE_TWILIO_TOKEN is"
                        + " blank)");
        assertThat(options()).isEqualTo(applied);
    }

    @Test
    void aDryRunWithoutTheKeyOfTheBackupShowsAllToo(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") @MojoParameter(name = "dryRun", value = "true") RollbackMojo look) {
        run(apply);
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "");
        run(look);
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "another-passphrase-0002");
        run(look);
        String place = "INFO   + twilio_token                                  (";
        assertThat(logged())
                .contains(
                        place + "sealed: set MESSAGEMEDIA_BACKUP_KEY to that apply's passphrase)",
                        place + "sealed with another passphrase: set MESSAGEMEDIA_BACKUP_KEY to that apply's"
                                + " passphrase)");
    }

    @Test
    void aBlankValueIsToldWithItsVariableAndNotWithTheDescriptor(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "");
        run(apply);
        build().environment("MESSAGEMEDIA_RESTORE_TWILIO_TOKEN", " ");
        assertThat(failure(rollback))
                .isEqualTo("MESSAGEMEDIA_RESTORE_TWILIO_TOKEN is blank. Nothing was written.\n"
                        + "Correct these environment variables: MESSAGEMEDIA_RESTORE_TWILIO_TOKEN.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    void anotherKeyOpensNothing(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        run(apply);
        Map<String, Value> applied = options();
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "another-passphrase-0002");
        assertThat(failure(rollback))
                .isEqualTo("The backup's values of twilio_token cannot be opened with this key. Nothing was written.\n"
                        + "Set MESSAGEMEDIA_BACKUP_KEY to the passphrase of the apply that made it, or name its"
                        + " server of"
                        + " settings.xml in messagemedia.backupServer.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(options()).isEqualTo(applied);
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "approve", value = "prod")
    @MojoParameter(name = "adopt", value = "true")
    @MojoParameter(name = "environment", value = "prod")
    void aProtectedEnvironmentLosesNoSecret(ApplyMojo apply) throws IOException {
        describe("environments: {prod: {protected: true}}\n");
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "");
        Map<String, Value> before = options();
        assertThat(failure(apply))
                .isEqualTo("Environment prod is protected, and this apply would irrecoverably overwrite"
                        + " twilio_token: there is no passphrase to encrypt the backup with. Nothing was written.\n"
                        + "Set the environment variable MESSAGEMEDIA_BACKUP_KEY to a long passphrase, or"
                        + " name a server of"
                        + " settings.xml with it in messagemedia.backupServer.\n"
                        + "Outcome: refused; Auth0 did not change. Environment: prod.");
        assertThat(options()).isEqualTo(before);
        assertThat(backups()).isEmpty();
        build().environment("MESSAGEMEDIA_BACKUP_KEY", KEY);
        run(apply);
        assertThat(backups()).hasSize(1);
    }

    @Test
    @MojoParameter(name = "backupServer", value = "backup")
    void theKeyMayComeFromSettings(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        Map<String, Value> before = options();
        build().server("backup", "anybody", "server-password-0001");
        run(apply);
        run(rollback);
        assertThat(options()).isEqualTo(before);
    }

    @Test
    @InjectMojo(goal = "apply")
    void aShortKeyIsRefusedBeforeAnythingIsWritten(ApplyMojo apply) {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "short");
        assertThat(failure(apply))
                .isEqualTo("The passphrase of the backups has fewer than 12 characters.\n"
                        + "Make a long random one, and keep it where your other secrets are.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).doesNotContain("PATCH");
    }

    @Test
    @InjectMojo(goal = "rollback")
    void withoutABackupThereIsNothingToRollBack(RollbackMojo rollback) {
        assertThat(failure(rollback))
                .startsWith("There is nothing to roll back: no backup of connection sms (" + ID + ") is in ")
                .endsWith("Only an apply that changes options of an existing connection makes a backup. If it ran on"
                        + " another machine, copy its backup here and name it with"
                        + " -Dmessagemedia.backup=FILE.\nOutcome: refused; Auth0 did not change.");
    }

    @Test
    void aBackupOfAnotherTenantIsRefused(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        run(apply);
        String first = sandbox.address().toString();
        Path backup = backups().get(0);
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.inMemory());
        describe("");
        MojoExtension.setVariableValueToObject(rollback, "backup", backup.toFile());
        assertThat(failure(rollback))
                .isEqualTo("The backup is of connection sms (" + ID + ") of " + first + ", not of sms (" + ID + ") of "
                        + sandbox.address() + ". Nothing was written.\n"
                        + "Name a backup of this connection with messagemedia.backup, or leave it out to take the"
                        + " newest.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    void anUnwritableFolderStopsTheApplyBeforeTheWrite(@InjectMojo(goal = "apply") ApplyMojo apply)
            throws IOException, IllegalAccessException {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file where a folder should be");
        // Whatever the umask: a folder for everybody is refused for that.
        Files.setPosixFilePermissions(blocked, PosixFilePermissions.fromString("rw-------"));
        MojoExtension.setVariableValueToObject(apply, "backupDirectory", blocked.toFile());
        assertThat(failure(apply)).startsWith("The backup " + blocked).contains("could not be written");
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).doesNotContain("PATCH");
    }

    @Test
    void anOlderBackupIsNamedByItsFile(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        run(apply);
        describe("options: {template: \"Code @@password@@\"}\n");
        run(apply);
        assertThat(backups()).hasSize(2);
        MojoExtension.setVariableValueToObject(
                rollback,
                "backup",
                folder.resolve(backups().get(0).getFileName()).toFile());
        run(rollback);
        assertThat(options().get("from")).isEqualTo(Value.of("+15550100000"));
        assertThat(options().get("template")).isEqualTo(Value.of("Code @@password@@"));
    }
}
