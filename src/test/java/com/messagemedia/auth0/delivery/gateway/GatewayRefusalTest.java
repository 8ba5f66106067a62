package com.messagemedia.auth0.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.Plan.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rollback says where it may not restore the gateway's options, and what a test message says before it goes. */
class GatewayRefusalTest {

    private static final Map<FieldPath, String> GIVEN = Map.of(OptionPaths.GATEWAY_URL, "GATEWAY_URL");

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        new GatewayRefusal.CannotSend(true, List.of(OptionPaths.GATEWAY_URL, OptionPaths.AUDIENCE)),
                        "after this rollback, the connection could not send a message: provider sms_gateway lacks"
                                + " gateway_url, gateway_authentication.audience. ",
                        "Write the options that you want into the descriptor, and apply it."),
                Arguments.of(
                        new GatewayRefusal.UnknownGateway("sms.acme.example"),
                        "every message would go to sms.acme.example again with the old credentials, and that is"
                                + " not a MessageMedia host. ",
                        "If you trust that host, write \"allowGateway: sms.acme.example\" under messageMedia."),
                Arguments.of(
                        new GatewayRefusal.InsecureGateway(),
                        "every message would carry the old credentials to a gateway_url that is not an https"
                                + " address. ",
                        "Write the options that you want into the descriptor, and apply it."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void rollbackNamesTheVariableThatGaveTheValueOrElseTheDescriptor(
            Refusal.OfDelivery refusal, String found, String remedy) {
        assertThat(refusal.sentenceOfRollback(Map.of())).isEqualTo(found + remedy);
        assertThat(refusal.sentenceOfRollback(GIVEN))
                .isEqualTo(found + "Correct the environment variable GATEWAY_URL.");
    }

    @Test
    void testMessageOfAnotherSenderIsToldBeforeItGoes() {
        assertThat(new GatewayNotice.PhoneProviderInUse(false).beforeTestMessage())
                .contains(
                        "options.use_phone_provider is set: Auth0 sends through the tenant's phone provider, not through"
                                + " the gateway, and does not report whether the message was delivered.");
        assertThat(new GatewayNotice.UnifiedPhoneExperience().beforeTestMessage())
                .contains("The tenant is on the Unified Phone Experience: Auth0 may send through the tenant's phone"
                        + " provider and not through the gateway, and then does not report whether the message"
                        + " was delivered.");
    }
}
