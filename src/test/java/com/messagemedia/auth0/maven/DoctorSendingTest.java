package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** The links from Auth0 to the phone: gateway, credentials, sender, text. */
class DoctorSendingTest extends DoctorTest {

    @Test
    @InjectMojo(goal = "doctor")
    void anExpiredSenderAndALongTemplateAreTold(DoctorMojo doctor) {
        describe("options: {template: \"" + "Your code is @@password@@. ".repeat(12) + "\"}\n");
        build().descriptor(descriptor().replace("+61491570156", "+61491570158"));
        assertThat(failure(doctor)).startsWith("The chain is broken at: sender.\n");
        assertThat(lines())
                .contains(
                        "broken   sender         +61491570158 has expired",
                        "warning  template       252 characters, 2 parts");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void anUnregisteredSenderIsAWarning(DoctorMojo doctor) {
        describe("");
        build().descriptor(descriptor().replace("+61491570156", "AcmeAlert"));
        run(doctor);
        assertThat(lines())
                .contains(
                        "warning  sender         AcmeAlert is not among the account's senders",
                        "                        Register it in MessageMedia: messages from another sender may fail, or"
                                + " come from another number. The account has 61491570156, 61491570157, 61491570158,"
                                + " AcmeLogin.",
                        "warning  countries      To the United Kingdom (GB) a name with a generic word such as Alert,"
                                + " Verify or Info is blocked.");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aGatewayOfAnotherShowsItsCredentialsToNobody(DoctorMojo doctor) {
        build().environment("AUDIENCE", "environment-secret-0001")
                .environment("SIGNING", "environment-secret-0001")
                .descriptor("version: 1\ntenant:\n  domain: " + sandbox.address()
                        + "\n  clientId: sandbox-client-id\n  clientSecret: sandbox-client-secret-published\n"
                        + """
                        options:
                          provider: sms_gateway
                          gateway_url: https://sms.acme.example/send
                          gateway_authentication:
                            method: bearer
                            subject: ${env.AUDIENCE}
                            audience: ${env.AUDIENCE}
                            secret: ${env.SIGNING}
                        """);
        assertThat(failure(doctor)).startsWith("The chain is broken at: plan.\n");
        assertThat(lines())
                .contains(
                        "unknown  gateway        a tenant on this machine calls no remote gateway, so sms.acme.example"
                                + " was not checked",
                        "ok       gateway token  it can be signed the way Auth0 signs it, but the doctor cannot"
                                + " check whether sms.acme.example accepts it",
                        "unknown  credentials    sms.acme.example is not MessageMedia's gateway, so MessageMedia"
                                + " cannot check its credentials");
        assertThat(sandbox.requests()).extracting(RecordedRequest::target).noneMatch(path -> path.startsWith("/v1/"));
    }

    @Test
    @InjectMojo(goal = "doctor")
    void whatIsNoGsmCharacterIsNamed(DoctorMojo doctor) {
        describe("options: {template: 'Ihr Code \u201e{{ code }}\u201c f\u00fcr {{ application.name }}', syntax:"
                + " liquid}\n");
        run(doctor);
        assertThat(lines())
                .contains("ok       template       at least 22 characters in UCS-2, because of \u201e \u201c, 1 part");
    }

    @Test
    @InjectMojo(goal = "doctor")
    @MojoParameter(name = "region", value = "eu")
    void aKeyOfAnotherRegionMayNotBeTheGateways(DoctorMojo doctor) {
        describe("");
        run(doctor);
        assertThat(lines())
                .contains(
                        "warning  credentials    MessageMedia accepts them",
                        "                        The published gateway uses only api.messagemedia.com, so it may"
                                + " refuse a key of another region. Send a code with messagemedia:try.");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void withoutASenderMessageMediaChoosesOne(DoctorMojo doctor) {
        build().environment("KEY", "SandboxApiKey0000000")
                .environment("SECRET", "SandboxApiSecret00000000000000")
                .descriptor("version: 1\ntenant: {domain: \"" + sandbox.address()
                        + "\", clientId: sandbox-client-id, clientSecret: sandbox-client-secret-published}\n"
                        + """
                        options:
                          provider: sms_gateway
                          gateway_url: https://auth0-api.messagemedia.com/messages
                          gateway_authentication:
                            method: bearer
                            subject: ${env.KEY}
                            audience: ${env.SECRET}
                            secret: MessageMedia
                            secret_base64_encoded: true
                        remove: [from]
                        """);
        failure(doctor);
        assertThat(lines())
                .contains("warning  sender         the options name no sender, so MessageMedia chooses one")
                .anyMatch(line -> line.startsWith("broken   gateway token"))
                .noneMatch(line -> line.startsWith("warning  countries"));
    }
}
