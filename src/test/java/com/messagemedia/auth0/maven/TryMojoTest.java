package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.report.TrialReport;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TryMojoTest extends RunningTenantTest {

    private static final String NUMBER = "+61491570006";
    private static final String WEB = "sandboxWebClient0000000000000000";

    @BeforeEach
    void describeTheTenant() {
        describe("");
    }

    private List<String> lastLines(int count) {
        List<String> lines = logged();
        return lines.subList(lines.size() - count, lines.size());
    }

    private void option(String key, Value value) {
        new Colleague(sandbox).sets(key, value);
    }

    private void authentication(String key, Value value) {
        new Colleague(sandbox).sets("gateway_authentication." + key, value);
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "clientId", value = WEB)
    void aCodeGoesTheWholeWay(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial)
            throws IOException {
        run(apply);
        run(trial);
        assertThat(sandbox.inbox()).hasSize(1).allSatisfy(message -> {
            assertThat(message.recipient()).isEqualTo(NUMBER);
            assertThat(message.body()).matches("[0-9]{6}");
            assertThat(message.accepted()).isTrue();
        });
        assertThat(lastLines(3))
                .containsExactly(
                        "INFO Auth0 says that the code for " + NUMBER + " was sent.",
                        "INFO This does not prove delivery: the gateway reports success even if MessageMedia"
                                + " refuses the key, the secret or the sender. No phone gets it: a sandbox shows"
                                + " it on its page, " + sandbox.address().url() + ", and in its inbox, "
                                + sandbox.address().url() + "sandbox/inbox.",
                        "INFO Outcome: sent; Auth0 did not change.");
        assertThat(Files.readString(folder.resolve("target/messagemedia/report.json")))
                .contains("\"outcome\": \"sent\"");
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "direct", value = "true")
    void theGatewayIsCalledWithTheSameToken(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) {
        run(apply);
        run(trial);
        assertThat(sandbox.inbox()).hasSize(1).allSatisfy(message -> {
            assertThat(message.body()).isEqualTo("000000");
            assertThat(message.sender()).isEqualTo("+61491570156");
            assertThat(message.accepted()).isTrue();
        });
        assertThat(lastLines(3).get(0))
                .isEqualTo("INFO The gateway accepted the message for " + NUMBER + " with the token that Auth0"
                        + " signs: 200.");
        assertThat(lastLines(2).get(0))
                .contains(" No phone gets it: a sandbox shows it on its page, "
                        + sandbox.address().url() + ", and in its inbox, "
                        + sandbox.address().url() + "sandbox/inbox. If it arrives here");
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "clientId", value = WEB)
    void theEmbeddedSandboxShowsItsInbox(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) {
        build().descriptor(SANDBOX);
        run(apply);
        run(trial);
        assertThat(lastLines(3).get(0))
                .endsWith(" No phone gets it. The sandbox keeps it in its inbox until this goal ends, and the goal"
                        + " shows the inbox next.");
        assertThat(lastLines(2).get(0))
                .matches("INFO Sandbox inbox: message to \\+61491570006 from \\+61491570156: [0-9]{6}");
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "clientId", value = WEB)
    void aBrokenTokenIsTracedToItsCause(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) {
        run(apply);
        authentication("secret_base64_encoded", Value.of(true));
        assertThat(failure(trial))
                .isEqualTo("Auth0 sent no code: 400 (sms_provider_error): Authentication failed while calling the SMS"
                        + " gateway: 401\n"
                        + "The gateway rejects Auth0's token: gateway_authentication.secret must be the"
                        + " word MessageMedia, and secret_base64_encoded must be false. Apply the"
                        + " descriptor, then try again.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
        assertThat(logged())
                .contains("WARN Auth0 differs from the descriptor (messagemedia:plan shows how). Auth0 sends the"
                        + " message with its current options.");
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "direct", value = "true")
    void theGatewayTellsOfABrokenTokenToo(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) {
        run(apply);
        authentication("secret", Value.of("AnotherWord"));
        assertThat(failure(trial))
                .isEqualTo("The gateway answered 401, but 200 was expected.\n"
                        + "It rejects the token: gateway_authentication.secret must be the word MessageMedia,"
                        + " and secret_base64_encoded must be false. Apply the descriptor, then try again.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "direct", value = "true")
    void aRehearsalCallsNoGatewayBeyondThisMachineThoughItIsAllowed(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) throws IOException {
        Path file = folder.resolve("messagemedia-auth0.yaml");
        Files.writeString(
                file,
                "  gatewayUrl: https://sms.acme.example/messages\n  allowGateway: sms.acme.example\n",
                StandardOpenOption.APPEND);
        run(apply);
        assertThat(failure(trial))
                .isEqualTo("The tenant is on this machine, and its gateway sms.acme.example is not: a rehearsal sends"
                        + " nothing there.\n"
                        + "Set messageMedia.gatewayUrl to a gateway on this machine, or try with the tenant that"
                        + " is meant.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "direct", value = "true")
    void thereIsNoGatewayBeforeTheFirstApply(TryMojo trial) {
        assertThat(failure(trial))
                .isEqualTo("The connection does not send through an SMS gateway, so there is none to call.\n"
                        + "Apply a descriptor with a messageMedia section, or leave messagemedia.direct out.\n"
                        + "Outcome: refused; Auth0 did not change.");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "clientServer", value = "acme-web")
    void anApplicationThatMayNotUseTheConnectionIsNamed(TryMojo trial) {
        build().server("acme-web", "AcmeWebClient", "server-password-0001");
        assertThat(failure(trial))
                .isEqualTo("Auth0 sent no code: 400 (bad.connection): Connection is disabled\n"
                        + "The application may not use the connection: name it under enabledClients and apply, or"
                        + " choose"
                        + " another with -Dmessagemedia.clientId.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    void anApplicationIsNeeded(TryMojo trial) {
        assertThat(failure(trial))
                .isEqualTo("The goal needs an application that a user can sign in to.\n"
                        + "Name an application that may use the connection and has the grant \"Passwordless OTP\":"
                        + " with -Dmessagemedia.clientId=ID, or with -Dmessagemedia.clientServer=ID if it"
                        + " has a client secret.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    void oneOfSeveralApplicationsIsNotGuessed(TryMojo trial) throws IOException {
        Files.writeString(
                folder.resolve("messagemedia-auth0.yaml"), "enabledClients: [one, two]\n", StandardOpenOption.APPEND);
        assertThat(failure(trial))
                .startsWith(
                        "The descriptor enables several applications: one, two.\nName an application that may use the connection");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "clientServer", value = "nobody")
    void anUnknownServerIsNamed(TryMojo trial) {
        assertThat(failure(trial))
                .startsWith("settings.xml has no server \"nobody\".\nAdd it with the application's client id");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "0491 570 006")
    void aWrongNumberIsRefusedBeforeAnybodyIsAsked(TryMojo trial) {
        assertThat(failure(trial))
                .isEqualTo("messagemedia.to is \"0491 570 006\", which is not a number in international form.\n"
                        + "Write + and 8 to 15 digits, such as -Dmessagemedia.to=+61491570006.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "+610491570006")
    void aNumberThatCanBeNobodysIsRefusedToo(TryMojo trial) {
        assertThat(failure(trial))
                .isEqualTo("messagemedia.to is \"+610491570006\", which has the 0 of national numbers after its"
                        + " country code.\n"
                        + "Omit the 0: +61491570006.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "clientId", value = WEB)
    void aPhoneProviderThatSendsInsteadIsNamed(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) {
        run(apply);
        option("use_phone_provider", Value.of("unified"));
        run(trial);
        assertThat(sandbox.inbox()).isEmpty();
        assertThat(logged())
                .contains("WARN options.use_phone_provider is set: Auth0 sends through the tenant's phone provider, not"
                        + " through the gateway, and does not report whether the message was delivered.");
    }

    @Test
    @InjectMojo(goal = "try")
    void nobodyIsGuessed(TryMojo trial) {
        assertThat(failure(trial))
                .startsWith("messagemedia.to is missing: the goal needs the number that gets the" + " message.\n");
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "clientId", value = WEB)
    void wrongCredentialsOfMessageMediaLookLikeSuccess(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) {
        run(apply);
        authentication("audience", Value.of(SandboxCredentials.API_SECRET + "x"));
        run(trial);
        assertThat(sandbox.inbox()).extracting(message -> message.accepted()).containsExactly(false);
        assertThat(lastLines(2).get(0)).startsWith("INFO This does not prove delivery");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    @MojoParameter(name = "clientServer", value = "acme-web")
    void aSecretThatNobodyFilledInIsRefusedBeforeAnybodyIsAsked(TryMojo trial) {
        build().server("acme-web", "AcmeWebClient", "##AcmeSecret##");
        assertThat(failure(trial))
                .isEqualTo("The server \"acme-web\" in settings.xml is a variable in ## that was not replaced, not a"
                        + " credential.\n"
                        + "Write the credential itself there, without quotes, or set the variable that it refers to.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void onAPhoneTheMessageIsLookedForThere() {
        assertThat(TrialReport.whereToLook(
                        TenantAddress.parse("acme.eu.auth0.com").orElseThrow(), false))
                .isEqualTo("Look at the phone. MessageMedia's reports show whether the message was delivered.");
    }
}
