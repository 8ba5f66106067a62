package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

/** The whole chain, and its links from the descriptor to the plan. */
class DoctorMojoTest extends DoctorTest {

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
                        "ok       tenant         it answers on this machine",
                        "ok       token          Auth0 issued one",
                        "ok       scopes         read:connections, read:connections_options, update:connections,"
                                + " update:connections_options",
                        "ok       connection     sms (con_SandboxSms000000), its options can be read",
                        "ok       applications   2 applications may use the connection",
                        "ok       plan           Auth0 matches the descriptor",
                        "ok       provider       Auth0 sends through the SMS gateway",
                        "unknown  phone provider the token cannot read whether the tenant is on the Unified Phone"
                                + " Experience, which calls no gateway",
                        "                        Grant read:tenant_settings to the client: in the Auth0 dashboard open"
                                + " Applications > APIs > Auth0 Management API > Machine to Machine Applications, open"
                                + " the client, tick it and press Update.",
                        "ok       gateway        the tenant's own gateway answers in place of"
                                + " auth0-api.messagemedia.com",
                        "ok       gateway token  signed the way Auth0 signs it, and the gateway's check passes",
                        "ok       credentials    MessageMedia accepts them",
                        "ok       sender         +61491570156 is approved for AU until 2099-01-01",
                        "warning  countries      To the United Kingdom (GB) carriers block numbers of other countries.",
                        "warning  countries      Since 2026-04-01 MessageMedia accepts messages to Singapore (SG) over TLS 1.3"
                                + " only. Send a code to a number there to see if yours arrive.",
                        "warning  countries      To the United States (US) numbers of other countries are not carried"
                                + " reliably: use a registered 10DLC or toll-free number.",
                        "ok       template       6 characters, 1 part",
                        "Outcome: no link is broken; 1 could not be examined.");
        assertThat(sandbox.requests().stream().skip(asked).map(RecordedRequest::method))
                .containsExactly("HEAD", "POST", "GET", "GET", "HEAD", "GET", "GET");
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
                        "ok       credentials    MessageMedia accepts them");
    }

    @Test
    void aPhoneProviderInTheWayBreaksTheChain(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe("");
        run(apply);
        setOption("use_phone_provider", Value.of(true));
        assertThat(failure(doctor)).startsWith("The chain is broken at: phone provider.\n");
        assertThat(lines())
                .contains("broken   phone provider options.use_phone_provider is set, so Auth0 will not call the"
                        + " gateway");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aConnectionThatCannotSendIsSaidToBe(DoctorMojo doctor) {
        setOption("twilio_token", Value.of(""));
        build().descriptor("version: 1\ntenant: {domain: \"" + sandbox.address()
                + "\", clientId: sandbox-client-id, clientSecret: sandbox-client-secret-published}\n"
                + "options: {template: 'Code @@password@@'}\n");
        assertThat(failure(doctor)).startsWith("The chain is broken at: provider.\n");
        assertThat(lines())
                .contains(
                        "broken   provider       the connection cannot send: it lacks twilio_token",
                        "                        Add a messageMedia section.",
                        "ok       template       11 characters, 1 part")
                .noneMatch(line -> line.contains("gateway"));
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aTenantOnTheUnifiedPhoneExperienceIsAWarning(DoctorMojo doctor) {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.inMemory()
                .withScopes(SandboxSettings.ALL_SCOPES)
                .withStart(StartingTenant.SWITCHED));
        describe("");
        run(doctor);
        assertThat(lines())
                .contains("warning  phone provider the tenant is on the Unified Phone Experience, and Auth0 may not"
                        + " call the"
                        + " gateway");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aTenantOutsideTheUnifiedPhoneExperienceIsSaidToBe(DoctorMojo doctor) {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.inMemory()
                .withScopes(Set.of("read:connections", "read:connections_options", "read:tenant_settings")));
        describe("");
        failure(doctor);
        assertThat(lines())
                .contains("ok       phone provider neither the connection nor the tenant uses one in place of the"
                        + " gateway");
    }

    @Test
    void whereAConflictStopsAnApplyTheOptionsThatSendNowAreExamined(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe("");
        run(apply);
        setOption("from", Value.of("+61491570158"));
        assertThat(failure(doctor)).startsWith("The chain is broken at: sender.\n");
        assertThat(lines())
                .contains(
                        "warning  plan           an apply would stop: drift in from",
                        "                        messagemedia:plan says why, and what to do. The checks below use"
                                + " the options that Auth0 holds now.",
                        "broken   sender         +61491570158 has expired");
    }

    @Test
    void driftAloneBreaksNoLink(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe("options: {template: 'Your code: @@password@@'}\n");
        run(apply);
        setOption("template", Value.of("Code @@password@@"));
        run(doctor);
        assertThat(lines())
                .contains(
                        "warning  plan           an apply would stop: drift in template",
                        "                        messagemedia:plan says why, and what to do. The checks below use"
                                + " the options that Auth0 holds now.")
                .noneMatch(line -> line.startsWith("broken"));
    }

    @Test
    void whatBothSidesChangedIsAConflictAndBreaksNoLink(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe("options: {template: 'Your code: @@password@@', disable_signup: true}\n");
        run(apply);
        setOption("template", Value.of("Code @@password@@"));
        setOption("disable_signup", Value.of(false));
        describe("options: {template: 'The code: @@password@@', disable_signup: true}\n");
        run(doctor);
        assertThat(lines())
                .contains("warning  plan           an apply would stop: drift in disable_signup; conflict in template");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void theDescriptorsWarningsCount(DoctorMojo doctor) {
        describe("");
        build().environment("MESSAGEMEDIA_API_SECRET", "environment-secret-0001")
                .descriptor(descriptor().replace("SandboxApiSecret00000000000000", "${env.MESSAGEMEDIA_API_SECRET}"));
        assertThat(failure(doctor)).startsWith("The chain is broken at: credentials.\n");
        assertThat(lines())
                .contains(
                        "warning  descriptor     messagemedia-auth0.yaml is valid, with 1 warning",
                        "ok       references     1 confidential value is resolved",
                        "broken   credentials    MessageMedia answered 401");
    }

    @Test
    void aSecretOfAnotherThatStandsWhereNoneIsExpectedIsNotShown(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe("");
        run(apply);
        setOption("gateway_authentication.note", Value.of("LiveSec0017"));
        setOption("from", Value.of("LiveSec0017"));
        run(doctor);
        assertThat(lines()).anyMatch(line -> line.contains("(secret)"));
        assertThat(logged()).noneMatch(line -> line.contains("LiveSec0017"));
    }
}
