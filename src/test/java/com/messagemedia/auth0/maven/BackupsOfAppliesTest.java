package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.CapturedExchange;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which backups there are after which applies, and which one a rollback takes. */
class BackupsOfAppliesTest extends RollbackRehearsal {

    @Test
    void anApplySaysWhereItsBackupIs(@InjectMojo(goal = "apply") ApplyMojo apply) throws IOException {
        run(apply);
        assertThat(lastLines(2))
                .first()
                .isEqualTo("INFO Backup: " + backups().get(0) + " (messagemedia:rollback restores it)");
        assertThat(report()).contains("\"backup\": \"" + backups().get(0) + "\"");
        run(apply);
        assertThat(backups()).hasSize(1);
        assertThat(lastLines(1)).containsExactly("INFO Outcome: nothing to do; nothing was written.");
        assertThat(report()).containsOnlyOnce("\"backup\"");
    }

    @Test
    void anApplyThatAuth0RefusesLeavesNoBackupThatARollbackCouldTake(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        Map<String, Value> before = options();
        sandbox.close();
        Answering answering = new Answering();
        sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(answering)));
        describe("");
        run(apply);
        List<Path> first = backups();
        assertThat(first).hasSize(1);
        answering.status = 404;
        describe("options: {template: \"Code @@password@@\"}\n");
        assertThat(failure(apply)).endsWith("Outcome: failed; nothing was written to Auth0.");
        assertThat(backups()).isEqualTo(first);
        assertThat(String.join("\n", lastLines(2))).doesNotContain("Backup: ");
        answering.status = 0;
        describe("");
        run(rollback);
        assertThat(options()).isEqualTo(before);
    }

    @Test
    void anApplyWhoseStateIsUnknownKeepsItsBackup(@InjectMojo(goal = "apply") ApplyMojo apply) throws IOException {
        sandbox.close();
        Answering answering = new Answering();
        sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(answering)));
        describe("");
        answering.status = 200;
        answering.body = Json.write(sandbox.tenant().connection("sms"));
        assertThat(failure(apply)).endsWith("Outcome: unknown; check the connection before you run the goal again.");
        assertThat(backups()).hasSize(1);
        assertThat(lastLines(1))
                .containsExactly("INFO Backup: " + backups().get(0) + " (messagemedia:rollback restores it)");
    }

    @Test
    void aRollbackWhoseReplyShowsOtherValuesIsNotCalledDone(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        sandbox.close();
        Answering answering = new Answering();
        sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(answering)));
        describe("");
        run(apply);
        answering.status = 200;
        answering.body = Json.write(sandbox.tenant().connection("sms"));
        assertThat(failure(rollback)).endsWith("Outcome: unknown; check the connection before you run the goal again.");
    }

    /** The answer says no, and Auth0 took the change all the same. */
    @ParameterizedTest
    @ValueSource(ints = {403, 407, 429})
    void anApplyThatWasRefusedAndTakenKeepsItsBackup(int status, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws IOException {
        sandbox.close();
        Answering answering = new Answering();
        sandbox = Sandbox.start(SandboxSettings.inMemory().withFilters(List.of(answering)));
        describe("");
        answering.status = status;
        answering.isProcessing = true;
        run(apply);
        assertThat(options().get("provider")).isEqualTo(Value.of("sms_gateway"));
        assertThat(report()).contains("\"outcome\": \"applied\"");
        assertThat(backups()).hasSize(1);
    }

    /** Answers each PATCH in place of the tenant, once it is told how. */
    private static final class Answering extends Filter {

        private volatile int status;
        private volatile boolean isProcessing;
        private volatile String body = "{}";

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            if (status == 0 || !exchange.getRequestMethod().equals("PATCH")) {
                chain.doFilter(exchange);
                return;
            }
            byte[] request = exchange.getRequestBody().readAllBytes();
            if (isProcessing) {
                chain.doFilter(new CapturedExchange(exchange, request));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        @Override
        public String description() {
            return "answers each PATCH";
        }
    }

    @Test
    void aRollbackTakesTheNewestOfItsOwnDescriptor(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        run(apply);
        String first = descriptor();
        String other = first.substring(0, first.indexOf("messageMedia:"))
                + "owner: texts\noptions: {template: \"Code @@password@@\"}\n";
        build().descriptor(other);
        run(apply);
        build().descriptor(first);
        run(rollback);
        assertThat(options().get("template")).isEqualTo(Value.of("Code @@password@@"));
        assertThat(options().get("from")).isEqualTo(Value.of("+15550100000"));
        Path theirs = backups().stream()
                .filter(file -> file.getParent().endsWith("texts"))
                .findFirst()
                .orElseThrow();
        MojoExtension.setVariableValueToObject(rollback, "backup", theirs.toFile());
        assertThat(failure(rollback))
                .isEqualTo("The backup is of the descriptor with \"owner: texts\", and this one has \"owner: default\"."
                        + " Nothing was written.\n"
                        + "Roll back with that descriptor, or leave messagemedia.backup out to take the newest of"
                        + " this one.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    void whereNothingIsLeftToGoBackTheOlderBackupsAreNamed(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        Map<String, Value> before = options();
        run(apply);
        describe("options: {template: \"Code @@password@@\"}\n");
        run(apply);
        run(rollback);
        run(rollback);
        Path older = backups().get(0).getFileName();
        assertThat(lastLines(5))
                .containsExactly(
                        "INFO Plan: nothing to do. Auth0 already holds the values from before that apply.",
                        "INFO Backups of this connection, newest first; -Dmessagemedia.backup=NAME undoes that one apply:",
                        "INFO   " + backups().get(1).getFileName() + "  template",
                        "INFO   " + older
                                + "  from, gateway_authentication, gateway_url, provider, twilio_sid, twilio_token",
                        "INFO Outcome: nothing to do; nothing was written.");
        MojoExtension.setVariableValueToObject(
                rollback, "backup", folder.resolve(older).toFile());
        run(rollback);
        assertThat(options()).isEqualTo(before);
    }

    @Test
    void aDryRunShowsAndWritesNothing(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IllegalAccessException, IOException {
        run(apply);
        Map<String, Value> applied = options();
        int asked = sandbox.requests().size();
        MojoExtension.setVariableValueToObject(rollback, "dryRun", true);
        run(rollback);
        assertThat(options()).isEqualTo(applied);
        assertThat(sandbox.requests().stream().skip(asked).map(RecordedRequest::method))
                .doesNotContain("PATCH");
        assertThat(lastLines(2))
                .containsExactly(
                        "INFO Plan: 2 to add, 1 to change, 7 to remove. The applied record stays.",
                        "INFO Outcome: pending; nothing was written. Run without messagemedia.dryRun to roll back.");
        assertThat(report()).contains("\"outcome\": \"pending\"");
    }

    @Test
    void aNamedBackupThatIsNotThereIsNotReplacedByAnother(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        run(apply);
        Path elsewhere = folder.resolve("elsewhere").resolve(backups().get(0).getFileName());
        MojoExtension.setVariableValueToObject(rollback, "backup", elsewhere.toFile());
        assertThat(failure(rollback))
                .isEqualTo("There is no backup " + elsewhere + ".\n"
                        + "Name a file that is there, or leave messagemedia.backup out to take the newest; with"
                        + " messagemedia.dryRun the others are listed.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    void aConnectionThatIsNotThereIsNotToBeCreated(@InjectMojo(goal = "rollback") RollbackMojo rollback) {
        describe("connection: another\ncreateIfMissing: true\n");
        assertThat(failure(rollback))
                .isEqualTo("The tenant " + sandbox.address() + " has no SMS connection \"another\". It has sms (" + ID
                        + ").\nSet \"connection\" to the connection that the descriptor was applied to.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    void aProtectedEnvironmentWantsItsApprovalForARollbackToo(
            @InjectMojo(goal = "apply")
                    @MojoParameter(name = "environment", value = "prod")
                    @MojoParameter(name = "approve", value = "prod")
                    @MojoParameter(name = "adopt", value = "true")
                    ApplyMojo apply,
            @InjectMojo(goal = "rollback") @MojoParameter(name = "environment", value = "prod") RollbackMojo nobody,
            @InjectMojo(goal = "rollback")
                    @MojoParameter(name = "environment", value = "prod")
                    @MojoParameter(name = "approve", value = "prod")
                    RollbackMojo approved) {
        describe("environments: {prod: {protected: true}}\n");
        Map<String, Value> before = options();
        run(apply);
        Map<String, Value> applied = options();
        assertThat(failure(nobody))
                .isEqualTo("Environment prod is protected, and nobody approved the change. Nothing was written.\n"
                        + "Read the plan. If it is correct, add -Dmessagemedia.approve=prod.\n"
                        + "Outcome: refused; Auth0 did not change. Environment: prod.");
        assertThat(options()).isEqualTo(applied);
        assertThat(logged())
                .contains("INFO Rollback of " + sandbox.address() + ", connection sms (" + ID + "), environment prod");
        run(approved);
        assertThat(options()).isEqualTo(before);
    }
}
