package com.messagemedia.auth0.delivery.gateway;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * The token that Auth0 sends to the gateway with each message. It is signed with HS256, and its subject and audience are
 * readable (Auth0 documentation, "Set Up Custom SMS Gateway for Passwordless Connections"). For MessageMedia both are
 * credentials.
 */
public final class GatewayToken {

    private static final String MISSING = "undefined";
    private static final String[] SYMMETRIC = {
        AlgorithmIdentifiers.HMAC_SHA256, AlgorithmIdentifiers.HMAC_SHA384, AlgorithmIdentifiers.HMAC_SHA512
    };

    private GatewayToken() {}

    /**
     * Creates the token that Auth0 makes from these options.
     *
     * @throws Fault if {@code gateway_authentication} lacks a value that a token needs, or {@code
     *     secret_base64_encoded} is true and the secret is not base64url text; the message repeats no value
     */
    public static Secret sign(Options options) {
        String audience = required(options, "audience");
        byte[] key = key(options);
        JwtClaims claims = new JwtClaims();
        OptionPaths.text(options, OptionPaths.SUBJECT).ifPresent(claims::setSubject);
        claims.setAudience(audience);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(new HmacKey(key));
        // MessageMedia's public word has 96 bits, and jose4j requires 256.
        signature.setDoKeyValidation(false);
        try {
            return new Secret(signature.getCompactSerialization());
        } catch (JoseException unused) {
            throw new Fault(
                    "No token can be signed with gateway_authentication.secret.",
                    "Set it to the word that the gateway expects; for MessageMedia, apply the descriptor.");
        }
    }

    /**
     * The claims of a token.
     *
     * @param subject the subject; the word {@code undefined} if there is none, as in the gateway's own code
     * @param audience the audience; several are joined with commas, as in the gateway's own code
     */
    public record Claims(String subject, String audience) {

        @Override
        public String toString() {
            return "claims (secret)";
        }
    }

    /** Returns the claims of a token; empty if another secret signed it, or if it has expired. */
    public static Optional<Claims> read(String token, String secret) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)))
                .setRelaxVerificationKeyValidation()
                .setSkipDefaultAudienceValidation()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, SYMMETRIC)
                .build();
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String subject = claims.getSubject() == null ? MISSING : claims.getSubject();
            String audience = claims.hasAudience() ? String.join(",", claims.getAudience()) : MISSING;
            return Optional.of(new Claims(subject, audience));
        } catch (InvalidJwtException | MalformedClaimException unused) {
            return Optional.empty();
        }
    }

    private static byte[] key(Options options) {
        String secret = required(options, "secret");
        boolean encoded = options.get(OptionPaths.SECRET_BASE64_ENCODED)
                .filter(Value.of(true)::equals)
                .isPresent();
        return encoded ? decoded(secret) : secret.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String secret) {
        try {
            return Base64.getUrlDecoder().decode(secret);
        } catch (IllegalArgumentException unused) {
            throw new Fault(
                    "gateway_authentication.secret_base64_encoded is true, but the secret is not base64url text.",
                    "Set secret_base64_encoded to false; for MessageMedia, apply the descriptor.");
        }
    }

    private static String required(Options options, String key) {
        return OptionPaths.text(options, OptionPaths.GATEWAY_AUTHENTICATION.child(key))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new Fault(
                        "gateway_authentication." + key + " is missing, so Auth0 can sign no token for the gateway.",
                        "Apply a descriptor with a messageMedia section."));
    }
}
