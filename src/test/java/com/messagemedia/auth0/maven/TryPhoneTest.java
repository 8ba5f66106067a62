package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testmessage.MessageWatch;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code try} says of a message that it sends through MessageMedia as the Action would, and through the Action. */
@MojoParameter(name = "direct", value = "true")
class TryPhoneTest extends RunningTenantTest {

    private static final String NUMBER = "+61491570006";
    private static final String REPORTS = " MessageMedia's reports say more. The fault is not on Auth0's side.\n";
    private static final String FAILED = "Outcome: failed; nothing was written to Auth0.";

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    SandboxSettings settings() {
        return SandboxSettings.modern().withFilters(List.of(new Messages()));
    }

    /** Keeps what MessageMedia gets. */
    private final class Messages extends Filter {

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            if (exchange.getRequestURI().getPath().equals("/v1/messages")) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                messages.add(new String(body, StandardCharsets.UTF_8));
                exchange.setStreams(new ByteArrayInputStream(body), null);
            }
            chain.doFilter(exchange);
        }

        @Override
        public String description() {
            return "messages";
        }
    }

    @BeforeEach
    void describeTheTenant() {
        describe("  senders:\n    \"+44\": Acme\ndelivery: phoneProvider\n");
    }

    /** No test waits: time passes at once. */
    private TryMojo atOnce(TryMojo trial) {
        trial.following(new MessageWatch(
                Duration.ofSeconds(2), Duration.ofMinutes(1), () -> now, pause -> now = now.plus(pause)));
        return trial;
    }

    private List<String> asked() {
        return sandbox.requests().stream()
                .filter(request -> request.target().startsWith("/v1/messages"))
                .map(RecordedRequest::method)
                .toList();
    }

    private List<String> lastLines(int count) {
        List<String> lines = logged();
        return lines.subList(lines.size() - count, lines.size());
    }

    @Test
    @MojoParameter(name = "to", value = NUMBER)
    void aDeliveredMessageIsProof(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) {
        run(apply);
        int before = sandbox.requests().size();
        int asked = asked().size();
        run(atOnce(trial));
        assertThat(asked().subList(asked, asked().size())).containsExactly("POST", "GET", "GET");
        assertThat(sandbox.requests().stream().skip(before).map(RecordedRequest::target))
                .noneMatch(target -> target.contains("passwordless") || target.contains("gateway"));
        assertThat(sandbox.inbox()).hasSize(1).allSatisfy(message -> {
            assertThat(message.recipient()).isEqualTo(NUMBER);
            assertThat(message.body()).isEqualTo("Your verification code is: 000000");
            assertThat(message.sender()).isEqualTo("+61491570156");
        });
        assertThat(lastLines(5))
                .containsExactly(
                        "INFO Sending the message through MessageMedia, without Auth0, and following it for at most 60"
                                + " seconds.",
                        "INFO MessageMedia delivered the message for " + NUMBER + ".",
                        "INFO This proves that the descriptor's API key, API secret and sender work. If a code through"
                                + " Auth0 does not arrive, the fault is on Auth0's side.",
                        "INFO No phone gets it: a sandbox shows it on its page, "
                                + sandbox.address().url() + ", and in its inbox, "
                                + sandbox.address().url() + "sandbox/inbox.",
                        "INFO Outcome: sent; Auth0 did not change.");
        assertThat(report()).contains("\"outcome\": \"sent\"");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "+447700900123")
    void theSenderIsThatOfThePrefixAndTheTextThatOfTheTemplate(TryMojo trial) {
        describe("  senders:\n    \"+44\": Acme\ndelivery: phoneProvider\n"
                + "phoneProvider:\n  templates:\n    otp_verify:\n      text: \"{{ code }} for {{ friendly_name }}\"\n"
                + "options:\n  totp:\n    length: 8\n    time_step: 120\n");
        run(atOnce(trial));
        assertThat(sandbox.inbox()).hasSize(1).allSatisfy(message -> {
            assertThat(message.sender()).isEqualTo("Acme");
            assertThat(message.body()).isEqualTo("00000000 for");
        });
        assertThat(messages)
                .containsExactly("{\"messages\":[{\"content\":\"00000000 for\","
                        + "\"destination_number\":\"+447700900123\",\"format\":\"SMS\",\"source_number\":\"Acme\","
                        + "\"source_number_type\":\"ALPHANUMERIC\","
                        + "\"message_expiry_timestamp\":\"2026-03-01T12:02:00.000Z\"}]}");
        assertThat(logged())
                .contains("WARN Auth0 differs from the descriptor (messagemedia:plan shows how). The message goes out"
                        + " with the descriptor's values.")
                .noneMatch(line -> line.contains("gateway"));
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "+61491570110")
    void aRejectedMessageIsAFault(TryMojo trial) {
        assertThat(failure(atOnce(trial)))
                .isEqualTo("MessageMedia accepted the message for +61491570110, but did not deliver it: its status is"
                        + " rejected.\n"
                        + "MessageMedia or the phone company refused it: check that the account has credit, and that the"
                        + " sender is allowed in the recipient's country." + REPORTS + FAILED);
        assertThat(asked()).containsExactly("POST", "GET", "GET");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "+61491570313")
    void anExpiredMessageIsAFault(TryMojo trial) {
        assertThat(failure(atOnce(trial)))
                .isEqualTo("MessageMedia accepted the message for +61491570313, but did not deliver it: its status is"
                        + " expired.\n"
                        + "It did not reach the phone before the code expires: check that the phone is on and has a"
                        + " signal." + REPORTS + FAILED);
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "+61491570265")
    void afterAMinuteAMessageOnItsWayIsFollowedNoMore(TryMojo trial) {
        run(atOnce(trial));
        assertThat(now).isEqualTo("2026-03-01T12:01:00Z");
        assertThat(asked()).hasSize(1 + 31);
        assertThat(lastLines(3))
                .containsExactly(
                        "INFO MessageMedia accepted the message for +61491570265. After 60 seconds its status is"
                                + " enroute.",
                        "INFO This does not prove delivery: the message may still arrive. No phone gets it: a sandbox"
                                + " shows it on its page, " + sandbox.address().url() + ", and in its inbox, "
                                + sandbox.address().url() + "sandbox/inbox.",
                        "INFO Outcome: sent; Auth0 did not change.");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "+61491570403")
    void aDisabledFeatureIsToldAndNothingIsFollowed(TryMojo trial) {
        assertThat(failure(atOnce(trial)))
                .isEqualTo("MessageMedia answered 403. No message was sent.\n"
                        + "A feature is disabled for this MessageMedia account: ask MessageMedia's support. The Action gets"
                        + " the same answer.\n" + FAILED);
        assertThat(asked()).containsExactly("POST");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = "+61491570429")
    void tooManyRequestsAreNotRepeated(TryMojo trial) {
        assertThat(failure(atOnce(trial)))
                .isEqualTo("MessageMedia answered 429. No message was sent.\n"
                        + "MessageMedia gets too many requests from this account. Try again later.\n" + FAILED);
        assertThat(asked()).containsExactly("POST");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    void refusedCredentialsAreTold(TryMojo trial) {
        build().environment("MESSAGEMEDIA_API_SECRET", "environment-secret-0001")
                .descriptor(descriptor().replace("SandboxApiSecret00000000000000", "${env.MESSAGEMEDIA_API_SECRET}"));
        assertThat(failure(atOnce(trial)))
                .startsWith("MessageMedia answered 401: it refuses this API key and secret in region au. No message was"
                        + " sent.\nA key works in its own region only: if yours is one of eu or us, ");
        assertThat(asked()).containsExactly("POST");
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    void withoutCredentialsNothingIsSent(TryMojo trial) {
        describe("delivery: phoneProvider\nphoneProvider:\n  manage: false\n");
        assertThat(failure(atOnce(trial)))
                .isEqualTo("The descriptor holds no API key and secret of MessageMedia for an Action, so it cannot send"
                        + " without Auth0. Nothing was sent.\n"
                        + "Use the descriptor that manages the phone provider, or leave messagemedia.direct out.\n"
                        + "Outcome: refused; Auth0 did not change.");
        assertThat(asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "try")
    @MojoParameter(name = "to", value = NUMBER)
    void theEmbeddedSandboxIsItsOwnMessageMedia(TryMojo trial) {
        build().descriptor(SANDBOX + "delivery: phoneProvider\n");
        run(atOnce(trial));
        assertThat(lastLines(3))
                .containsExactly(
                        "INFO No phone gets it. The sandbox keeps it in its inbox until this goal ends, and the goal"
                                + " shows the inbox next.",
                        "INFO Sandbox inbox: message to +61491570006 from +61491570156: Your verification code is:"
                                + " 000000",
                        "INFO Outcome: sent; Auth0 did not change.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void throughAuth0AFailureIsNotTheGateways() {
        assertThat(new PhoneTrial(MessageWatch.USUAL).remedy("Error sending SMS: Timeout"))
                .isEqualTo("Auth0 does not send this connection's messages through the phone provider yet. Apply the"
                        + " descriptor, then try again.");
    }
}
