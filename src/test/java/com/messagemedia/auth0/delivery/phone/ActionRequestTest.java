package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.javascript.ActionRun;
import com.messagemedia.auth0.javascript.ActionRuntime;
import com.messagemedia.auth0.javascript.ActionScript;
import com.messagemedia.auth0.javascript.Fetch;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The one request that the Action makes. */
class ActionRequestTest {

    private static final Map<String, String> SENDERS =
            Map.of("+4", "Europe", "+44", "Acme", "+4479", "60601", "+61491", "+61 (491) 570-157");

    private static ActionCode code(Optional<String> from, Map<String, String> senders) {
        return new ActionCode("api.messagemedia.com", from, senders, Duration.ofSeconds(90));
    }

    private static Fetch.Request request(ActionCode code, String event) {
        ActionScript script =
                new ActionScript(code.render(), ActionCode.HANDLER, event, PhoneEvents.SECRETS, PhoneEvents.NOW);
        ActionRun run = ActionRuntime.run(script, request -> Fetch.Reply.json(202, "{}"));
        assertThat(run.requests()).hasSize(1);
        return run.requests().get(0);
    }

    private static Map<String, Value> message(ActionCode code, String event) throws Exception {
        Tree body = (Tree) Json.parse(request(code, event).body());
        return ((Tree) ((Array) body.members().get("messages")).items().get(0)).members();
    }

    @Test
    void sendsACodeWithItsExpiry() {
        Fetch.Request request = request(PhoneEvents.SETTINGS, PhoneEvents.CODE);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("https://api.messagemedia.com/v1/messages");
        assertThat(request.headers())
                .isEqualTo(Map.of(
                        "accept", "application/json",
                        "authorization", "Basic a2V5T2ZUaGVBY2NvdW50OnNlY3JldE9mVGhlQWNjb3VudA==",
                        "content-type", "application/json",
                        "user-agent", "messagemedia-auth0-action/" + ActionCode.REVISION));
        assertThat(request.body())
                .isEqualTo(
                        "{\"messages\":[{\"content\":\"482913 is your code for Acme\",\"destination_number\":\"+61491570006\","
                                + "\"format\":\"SMS\",\"source_number\":\"+61491570156\",\"source_number_type\":\"INTERNATIONAL\","
                                + "\"message_expiry_timestamp\":\"2026-03-01T12:05:00.000Z\","
                                + "\"metadata\":{\"auth0_correlation_id\":\"corr-1\"}}]}");
    }

    @Test
    void sendsANoticeWithoutExpiry() {
        assertThat(request(PhoneEvents.SETTINGS, PhoneEvents.NOTICE).body())
                .isEqualTo(
                        "{\"messages\":[{\"content\":\"Your account for Acme is blocked\",\"destination_number\":\"+61491570006\","
                                + "\"format\":\"SMS\",\"source_number\":\"+61491570156\",\"source_number_type\":\"INTERNATIONAL\"}]}");
    }

    @Test
    void codeOfAnyTypeExpires() throws Exception {
        String change = PhoneEvents.CODE.replace("otp_verify", "change_password");
        String withoutCode = PhoneEvents.CODE.replace("\"code\":\"482913\",", "");
        assertThat(message(code(Optional.empty(), Map.of()), change))
                .containsEntry("message_expiry_timestamp", Value.of("2026-03-01T12:01:30.000Z"));
        assertThat(message(code(Optional.empty(), Map.of()), withoutCode)).containsKey("message_expiry_timestamp");
    }

    static Stream<Arguments> senders() {
        return Stream.of(
                Arguments.of("+4915112345678", "", "Europe", "ALPHANUMERIC"),
                Arguments.of("+442079460018", "", "Acme", "ALPHANUMERIC"),
                Arguments.of("+44 7911 123456", "", "60601", "SHORTCODE"),
                Arguments.of("+61491570006", "", "+61491570157", "INTERNATIONAL"),
                Arguments.of("+18085550123", "", "+61491570156", "INTERNATIONAL"),
                Arguments.of("+442079460018", "+1-808-555-5555", "+18085555555", "INTERNATIONAL"),
                Arguments.of("+442079460018", "61491570158", "61491570158", "INTERNATIONAL"),
                Arguments.of("+442079460018", " Shop1 ", "Shop1", "ALPHANUMERIC"),
                Arguments.of("+442079460018", " ", "Acme", "ALPHANUMERIC"));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void senderOfTheTemplateWinsThenTheLongestPrefix(String recipient, String template, String sender, String type)
            throws Exception {
        String event = PhoneEvents.CODE
                .replace(PhoneEvents.RECIPIENT, recipient)
                .replace("\"locale\"", template.isEmpty() ? "\"locale\"" : "\"from\":\"" + template + "\",\"locale\"");
        assertThat(message(code(Optional.of("+61491570156"), SENDERS), event))
                .containsEntry("source_number", Value.of(sender))
                .containsEntry("source_number_type", Value.of(type));
    }

    @Test
    void withoutASenderMessageMediaChooses() throws Exception {
        assertThat(message(code(Optional.empty(), Map.of("+44", "Acme")), PhoneEvents.CODE))
                .doesNotContainKeys("source_number", "source_number_type");
    }

    @Test
    void metadataHasTheCorrelationIdCutToWhatMessageMediaTakes() throws Exception {
        String event = PhoneEvents.CODE.replace("corr-1", "c".repeat(300));
        assertThat(message(PhoneEvents.SETTINGS, event).get("metadata"))
                .isEqualTo(new Tree(Map.of("auth0_correlation_id", Value.of("c".repeat(256)))));
    }
}
