package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.member;
import static com.messagemedia.auth0.sandbox.Caller.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MessageMedia's API: every answer that its documentation tells of, and what becomes of a message. */
class MessageMediaEndpointTest {

    private static final String MESSAGES = "/v1/messages";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());
    private final Caller caller = Caller.anonymous(sandbox)
            .with(
                    "Authorization",
                    MessageMediaEndpoint.basic(SandboxCredentials.API_KEY, SandboxCredentials.API_SECRET));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> send(String members) {
        return caller.post(MESSAGES, "{\"messages\":[{" + members + "}]}");
    }

    private HttpResponse<String> sendTo(String number) {
        return send("\"content\":\"x\",\"destination_number\":\"" + number + "\"");
    }

    @Test
    void anAcceptedMessageIsQueuedAndEchoed() {
        HttpResponse<String> reply = send("\"content\":\"x\",\"destination_number\":\"+61491570006\",\"source_number\":"
                + "\"Acme\",\"source_number_type\":\"ALPHANUMERIC\",\"format\":\"SMS\",\"message_expiry_timestamp\":"
                + "\"2026-11-26T12:05:00.000Z\",\"metadata\":{\"correlation\":\"a\"}");
        assertThat(reply.statusCode()).isEqualTo(202);
        assertThat(reply.body())
                .matches("\\{\"messages\":\\[\\{\"content\":\"x\",\"destination_number\":\"\\+61491570006\","
                        + "\"source_number\":\"Acme\",\"source_number_type\":\"ALPHANUMERIC\",\"format\":\"SMS\","
                        + "\"message_expiry_timestamp\":\"2026-11-26T12:05:00.000Z\","
                        + "\"metadata\":\\{\"correlation\":\"a\"},\"message_id\":\"[-0-9a-f]{36}\","
                        + "\"status\":\"queued\"}]}");
        assertThat(sandbox.inbox()).extracting(Message::accepted).containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "content":"","destination_number":"+61491570006"                                             | /messages/0/content: must have 1 to 5000 characters
            "content":"x","destination_number":"+6149157"                                                | /messages/0/destination_number: International address must be between 8 and 15 characters excluding the first '+'
            "content":"x","destination_number":"+61-491-570-006"                                         | /messages/0/destination_number: International address contains invalid characters
            "content":"x","destination_number":"+61491570006","format":"FAX"                             | /messages/0/format: must be one of MMS, SMS, TTS
            "content":"x","destination_number":"+61491570006","source_number_type":"INTERNATIONAL"       | /messages/0/source_number_type: is valid only with source_number
            "content":"x","destination_number":"+61491570006","message_expiry_timestamp":"soon"          | /messages/0/message_expiry_timestamp: must be a date and time in ISO 8601
            "content":"x","destination_number":"+61491570006","metadata":{"a":1}                         | /messages/0/metadata: must have at most 10 texts, with keys of at most 100 and values of at most 256 characters
            """)
    void refusesAMessage(String members, String detail) {
        HttpResponse<String> reply = send(members);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"message\":\"Request failed to parse correctly. Please ensure input is valid and try"
                        + " again.\",\"details\":[\"" + detail + "\"]}");
        assertThat(sandbox.inbox()).extracting(Message::accepted).containsExactly(false);
    }

    @Test
    void oneBadMessageRefusesAll() {
        String good = "{\"content\":\"x\",\"destination_number\":\"+61491570006\"}";
        assertThat(caller.post(MESSAGES, "{\"messages\":[" + good + ",{}]}").statusCode())
                .isEqualTo(400);
        assertThat(sandbox.inbox()).extracting(Message::accepted).containsExactly(false, false);
    }

    @Test
    void otherCredentialsAreRefused() {
        HttpResponse<String> reply = caller.with("Authorization", MessageMediaEndpoint.basic("a", "b"))
                .post(MESSAGES, "{\"messages\":[{\"content\":\"x\",\"destination_number\":\"+61491570006\"}]}");
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo("{\"message\":\"Invalid authentication credentials\"}");
    }

    @ParameterizedTest
    @CsvSource({"403", "429", "500", "503"})
    void someNumbersGetAFailure(int status) {
        HttpResponse<String> reply = sendTo("+61491570" + status);
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(member(reply, "message")).isNotEqualTo("\"Invalid authentication credentials\"");
        assertThat(sandbox.inbox()).extracting(Message::accepted).containsExactly(false);
    }

    @ParameterizedTest
    @CsvSource({"+61491570006, delivered", "+61491570110, rejected", "+61491570313, expired", "+61491570265, enroute"})
    void aMessageIsOnItsWayAndThenAtItsEnd(String number, String end) {
        Tree accepted = Members.trees(tree(sendTo(number)), "messages").get(0);
        String path = MESSAGES + "/" + Members.text(accepted, "message_id");
        assertThat(member(caller.get(path), "status")).isEqualTo("\"enroute\"");
        HttpResponse<String> last = caller.get(path);
        assertThat(member(last, "status")).isEqualTo("\"" + end + "\"");
        assertThat(Json.write(tree(last))).contains("\"content\":\"x\"");
        assertThat(Caller.anonymous(sandbox).get(path).statusCode()).isEqualTo(401);
    }
}
