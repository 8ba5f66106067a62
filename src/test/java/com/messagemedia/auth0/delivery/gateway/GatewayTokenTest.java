package com.messagemedia.auth0.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token of the gateway, taken apart and signed anew by other means. */
class GatewayTokenTest {

    private static final Options MESSAGE_MEDIA = Options.EMPTY
            .with(OptionPaths.METHOD, Value.of("bearer"))
            .with(OptionPaths.SUBJECT, Value.of("AcmeKey"))
            .with(OptionPaths.AUDIENCE, Value.of("AcmeSecret"))
            .with(OptionPaths.SECRET, Value.of("MessageMedia"));

    private static String token(Options options) {
        return GatewayToken.sign(options).reveal();
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String unsigned(String header, String payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String unsigned, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(unsigned.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysSubjectAndAudienceAndNothingElse() {
        String[] parts = token(MESSAGE_MEDIA).split("\\.");
        assertThat(parts).hasSize(3);
        assertThat(text(parts[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(text(parts[1])).isEqualTo("{\"sub\":\"AcmeKey\",\"aud\":\"AcmeSecret\"}");
        assertThat(parts[2]).isEqualTo(signature(parts[0] + "." + parts[1], "MessageMedia"));
    }

    @ParameterizedTest
    @CsvSource({
        "MessageMedia, false, MessageMedia",
        "TWVzc2FnZU1lZGlh, true, MessageMedia",
        "TWVzc2FnZU1lZGlh, false, TWVzc2FnZU1lZGlh",
        "YQ==, true, a",
        "YQ, true, a"
    })
    void isSignedWithTheSecretAsTheFlagReadsIt(String secret, boolean encoded, String key) {
        String[] parts = token(MESSAGE_MEDIA
                        .with(OptionPaths.SECRET, Value.of(secret))
                        .with(OptionPaths.SECRET_BASE64_ENCODED, Value.of(encoded)))
                .split("\\.");
        assertThat(parts[2]).isEqualTo(signature(parts[0] + "." + parts[1], key));
    }

    @Test
    void needsNoSubject() {
        Options options = Options.EMPTY
                .with(OptionPaths.AUDIENCE, Value.of("AcmeSecret"))
                .with(OptionPaths.SECRET, Value.of("MessageMedia"));
        assertThat(text(token(options).split("\\.")[1])).isEqualTo("{\"aud\":\"AcmeSecret\"}");
        assertThat(GatewayToken.read(token(options), "MessageMedia"))
                .contains(new GatewayToken.Claims("undefined", "AcmeSecret"));
    }

    @Test
    void theFaultOfASecretThatIsNotEncodedDoesNotRepeatIt() {
        Options options = MESSAGE_MEDIA
                .with(OptionPaths.SECRET, Value.of("not *encoded*"))
                .with(OptionPaths.SECRET_BASE64_ENCODED, Value.of(true));
        Fault fault = catchThrowableOfType(Fault.class, () -> GatewayToken.sign(options));
        assertThat(fault)
                .hasNoCause()
                .hasMessage("gateway_authentication.secret_base64_encoded is true, but the secret is not"
                        + " base64url text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "secret"})
    void cannotBeSignedWithout(String key) {
        Options options = MESSAGE_MEDIA.with(OptionPaths.GATEWAY_AUTHENTICATION.child(key), Value.of(""));
        assertThat(catchThrowableOfType(Fault.class, () -> GatewayToken.sign(options)))
                .hasMessage(
                        "gateway_authentication." + key + " is missing, so Auth0 can sign no token for the gateway.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alg\":\"HS256\"} | {\"sub\":\"a\",\"aud\":\"b\"} | AnotherWord",
                "{\"alg\":\"HS256\"} | {\"sub\":\"a\",\"aud\":\"b\",\"exp\":1} | MessageMedia",
                "{\"alg\":\"none\"} | {\"sub\":\"a\",\"aud\":\"b\"} | MessageMedia",
                "{\"alg\":\"HS256\"} | no claims | MessageMedia"
            })
    void isNotReadWhereItIsForgedOrOld(String header, String payload, String key) {
        String unsigned = unsigned(header, payload);
        assertThat(GatewayToken.read(unsigned + "." + signature(unsigned, key), "MessageMedia"))
                .isEmpty();
    }
}
