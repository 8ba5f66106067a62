package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import com.messagemedia.auth0.rollback.BackupFolder;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rollback needs, and what it leaves as it is: clients, connections and backups. */
class WhatARollbackLeavesTest extends RollbackRehearsal {

    private Tree connection() {
        return sandbox.tenant().connection("sms");
    }

    @Test
    void enabledClientsStayEnabled(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        describe("enabledClients: [ours]\n");
        Map<String, Value> before = options();
        run(apply);
        Value clients = connection().members().get("enabled_clients");
        assertThat(clients).hasToString("array of 3");
        run(rollback);
        assertThat(options()).isEqualTo(before);
        assertThat(connection().members().get("enabled_clients")).isEqualTo(clients);
    }

    @Test
    void aConnectionThatAnApplyCreatedStays(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        sandbox.tenant().remove(ID);
        describe("createIfMissing: true\n");
        run(apply);
        Tree created = connection();
        assertThat(backups()).isEmpty();
        assertThat(failure(rollback)).startsWith("There is nothing to roll back: no backup of connection sms (");
        assertThat(connection()).isEqualTo(created);
    }

    @Test
    void itMakesNoBackupOfItsOwn(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        run(apply);
        List<Path> made = backups();
        assertThat(made).hasSize(1);
        run(rollback);
        assertThat(logged()).last().asString().startsWith("INFO Outcome: rolled back.");
        assertThat(backups()).isEqualTo(made);
    }

    @Test
    void itNeedsEachReferenceOfTheDescriptor(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        run(apply);
        Map<String, Value> applied = options();
        build().descriptor(descriptor().replace("SandboxApiSecret00000000000000", "${env.NOT_SET}"));
        assertThat(failure(rollback))
                .contains("messagemedia-auth0.yaml:8:14: messageMedia.apiSecret refers to ${env.NOT_SET}, which is"
                        + " not set");
        assertThat(options()).isEqualTo(applied);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read:connections",
                "read:connections_options",
                "update:connections",
                "update:connections_options"
            })
    void itNeedsTheScopesOfAnApply(String scope, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        sandbox.close();
        Set<String> granted = new TreeSet<>(SandboxSettings.USUAL_SCOPES);
        assertThat(granted.remove(scope)).isTrue();
        sandbox = Sandbox.start(SandboxSettings.inMemory().withScopes(granted));
        describe("");
        assertThat(failure(rollback))
                .startsWith(
                        "The token for " + sandbox.address() + " lacks the scope " + scope + ". Nothing was written.\n")
                .endsWith("Outcome: failed; nothing was written to Auth0.");
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsExactly("POST");
    }

    /** A build that died between its backup and its PATCH. */
    @Test
    void theBackupOfAnApplyThatNeverWasLeavesNothingToDo(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        run(apply);
        Tree before = connection();
        describe("options: {template: \"Code @@password@@\"}\n");
        run(apply);
        sandbox.tenant().edit(ID, after -> before);
        List<Path> made = backups();
        run(rollback);
        assertThat(lastLines(5))
                .containsExactly(
                        "INFO Plan: nothing to do. Auth0 already holds the values from before that apply.",
                        "INFO Backups of this connection, newest first; -Dmessagemedia.backup=NAME undoes that one apply:",
                        "INFO   " + made.get(1).getFileName() + "  template",
                        "INFO   " + made.get(0).getFileName()
                                + "  from, gateway_authentication, gateway_url, provider, twilio_sid, twilio_token",
                        "INFO Outcome: nothing to do; nothing was written.");
        assertThat(connection()).isEqualTo(before);
        run(apply);
        assertThat(backups()).hasSize(3).startsWith(made.get(0), made.get(1));
        run(rollback);
        assertThat(options()).isEqualTo(((Tree) before.members().get("options")).members());
    }

    @Test
    void aFingerprintStandsBesideASealedValue(@InjectMojo(goal = "apply") ApplyMojo apply) throws IOException {
        run(apply);
        Backup backup = BackupFolder.read(backups().get(0));
        assertThat(backup.entries())
                .filteredOn(entry -> entry.path().equals(OptionPaths.TWILIO_TOKEN))
                .extracting(Entry::before)
                .singleElement()
                .isInstanceOfSatisfying(
                        Before.Sealed.class,
                        before -> assertThat(before.print())
                                .hasSize(8)
                                .isEqualTo(new ValuePrints(backup.key(), GatewayOptions.MERGE_RULES.canonical())
                                        .of(OptionPaths.TWILIO_TOKEN, Value.of(SandboxCredentials.TWILIO_TOKEN))));
    }

    @Test
    void anOptionWhoseNameHoldsASecretIsInNoBackup(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") RollbackMojo rollback,
            @InjectMojo(goal = "apply")
                    @MojoParameter(name = "environment", value = "prod")
                    @MojoParameter(name = "approve", value = "prod")
                    @MojoParameter(name = "adopt", value = "true")
                    ApplyMojo guarded)
            throws IOException {
        String name = "k-" + SandboxCredentials.API_SECRET;
        colleagueSets(name, Value.of("theirs"));
        describe("remove: [" + name + "]\nenvironments: {prod: {protected: true}}\n");
        assertThat(failure(guarded))
                .isEqualTo("Environment prod is protected, and this apply would replace an option whose name holds a"
                        + " secret. No backup names it, so no rollback could put it back. Nothing was written.\n"
                        + "Rename that option in Auth0, or remove it there.\n"
                        + "Outcome: refused; Auth0 did not change. Environment: prod.");
        assertThat(options()).containsKey(name);
        describe("remove: [" + name + "]\n");
        run(apply);
        assertThat(logged())
                .contains("WARN The name of an option that this apply replaces contains a secret. The backup"
                        + " leaves the option out, so a rollback cannot restore it.");
        run(rollback);
        assertThat(options()).containsEntry("from", Value.of("+15550100000")).doesNotContainKey(name);
    }
}
