package com.messagemedia.auth0.messagemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.messagemedia.MessageStatus.Progress;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sending a message through MessageMedia's API, and following it. */
class SmsMessageTest {

    private static final HttpSettings HTTP =
            new HttpSettings("messagemedia-maven-plugin/1.0.0", Duration.ofSeconds(5), Optional.empty(), List.of());
    private static final SmsMessage MESSAGE =
            new SmsMessage("+61491570006", "000000", Optional.empty(), Optional.empty());

    private static MessageMediaClient client(String address) {
        return MessageMediaClient.open(URI.create(address + "/"), new Secret("key"), new Secret("secret"), HTTP);
    }

    @ParameterizedTest
    @CsvSource({
        "+61491570156, INTERNATIONAL",
        "61491570156, INTERNATIONAL",
        "60601, SHORTCODE",
        "Acme, ALPHANUMERIC",
        "24x7, ALPHANUMERIC"
    })
    void sendsOneMessageWithTheTypeOfItsSender(String sender, String type) {
        SmsMessage message = new SmsMessage(
                "+61491570006", "482913", Optional.of(sender), Optional.of(Instant.parse("2026-03-01T12:05:00Z")));
        try (ScriptedServer server = new ScriptedServer().then(202, "{}");
                MessageMediaClient client = client(server.address())) {
            client.send(message);
            assertThat(server.lines()).containsExactly("POST /v1/messages");
            assertThat(server.asked().get(0).headers())
                    .containsEntry("authorization", "Basic a2V5OnNlY3JldA==")
                    .containsEntry("accept", "application/json");
            assertThat(server.asked().get(0).body())
                    .isEqualTo(
                            "{\"messages\":[{\"content\":\"482913\",\"destination_number\":\"+61491570006\",\"format\":\"SMS\","
                                    + "\"source_number\":\"" + sender + "\",\"source_number_type\":\"" + type + "\","
                                    + "\"message_expiry_timestamp\":\"2026-03-01T12:05:00.000Z\"}]}");
        }
        assertThat(message).hasToString("message of 6 characters");
    }

    @Test
    void withoutSenderAndExpiryTheMessageHasNeither() {
        try (ScriptedServer server = new ScriptedServer().then(202, "{}");
                MessageMediaClient client = client(server.address())) {
            client.send(MESSAGE);
            assertThat(server.asked().get(0).body())
                    .isEqualTo("{\"messages\":[{\"content\":\"000000\",\"destination_number\":\"+61491570006\","
                            + "\"format\":\"SMS\"}]}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "202 | {'messages':[{'message_id':'877c','status':'queued'}]} | 877c | 202 with a JSON object",
                "202 | {'messages':[{'message_id':''}]} | | 202 with a JSON object",
                "202 | {'messages':[{'message_id':7}]} | | 202 with a JSON object",
                "202 | {'messages':[{'message_id':'a'},{'message_id':'b'}]} | | 202 with a JSON object",
                "202 | {'messages':['877c']} | | 202 with a JSON object",
                "202 | {'messages':[]} | | 202 with a JSON object",
                "202 | '' | | 202 without a body",
                "200 | {'messages':[{'message_id':'877c'}]} | | 200 with a JSON object",
                "401 | {'message':'Invalid authentication credentials'} | | 401 with a JSON object"
            })
    void onlyTheDocumentedAnswerHasAnId(int status, String body, String id, String words) {
        try (ScriptedServer server = new ScriptedServer().then(status, body.replace('\'', '"'));
                MessageMediaClient client = client(server.address())) {
            SendAnswer answer = client.send(MESSAGE);
            assertThat(answer.messageId()).isEqualTo(Optional.ofNullable(id));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.inWords()).isEqualTo(words);
            assertThat(answer.toString()).doesNotContain("877c");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'status':'delivered','content':'482913'} | delivered | DELIVERED",
                "200 | {'status':'read'} | read | DELIVERED",
                "200 | {'status':'failed'} | failed | FAILED",
                "200 | {'status':'rejected'} | rejected | FAILED",
                "200 | {'status':'expired'} | expired | FAILED",
                "200 | {'status':'cancelled'} | cancelled | FAILED",
                "200 | {'status':'queued'} | queued | UNDER_WAY",
                "200 | {'status':'held'} | held | UNDER_WAY",
                "200 | {'status':'brand_new'} | brand_new | UNDER_WAY",
                "200 | {} | | UNKNOWN",
                "404 | {'status':'delivered'} | | UNKNOWN",
                "401 | {'message':'Invalid authentication credentials'} | | UNKNOWN"
            })
    void statusTellsHowFarAMessageIs(int status, String body, String word, Progress progress) {
        try (ScriptedServer server = new ScriptedServer().then(status, body.replace('\'', '"'));
                MessageMediaClient client = client(server.address())) {
            MessageStatus answer = client.status("877c19ef-fa2e-4cec-827a-e1df9b5509f7");
            assertThat(server.lines()).containsExactly("GET /v1/messages/877c19ef-fa2e-4cec-827a-e1df9b5509f7");
            assertThat(answer.word()).isEqualTo(Optional.ofNullable(word));
            assertThat(answer.progress()).isEqualTo(progress);
            assertThat(answer.inWords()).isEqualTo(status + " with a JSON object");
            assertThat(answer.toString()).doesNotContain("482913");
        }
    }

    @Test
    void withoutAnAnswerItSaysWhetherAMessageWasSent() {
        ScriptedServer server = new ScriptedServer();
        server.close();
        try (MessageMediaClient client = client(server.address())) {
            assertThatThrownBy(() -> client.send(MESSAGE)).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.problem())
                        .isEqualTo("Sending the message through 127.0.0.1 failed: 127.0.0.1 cannot be reached.");
                assertThat(fault.remedy())
                        .isEqualTo("No message was sent. Check the network between you and MessageMedia.");
            });
            assertThatThrownBy(() -> client.status("877c"))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.problem())
                                    .isEqualTo(
                                            "Reading the status of the message from 127.0.0.1 failed: 127.0.0.1 cannot be"
                                                    + " reached."));
        }
    }

    @Test
    void checkAsksOnce() {
        try (ScriptedServer server = new ScriptedServer().then(404, "{\"message\":\"Resource not found.\"}");
                MessageMediaClient client = client(server.address())) {
            assertThat(client.check().verdict()).isEqualTo(MessageMediaClient.CredentialCheck.Verdict.ACCEPTED);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"au, api.messagemedia.com, EU US", "eu, eu.app.api.sinch.com, AU US", "us, us.app.api.sinch.com, AU EU"
    })
    void regionHasAHostAndNamesTheOthers(String word, String host, String others) {
        Region region = Region.of(word).orElseThrow();
        assertThat(region.word()).isEqualTo(word);
        assertThat(region.address()).isEqualTo(URI.create("https://" + host + "/"));
        assertThat(region.host()).isEqualTo(host);
        assertThat(region.others()).hasToString("[" + others.replace(" ", ", ") + "]");
        assertThat(region.isTheGateways()).isEqualTo(word.equals("au"));
        assertThat(Region.of(word + "x")).isEmpty();
    }
}
