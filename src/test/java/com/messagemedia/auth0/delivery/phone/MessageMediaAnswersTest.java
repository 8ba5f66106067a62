package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Received;
import com.messagemedia.auth0.messagemedia.MessageStatus;
import com.messagemedia.auth0.messagemedia.Region;
import com.messagemedia.auth0.messagemedia.SendAnswer;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads of MessageMedia's answers that the sandbox gives to nobody. */
class MessageMediaAnswersTest {

    private static final String NUMBER = "+61491570006";

    private static Fault fault(int status, Map<String, Value> body) {
        SendAnswer answer = new SendAnswer(new Received(status, Optional.of(new Tree(body)), "with a JSON object"));
        return MessageMediaAnswers.fault(answer, Region.EU).orElseThrow();
    }

    private static MessageStatus status(int status, String word) {
        return new MessageStatus(
                new Received(status, Optional.of(new Tree(Map.of("status", Value.of(word)))), "with a JSON object"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /messages/0/source_number: 'Acme' is wrong | the sender
            /messages/0/destination_number: +61491570006 | the recipient's number
            /messages/0/content: 000000 | the text
            /messages/0/message_expiry_timestamp: is past | the expiry
            something about +61491570006 | the message
            """)
    void aRefusedMemberIsNamedWithoutItsValue(String detail, String name) {
        Fault fault = fault(400, Map.of("details", new Array(List.of(Value.of(detail)))));
        assertThat(fault).hasMessage("MessageMedia answered 400: it refuses " + name + ". No message was sent.");
        assertThat(fault.remedy())
                .isEqualTo("Check messagemedia.to, and from and senders under messageMedia. The Action gets the same"
                        + " answer.");
    }

    @Test
    void aRefusedPairIsToldWithTheOtherRegions() {
        String refused = "Invalid authentication credentials";
        for (int status : new int[] {401, 403}) {
            Fault fault = fault(status, Map.of("message", Value.of(refused)));
            assertThat(fault)
                    .hasMessage("MessageMedia answered " + status
                            + ": it refuses this API key and secret in region eu. No message was sent.");
            assertThat(fault.remedy()).startsWith("A key works in its own region only: if yours is one of au or us,");
        }
    }

    @ParameterizedTest
    @CsvSource({"200", "202", "500", "503"})
    void withoutAClearAnswerItIsUnknownWhetherAMessageWasSent(int status) {
        Fault fault = fault(status, Map.of());
        assertThat(fault)
                .hasMessage("MessageMedia answered " + status
                        + " with a JSON object. It is unknown whether the message was sent.");
        assertThat(fault.remedy())
                .isEqualTo("Look at the phone and at MessageMedia's reports before you try again: each message is"
                        + " charged.");
    }

    @Test
    void anotherServerIsNotMessageMedia() {
        Fault fault = fault(404, Map.of());
        assertThat(fault).hasMessage("MessageMedia answered 404. No message was sent.");
        assertThat(fault.remedy())
                .isEqualTo("Check messageMedia.region, and any proxy between: MessageMedia's API does not answer so.");
    }

    @ParameterizedTest
    @CsvSource({"failed", "cancelled"})
    void aLostMessageIsAFault(String word) {
        Fault fault = MessageMediaAnswers.lost(status(200, word), NUMBER).orElseThrow();
        assertThat(fault)
                .hasMessage("MessageMedia accepted the message for +61491570006, but did not deliver it: its status is "
                        + word + ".");
        assertThat(fault.remedy())
                .isEqualTo("Check the number. MessageMedia's reports say more. The fault is not on Auth0's side.");
    }

    @Test
    void anUnreadableStatusProvesNothing() {
        assertThat(MessageMediaAnswers.lost(status(404, "delivered"), NUMBER)).isEmpty();
        assertThat(MessageMediaAnswers.told(status(404, "delivered"), NUMBER, 60, "Look."))
                .containsExactly(
                        "MessageMedia accepted the message for +61491570006. After 60 seconds the status is unknown,"
                                + " because MessageMedia answered 404 with a JSON object.",
                        "This does not prove delivery: the message may still arrive. Look.");
    }
}
