package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.StartingTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** The chain of a descriptor that sends through the phone provider. */
class PhoneDoctorTest extends DoctorTest {

    private static final String PHONE = "delivery: phoneProvider\n";
    private static final String WEB = "sandboxWebClient0000000000000000";

    @Override
    SandboxSettings settings() {
        return SandboxSettings.inMemory().withStart(StartingTenant.MODERN).withPhoneScopes();
    }

    private List<String> linksFrom(String name) {
        List<String> lines = lines();
        int begin = lines.size() - 1;
        while (!lines.get(begin).matches("\\w+ +" + name + " .*")) {
            begin--;
        }
        return lines.subList(begin, lines.size());
    }

    @Test
    @InjectMojo(goal = "doctor")
    void beforeTheFirstApplyEachMissingThingIsAWarning(DoctorMojo doctor) {
        describe(PHONE);
        run(doctor);
        assertThat(linksFrom("plan"))
                .startsWith(
                        "warning  plan           there are changes that are not applied yet",
                        "                        messagemedia:plan shows them, messagemedia:apply applies them.",
                        "warning  Action         the tenant has no Action for phone messages",
                        "                        messagemedia:apply creates and deploys it.",
                        "warning  phone provider the tenant has none, so Auth0 sends no phone message",
                        "                        messagemedia:apply creates it.",
                        "ok       MFA            multi-factor authentication sends its codes through the phone provider,"
                                + " too")
                .endsWith("Outcome: no link is broken.");
    }

    @Test
    void afterAnApplyEachLinkIsExaminedAndNoneIsTheGateways(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe(PHONE + "phoneProvider: {templates: {otp_verify: {text: 'Your code is {{ code }}'}}}\n");
        run(apply);
        run(doctor);
        assertThat(linksFrom("plan"))
                .containsExactly(
                        "ok       plan           Auth0 matches the descriptor",
                        "ok       Action         MessageMedia SMS (00000000-0000-4000-8000-000000000001), version 1 is"
                                + " deployed",
                        "ok       draft          no edit of the Action waits to be deployed",
                        "ok       binding        Auth0 runs it for phone messages",
                        "ok       secrets        the Action has both; Auth0 does not show their values",
                        "ok       phone provider it runs the Action, is switched on and sends text messages",
                        "ok       MFA            multi-factor authentication sends its codes through the phone provider,"
                                + " too",
                        "ok       delivery       the tenant is on the Unified Phone Experience, which uses the phone"
                                + " provider",
                        "ok       failures       the tenant's log has no failed message",
                        "ok       credentials    MessageMedia accepts them in region au",
                        "ok       sender         +61491570156 is approved for AU until 2099-01-01",
                        "warning  countries      To the United Kingdom (GB) carriers block numbers of other countries.",
                        "warning  countries      Since 2026-04-01 MessageMedia accepts messages to Singapore (SG) over TLS 1.3"
                                + " only. Send a code to a number there to see if yours arrive.",
                        "warning  countries      To the United States (US) numbers of other countries are not carried"
                                + " reliably: use a registered 10DLC or toll-free number.",
                        "ok       template       19 characters, 1 part",
                        "Outcome: no link is broken.");
    }

    @Test
    void whatAColleagueBreaksIsBrokenAsLongAsAnApplyStops(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor)
            throws IOException, InterruptedException {
        describe(PHONE);
        run(apply);
        send("PATCH", "actions/triggers/custom-phone-provider/bindings", "{\"bindings\":[]}");
        assertThat(failure(doctor)).startsWith("The chain is broken at: binding.\n");
        assertThat(lines())
                .contains(
                        "warning  plan           an apply would stop: drift in binding.action",
                        "broken   binding        no trigger runs the Action, so it sends nothing",
                        "                        messagemedia:plan says what stops the apply that would mend it.");
    }

    /** Before the first apply the tenant has no provider, so MFA may call; the descriptor's provider sends texts alone. */
    @Test
    void callsOfMultiFactorAuthenticationAreAWarning(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor)
            throws IOException, InterruptedException {
        describe(PHONE);
        send("PUT", "guardian/factors/phone/message-types", "{\"message_types\":[\"sms\",\"voice\"]}");
        run(apply);
        run(doctor);
        assertThat(lines())
                .contains(
                        "warning  MFA            multi-factor authentication may call users, and the phone provider makes"
                                + " no calls",
                        "                        Take voice out of the phone factor's delivery methods in the Auth0"
                                + " dashboard under Security > Multi-factor Auth.")
                .endsWith("Outcome: no link is broken.");
    }

    @Test
    @MojoParameter(name = "to", value = "+61491570403")
    @MojoParameter(name = "clientId", value = WEB)
    void theLastFailuresAreToldWithoutNumbersAndCodes(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "try") TryMojo trial,
            @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        describe(PHONE);
        run(apply);
        run(trial);
        run(doctor);
        assertThat(lines())
                .anyMatch(line -> line.matches("warning  failures       the last in the tenant's log: [0-9T:.Z-]+"
                        + " MessageMedia answered 403: a feature is disabled for this account\\."));
        assertThat(sandbox.inbox()).hasSize(1);
    }

    @Override
    void noMessageWasSent() {
        assertThat(sandbox.inbox()).noneMatch(message -> message.accepted());
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        URI base = sandbox.address().url();
        HttpClient http = HttpClient.newHttpClient();
        String token = http.send(
                        HttpRequest.newBuilder(base.resolve("/oauth/token"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\",\"client_id\":"
                                        + "\"sandbox-client-id\",\"client_secret\":\"sandbox-client-secret-published\","
                                        + "\"audience\":\"" + base.resolve("/api/v2/") + "\"}"))
                                .build(),
                        BodyHandlers.ofString())
                .body()
                .replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v2/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
}
