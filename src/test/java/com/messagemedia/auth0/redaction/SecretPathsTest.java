package com.messagemedia.auth0.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        assertThat(OptionPaths.SECRETS.isSecret(FieldPath.parse(path))).isTrue();
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
        assertThat(OptionPaths.SECRETS.isSecret(FieldPath.parse(path))).isFalse();
    }

    @Test
    void secretsOfOptionsAreTheTextsAtSecretPathsHoweverDeep() {
        Value deep = new Value.Array(
                List.of(Value.of("in a list"), new Value.Tree(Map.of("key", Value.of("in an object of a list")))));
        Options options = Options.EMPTY
                .with(FieldPath.parse("twilio_token"), Value.of("token"))
                .with(FieldPath.parse("gateway_authentication.secret"), Value.of("key"))
                .with(FieldPath.parse("gateway_authentication.method"), Value.of("bearer"))
                .with(FieldPath.parse("gateway_authentication.tomorrow"), deep)
                .with(FieldPath.parse("gateway_authentication.number"), Value.of(true))
                .with(FieldPath.parse("template"), Value.of("no secret"));
        assertThat(OptionPaths.SECRETS.secretsIn(options))
                .containsExactlyInAnyOrder("token", "key", "in a list", "in an object of a list");
    }

    @Test
    void wordThatSignsForTheSandboxIsNoSecret() {
        FieldPath secret = FieldPath.parse("gateway_authentication.secret");
        Options options = Options.EMPTY.with(secret, Value.of(SandboxCredentials.GATEWAY_SECRET));
        assertThat(OptionPaths.SECRETS.secretsIn(options)).isEmpty();
    }
}
