package com.messagemedia.auth0.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.connection.FieldPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twilio_token",
                "twilio_token.inside",
                "gateway_authentication",
                "gateway_authentication.subject",
                "gateway_authentication.audience",
                "gateway_authentication.secret",
                "gateway_authentication.added_tomorrow",
                "gateway_authentication.method.inside",
                "gateway_authentication[\"odd key\"].deep"
            })
    void guardsCredentialsAndWhateverStandsBesideThem(String path) {
        assertThat(SecretPaths.isSecret(FieldPath.parse(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway_authentication.method",
                "gateway_authentication.secret_base64_encoded",
                "gateway_url",
                "from",
                "twilio_sid",
                "twilio_tokens",
                "template",
                "upstream_params.secret"
            })
    void showsTheRest(String path) {
        assertThat(SecretPaths.isSecret(FieldPath.parse(path))).isFalse();
    }
}
