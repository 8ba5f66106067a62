package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Which backups there are to choose from, and what the one that is named undoes. */
class NamedBackupsTest extends RollbackRehearsal {

    @Test
    void aDryRunListsTheBackups(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") @MojoParameter(name = "dryRun", value = "true") RollbackMojo look)
            throws IOException {
        run(apply);
        describe("options: {template: \"Code @@password@@\"}\n");
        run(apply);
        run(look);
        assertThat(lastLines(4))
                .containsExactly(
                        "INFO Backups of this connection, newest first; -Dmessagemedia.backup=NAME undoes that one apply:",
                        "INFO   " + backups().get(1).getFileName() + "  template",
                        "INFO   " + backups().get(0).getFileName()
                                + "  from, gateway_authentication, gateway_url, provider, twilio_sid, twilio_token",
                        "INFO Outcome: pending; nothing was written. Run without messagemedia.dryRun to roll back.");
    }

    @Test
    void aFileFromAnywhereUndoesThatOneApplyAndLeavesWhatLaterOnesChanged(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        Map<String, Value> before = options();
        run(apply);
        describe("");
        build().descriptor(descriptor().replace("+61491570156", "+61491570157"));
        run(apply);
        Path elsewhere = Files.copy(backups().get(0), folder.resolve("artifact-of-the-pipeline.json"));
        MojoExtension.setVariableValueToObject(rollback, "backup", elsewhere.toFile());
        run(rollback);
        Map<String, Value> expected = new LinkedHashMap<>(before);
        expected.put("from", Value.of("+61491570157"));
        assertThat(options()).isEqualTo(expected);
        assertThat(logged())
                .contains("INFO   = from                                          stays: changed since that apply");
    }

    @Test
    void theBackupOfAConnectionThatWasMadeAnewIsRefused(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        run(apply);
        MojoExtension.setVariableValueToObject(
                rollback, "backup", backups().get(0).toFile());
        sandbox.tenant().remove(ID);
        describe("createIfMissing: true\n");
        run(apply);
        Tree anew = sandbox.tenant().connection("sms");
        String id = ((Value.Text) anew.members().getOrDefault("id", Value.of(""))).text();
        assertThat(id).isNotEqualTo(ID);
        assertThat(failure(rollback))
                .startsWith("The backup is of connection sms (" + ID + ") of " + sandbox.address() + ", not of sms ("
                        + id + ") of " + sandbox.address() + ". Nothing was written.\n");
        assertThat(sandbox.tenant().connection("sms")).isEqualTo(anew);
    }

    @Test
    void whatTheDescriptorsRemoveWouldTakeAgainIsWarnedOf(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        run(apply);
        Map<String, Value> before = options();
        describe("remove: [messaging_service_sid]\n");
        run(apply);
        assertThat(options()).doesNotContainKey("messaging_service_sid");
        run(rollback);
        assertThat(options()).isEqualTo(before);
        assertThat(lastLines(2))
                .isEqualTo(List.of(
                        "WARN The next apply of this descriptor would undo"
                                + " the rollback of messaging_service_sid. Change the descriptor before you apply again.",
                        "INFO Outcome: rolled back. The applied record stays."));
    }
}
