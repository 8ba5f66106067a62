package com.messagemedia.auth0.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads of a message that the gateway took or did not take. */
class GatewayAnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Error sending SMS: Authentication failed | The gateway rejects Auth0's token: gateway_authentication.secret must be the word MessageMedia, and secret_base64_encoded must be false. Apply the descriptor, then try again.
            Error sending SMS: Timeout | The gateway did not answer within 30 seconds. Add -Dmessagemedia.direct=true to call the gateway without Auth0 and see which side fails.
            Error sending SMS: Unexpected response | The gateway did not answer 200. A 404 usually means that gateway_url is wrong. Add -Dmessagemedia.direct=true to call the gateway without Auth0 and see which side fails.
            The From phone number is not valid | The connection does not send through the gateway yet, or its provider rejects the account. Apply the descriptor, then try again.
            """)
    void auth0sDescriptionLeadsToARemedy(String description, String remedy) {
        assertThat(GatewayAnswers.remedy(description)).isEqualTo(remedy);
    }

    @Test
    void messageThatTheGatewayTookIsNoProofOfDelivery() {
        assertThat(GatewayAnswers.gatewayAnswered(200, "+61491570006", "Look at the phone."))
                .containsExactly(
                        "The gateway accepted the message for +61491570006 with the token that Auth0 signs: 200.",
                        "This does not prove delivery: the gateway reports success even if MessageMedia refuses the"
                                + " key, the secret or the sender. Look at the phone. If it arrives here and not"
                                + " through Auth0, the fault is on Auth0's side.");
    }
}
