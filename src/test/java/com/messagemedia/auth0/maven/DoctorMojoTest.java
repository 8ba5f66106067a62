package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.sandbox.Request;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole chain, and each of its links broken. */
class DoctorMojoTest extends GoalTest {

    private Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        assertThat(sandbox.inbox()).isEmpty();
        sandbox.close();
    }

    private void describe(String more) {
        build().descriptor(SANDBOX.replace(
                        "domain: sandbox\n",
                        "domain: " + sandbox.address()
                                + "\n  clientId: sandbox-client-id\n  clientSecret: sandbox-client-secret-published\n")
                + more);
    }

    private void setOption(String key, Value value) {
        new Colleague(sandbox).sets(key, value);
    }

    private List<String> lines() {
        return logged().stream()
                .filter(line -> line.startsWith("INFO "))
                .map(line -> line.substring(5))
                .toList();
    }

    @Test
    void everyLinkIsToldAndNothingIsChanged(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor)
            throws IOException {
        describe("");
        run(apply);
        int before = lines().size();
        int asked = sandbox.requests().size();
        run(doctor);
        assertThat(lines().subList(before, lines().size()))
                .containsExactly(
                        "ok       descriptor     messagemedia-auth0.yaml is valid",
                        "ok       references     0 confidential values are resolved",
                        "ok       tenant         it answers, and its certificate is trusted",
                        "ok       token          Auth0 issued one",
                        "ok       scopes         read:connections, read:connections_options, update:connections,"
                                + " update:connections_options",
                        "ok       connection     sms (con_SandboxSms000000), its options can be read",
                        "ok       plan           Auth0 is as the descriptor says",
                        "ok       provider       Auth0 sends through the SMS gateway",
                        "ok       gateway        auth0-api.messagemedia.com answers, and its certificate is trusted",
                        "ok       gateway token  signed as Auth0 will, and the gateway's check passes",
                        "ok       credentials    MessageMedia takes them",
                        "ok       sender         +61491570156 is approved until 2099-01-01",
                        "warning  countries      To the United Kingdom (GB) carriers block numbers of other countries.",
                        "warning  countries      To the United States (US) numbers of other countries are not carried"
                                + " reliably: use a registered 10DLC or toll-free number.",
                        "ok       template       at least 6 characters, 1 part",
                        "Outcome: no link is broken.");
        assertThat(sandbox.requests().stream().skip(asked).map(Request::method))
                .containsExactly("POST", "GET", "HEAD", "GET", "GET");
        assertThat(Files.readString(folder.resolve("target/messagemedia/report.json")))
                .contains("\"name\": \"credentials\"", "\"state\": \"ok\"")
                .doesNotContain(SECRETS);
    }

    @Test
    @InjectMojo(goal = "doctor")
    void beforeTheFirstApplyTheOptionsAfterItAreExamined(DoctorMojo doctor) {
        describe("");
        run(doctor);
        assertThat(lines())
                .contains(
                        "warning  plan           there are changes that are not applied yet",
                        "warning  provider       Auth0 sends through twilio now",
                        "ok       credentials    MessageMedia takes them");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void wrongCredentialsOfAuth0LeaveTheRestToBeExamined(DoctorMojo doctor) {
        describe("");
        build().descriptor(SANDBOX.replace(
                "domain: sandbox\n",
                "domain: " + sandbox.address()
                        + "\n  clientId: somebody-else\n  clientSecret: sandbox-client-secret-published\n"));
        assertThat(failure(doctor))
                .isEqualTo("The chain is broken at: token.\nThe list, which -q hides, says for each what to do.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(lines())
                .contains(
                        "ok       tenant         it answers, and its certificate is trusted",
                        "unknown  scopes         there is no token",
                        "unknown  connection     there is no token",
                        "ok       credentials    MessageMedia takes them")
                .anyMatch(line -> line.startsWith("broken   token          Getting a Management API token from "));
    }

    @Test
    @InjectMojo(goal = "doctor")
    @MojoParameter(name = "timeout", value = "1")
    void aTenantThatIsNotThereIsSaidToBe(DoctorMojo doctor) {
        describe("");
        sandbox.close();
        assertThat(failure(doctor)).startsWith("The chain is broken at: tenant, gateway.\n");
        assertThat(lines())
                .contains(
                        "unknown  token          the tenant was not reached",
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
    void aPhoneProviderInTheWayBreaksTheChain(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe("");
        run(apply);
        setOption("use_phone_provider", Value.of(true));
        assertThat(failure(doctor)).startsWith("The chain is broken at: provider.\n");
        assertThat(lines())
                .contains("broken   provider       options.use_phone_provider is set, so Auth0 will not call the"
                        + " gateway");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void anExpiredSenderAndALongTemplateAreTold(DoctorMojo doctor) {
        describe("options: {template: \"" + "Your code is @@password@@. ".repeat(12) + "\"}\n");
        build().descriptor(text().replace("+61491570156", "+61491570158"));
        assertThat(failure(doctor)).startsWith("The chain is broken at: sender.\n");
        assertThat(lines())
                .contains(
                        "broken   sender         +61491570158 has expired",
                        "warning  template       at least 252 characters, 2 parts");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void anUnregisteredSenderIsAWarning(DoctorMojo doctor) {
        describe("");
        build().descriptor(text().replace("+61491570156", "AcmeAlert"));
        run(doctor);
        assertThat(lines())
                .contains(
                        "warning  sender         AcmeAlert is not among the account's senders",
                        "warning  countries      To the United Kingdom (GB) a name with a generic word such as Alert,"
                                + " Verify or Info is blocked.");
    }

    private String text() {
        try {
            return Files.readString(folder.resolve(DescriptorLocation.NAME));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "preflight", value = "true")
    void refusedCredentialsStopAnApply(ApplyMojo apply) {
        describe("");
        build().environment("MESSAGEMEDIA_API_SECRET", "environment-secret-0001")
                .descriptor(text().replace("SandboxApiSecret00000000000000", "${env.MESSAGEMEDIA_API_SECRET}"));
        assertThat(failure(apply))
                .isEqualTo(
                        "MessageMedia does not take this API key and secret (MessageMedia answered 401). With them no code"
                                + " would arrive, and Auth0 would not notice. Nothing was written.\n"
                                + "Create a pair for Basic authentication in MessageMedia's API settings, and set both apiKey and"
                                + " apiSecret: a secret is shown once and belongs to its key. -Dmessagemedia.preflight=false"
                                + " applies without asking.\n"
                                + "Outcome: refused; Auth0 is as it was.");
        assertThat(sandbox.requests()).extracting(Request::method).doesNotContain("PATCH");
    }

    @Test
    @MojoParameter(name = "preflight", value = "true")
    void acceptedCredentialsAreAppliedAfterASecondRead(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "apply") ApplyMojo again) {
        describe("");
        run(apply);
        assertThat(sandbox.requests().stream().map(request -> request.method() + " " + request.status()))
                .containsExactly("POST 200", "GET 200", "GET 404", "GET 200", "PATCH 200");
        run(again);
        assertThat(sandbox.requests()).hasSize(7);
    }

    @Test
    @InjectMojo(goal = "apply")
    void onLoopbackNobodyIsAskedUnlessThatIsWanted(ApplyMojo apply) {
        describe("");
        run(apply);
        assertThat(sandbox.requests()).extracting(Request::method).containsExactly("POST", "GET", "PATCH");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "preflight", value = "perhaps")
    void anotherWordIsRefusedBeforeAnythingIsWritten(ApplyMojo apply) {
        describe("");
        assertThat(failure(apply))
                .startsWith("messagemedia.preflight is \"perhaps\".\nUse one of auto, true and false.\n");
        assertThat(sandbox.requests()).extracting(Request::method).doesNotContain("PATCH");
    }
}
