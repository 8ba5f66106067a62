package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code try} makes of Auth0's answers that the sandbox gives to nobody. Whatever comes, it asks once: a message costs money. */
@MojoParameter(name = "to", value = "+61491570006")
@MojoParameter(name = "clientServer", value = "acme-web")
class TryAnswersTest extends RunningTenantTest {

    private final List<String> asked = new ArrayList<>();
    private int status;
    private String answer = "";
    private String retryAfter = "";

    private final class Answers extends Filter {

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            if (!exchange.getRequestURI().getPath().equals("/passwordless/start")) {
                chain.doFilter(exchange);
                return;
            }
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (status > 0) {
                answer(exchange);
            }
            // Without an answer the connection breaks off.
            exchange.close();
        }

        private void answer(HttpExchange exchange) throws IOException {
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }

        @Override
        public String description() {
            return "answers";
        }
    }

    @Override
    SandboxSettings settings() {
        return SandboxSettings.inMemory().withFilters(List.of(new Answers()));
    }

    @BeforeEach
    void describeTheTenantAndTheApplication() {
        describe("");
        build().server("acme-web", "AcmeWebClient", "server-password-0001");
    }

    private String failure(TryMojo trial, int answeredStatus, String answered) {
        status = answeredStatus;
        answer = answered;
        String failure = failure(trial);
        assertThat(asked)
                .containsExactly("{\"client_id\":\"AcmeWebClient\",\"client_secret\":\"server-password-0001\","
                        + "\"connection\":\"sms\",\"phone_number\":\"+61491570006\",\"send\":\"code\"}");
        return failure;
    }

    @Test
    @InjectMojo(goal = "try")
    void aWrongClientSecretIsTold(TryMojo trial) {
        assertThat(failure(
                        trial,
                        401,
                        "{\"error\":\"access_denied\",\"error_description\":\"Unauthorized: server-password-0001\"}"))
                .isEqualTo("Auth0 sent no code: 401 (access_denied): Unauthorized: (secret)\n"
                        + "Auth0 refuses the application's client id and secret. A regular web application needs both:"
                        + " check the server of settings.xml that -Dmessagemedia.clientServer names.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "try")
    void aMissingGrantIsTold(TryMojo trial) {
        assertThat(failure(
                        trial,
                        403,
                        "{\"error\":\"unauthorized_client\",\"error_description\":\"Grant type not allowed"
                                + " for the client.\"}"))
                .isEqualTo("Auth0 sent no code: 403 (unauthorized_client): Grant type not allowed for the client.\n"
                        + "Check that the application has the grant \"Passwordless OTP\" and, if it is a regular"
                        + " web application, that -Dmessagemedia.clientServer names the server of"
                        + " settings.xml with its client"
                        + " secret.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "try")
    void aRateLimitIsToldWithItsTime(TryMojo trial) {
        retryAfter = "1800";
        assertThat(failure(
                        trial,
                        429,
                        "{\"error\":\"too_many_requests\",\"error_description\":\"Too many requests. Check the"
                                + " X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset headers.\"}"))
                .isEqualTo(
                        "Auth0 sent no code: 429 (too_many_requests): Too many requests. Check the X-RateLimit-Limit,"
                                + " X-RateLimit-Remaining and X-RateLimit-Reset headers.\n"
                                + "Wait 1800 seconds before you try again: Auth0 starts 50 codes an hour from one"
                                + " address.\n"
                                + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "try")
    void aPageThatIsNoAnswerOfAuth0sIsNoCode(TryMojo trial) {
        assertThat(failure(trial, 200, "<html>Welcome</html>"))
                .isEqualTo("Asking " + sandbox.address() + " for a code failed: it answered 200 with text that"
                        + " is not JSON, which is not an answer of Auth0. It is unknown whether a code was sent.\n"
                        + "Check the phone before you try again: each message is charged. Check tenant.domain, and any"
                        + " proxy on the way.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "try")
    void aRefusalThatIsNotAuth0sTellsNothingOfTheCode(TryMojo trial) {
        assertThat(failure(trial, 404, "<html>Not here</html>"))
                .isEqualTo("Auth0 answered 404. It is unknown whether Auth0 sent a code.\n"
                        + "Check the phone before you try again: each message is charged.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "try")
    void aFailingServerIsNotAskedAgainThoughItAsksForThat(TryMojo trial) {
        retryAfter = "0";
        assertThat(failure(trial, 503, "<html>"))
                .isEqualTo("Auth0 answered 503. It is unknown whether Auth0 sent a code.\n"
                        + "Check the phone before you try again: each message is charged.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "try")
    void aBrokenConnectionIsNotTriedAgain(TryMojo trial) {
        assertThat(failure(trial, 0, ""))
                .isEqualTo("Asking " + sandbox.address()
                        + " for a code failed: the connection closed before the complete answer arrived.\n"
                        + "The code may have been sent anyway: check the phone before you ask again.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "try")
    void aCodeThatTwilioSentProvesNothingForMessageMedia(TryMojo trial) {
        status = 200;
        answer = "{\"_id\":\"6a\",\"phone_number\":\"+61491570006\",\"phone_verified\":false}";
        run(trial);
        assertThat(asked).hasSize(1);
        assertThat(logged())
                .containsExactly(
                        "WARN Auth0 differs from the descriptor (messagemedia:plan shows how). Auth0 sends the"
                                + " message with its current options.",
                        "INFO Auth0 says that the code for +61491570006 was sent.",
                        "INFO It did not go through MessageMedia: the connection sends through Twilio. Apply the"
                                + " descriptor"
                                + " to change that.",
                        "INFO Outcome: sent; Auth0 did not change.");
    }
}
