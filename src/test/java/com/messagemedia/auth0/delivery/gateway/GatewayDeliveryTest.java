package com.messagemedia.auth0.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import org.junit.jupiter.api.Test;

/** What the rest of the plugin is told of the gateway's delivery. */
class GatewayDeliveryTest {

    @Test
    void keyAndSecretOfMessageMediaAreItsCredentials() {
        assertThat(new GatewayDelivery().credentials())
                .containsExactlyInAnyOrder(OptionPaths.SUBJECT, OptionPaths.AUDIENCE);
    }

    @Test
    void addressThatIsNotKnownYetStandsInForOneOfMessageMedias() {
        assertThat(new GatewayDelivery().standIn(OptionPaths.GATEWAY_URL))
                .isEqualTo(Value.of("https://auth0-api.messagemedia.com/messages"));
        assertThat(new GatewayDelivery().standIn(OptionPaths.AUDIENCE)).isEqualTo(Value.of("(not known)"));
    }

    @Test
    void claimsDoNotShowTheirCredentials() {
        assertThat(new GatewayToken.Claims("AcmeKey", "AcmeSecret")).hasToString("claims (secret)");
    }
}
