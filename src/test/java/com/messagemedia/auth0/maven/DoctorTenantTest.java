package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.HeldPort;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

/** The links from the descriptor to the connection, each of them broken. */
class DoctorTenantTest extends DoctorTest {

    @Test
    @InjectMojo(goal = "doctor")
    void wrongCredentialsOfAuth0LeaveTheRestToBeExamined(DoctorMojo doctor) {
        describe("");
        build().descriptor(SANDBOX.replace(
                "domain: sandbox\n",
                "domain: " + sandbox.address()
                        + "\n  clientId: somebody-else\n  clientSecret: sandbox-client-secret-published\n"));
        assertThat(failure(doctor))
                .isEqualTo("The chain is broken at: token.\nThe list above says how to repair each link.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(lines())
                .contains(
                        "ok       tenant         it answers on this machine",
                        "unknown  scopes         there is no token",
                        "unknown  connection     there is no token",
                        "ok       credentials    MessageMedia accepts them")
                .anyMatch(line -> line.startsWith("broken   token          Getting a Management API token from "));
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aTenantThatIsNotThereIsSaidToBe(DoctorMojo doctor) {
        sandbox.close();
        try (HeldPort port = new HeldPort()) {
            sandbox = Sandbox.start(SandboxSettings.inMemory().withPort(port.number()));
            describe("");
            sandbox.close();
            assertThat(failure(doctor)).startsWith("The chain is broken at: tenant, gateway.\n");
        }
        assertThat(lines())
                .contains(
                        "broken   tenant         127.0.0.1 cannot be reached",
                        "unknown  token          the tenant was not reached",
                        "unknown  scopes         the tenant was not reached",
                        "unknown  connection     the tenant was not reached",
                        "broken   gateway        auth0-api.messagemedia.com: 127.0.0.1 cannot be reached",
                        "unknown  credentials    127.0.0.1 cannot be reached",
                        "unknown  sender         the account's senders cannot be read");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void missingScopesAreNamedWithTheirGrant(DoctorMojo doctor) {
        sandbox.close();
        sandbox = Sandbox.start(
                SandboxSettings.inMemory().withScopes(Set.of("read:connections", "read:connections_options")));
        describe("");
        assertThat(failure(doctor)).startsWith("The chain is broken at: scopes.\n");
        assertThat(lines())
                .contains("broken   scopes         missing: update:connections, update:connections_options")
                .anyMatch(line -> line.contains("Grant update:connections update:connections_options to the client"));
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aReferenceToNothingLeavesTheTenantToBeExamined(DoctorMojo doctor) throws IOException {
        describe("");
        build().descriptor(descriptor().replace("SandboxApiSecret00000000000000", "${env.MESSAGEMEDIA_API_SECRET}"));
        assertThat(failure(doctor))
                .startsWith("messagemedia-auth0.yaml has 1 error.\n")
                .contains("messageMedia.apiSecret refers to ${env.MESSAGEMEDIA_API_SECRET}, which is not set");
        assertThat(lines())
                .containsExactly(
                        "ok       descriptor     messagemedia-auth0.yaml is valid",
                        "broken   references     missing: env.MESSAGEMEDIA_API_SECRET (line 8)",
                        "                        Set them where Maven runs.",
                        "ok       tenant         it answers on this machine",
                        "unknown  token          correct the descriptor first",
                        "unknown  scopes         correct the descriptor first",
                        "unknown  connection     correct the descriptor first",
                        "unknown  applications   correct the descriptor first",
                        "unknown  plan           correct the descriptor first",
                        "unknown  credentials    correct the descriptor first",
                        "unknown  sender         correct the descriptor first",
                        "unknown  template       correct the descriptor first");
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsExactly("HEAD");
        assertThat(Files.readString(folder.resolve("target/messagemedia/report.json")))
                .contains("\"links\": [", "\"diagnostics\": [");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aFaultyDescriptorIsSaidToBe(DoctorMojo doctor) {
        build().descriptor("version: 1\ntenant: [\n");
        assertThat(failure(doctor)).startsWith("messagemedia-auth0.yaml has 1 error.\n");
        assertThat(lines())
                .startsWith(
                        "broken   descriptor     messagemedia-auth0.yaml has faults",
                        "                        Correct the lines that the messages below name.",
                        "unknown  references     correct the descriptor first",
                        "unknown  tenant         correct the descriptor first");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aTokenThatIsGivenIsJudgedByTheFirstAnswer(DoctorMojo doctor) {
        build().environment("AUTH0_TOKEN", "environment-secret-0001")
                .descriptor(SANDBOX.replace(
                        "domain: sandbox\n", "domain: " + sandbox.address() + "\n  token: ${env.AUTH0_TOKEN}\n"));
        assertThat(failure(doctor)).startsWith("The chain is broken at: token.\n");
        assertThat(lines())
                .contains(
                        "ok       tenant         it answers on this machine",
                        "unknown  connection     Auth0 refuses the token")
                .anyMatch(line -> line.startsWith("broken   token          Reading the connections of "));
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aTokenThatIsGivenDoesNotMakeATenantAnswer(DoctorMojo doctor) {
        build().descriptor(SANDBOX.replace(
                "domain: sandbox\n", "domain: " + sandbox.address() + "\n  token: sandbox-token-published\n"));
        sandbox.close();
        assertThat(failure(doctor)).startsWith("The chain is broken at: tenant, gateway.\n");
        assertThat(logged()).noneMatch(line -> line.contains("Trying again"));
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aConnectionThatIsToBeCreatedNeedsAScopeMore(DoctorMojo doctor) {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.inMemory()
                .withScopes(Set.of(
                        "read:connections",
                        "read:connections_options",
                        "update:connections",
                        "update:connections_options")));
        describe("connection: new-one\ncreateIfMissing: true\n");
        assertThat(failure(doctor)).startsWith("The chain is broken at: scopes.\n");
        assertThat(lines())
                .contains(
                        "broken   scopes         missing: create:connections",
                        "warning  connection     new-one does not exist yet");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void withoutTheScopeToReadNobodyLooksForTheConnection(DoctorMojo doctor) {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.inMemory().withScopes(Set.of("read:connections")));
        describe("");
        assertThat(failure(doctor)).startsWith("The chain is broken at: scopes.\n");
        assertThat(lines())
                .contains(
                        "broken   scopes         missing: read:connections_options, update:connections,"
                                + " update:connections_options",
                        "unknown  connection     the token lacks a scope to read it");
    }
}
