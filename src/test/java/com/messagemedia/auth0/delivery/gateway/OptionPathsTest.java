package com.messagemedia.auth0.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionPathsTest {

    @ParameterizedTest
    @CsvSource({
        "provider, true",
        "gateway_url, true",
        "gateway_url.new.field, true",
        "provider.new.field, true",
        "gateway_authentication, true",
        "gateway_authentication.new.field, true",
        "gateway, false",
        "from, false",
        "twilio_token, false"
    })
    void gatewayUnitIsProviderUrlAndAuthentication(String path, boolean inside) {
        assertThat(OptionPaths.inGatewayUnit(FieldPath.parse(path))).isEqualTo(inside);
    }

    @Test
    void gatewayIsUsedWhereTheProviderSaysSo() {
        assertThat(OptionPaths.usesGateway(Options.EMPTY)).isFalse();
        assertThat(OptionPaths.usesGateway(Options.EMPTY.with(OptionPaths.PROVIDER, Value.of("twilio"))))
                .isFalse();
        assertThat(OptionPaths.usesGateway(Options.EMPTY.with(OptionPaths.PROVIDER, Value.of(true))))
                .isFalse();
        assertThat(OptionPaths.usesGateway(Options.EMPTY.with(OptionPaths.PROVIDER, Value.of("sms_gateway"))))
                .isTrue();
    }

    @Test
    void textIsOnlyWhatIsAString() {
        Options options = Options.EMPTY
                .with(OptionPaths.FROM, Value.of("a"))
                .with(OptionPaths.TEMPLATE, Value.of(5))
                .with(OptionPaths.SYNTAX, Value.Null.NULL);
        assertThat(OptionPaths.text(options, OptionPaths.FROM)).contains("a");
        assertThat(OptionPaths.text(options, OptionPaths.TEMPLATE)).isEmpty();
        assertThat(OptionPaths.text(options, OptionPaths.SYNTAX)).isEmpty();
        assertThat(OptionPaths.text(options, OptionPaths.GATEWAY_URL)).isEmpty();
    }

    @Test
    void twilioKeysAreTheAccountAndItsToken() {
        assertThat(OptionPaths.twilioKeys())
                .extracting(FieldPath::toString)
                .containsExactly("twilio_sid", "twilio_token");
    }
}
