package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Fault;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * The signed statement by which an application proves who it is without a shared secret: a private_key_jwt client assertion
 * (Auth0 documentation, "Authenticate with Private Key JWT").
 */
public final class ClientAssertion {

    /** The {@code client_assertion_type} that goes with an assertion (RFC 7523). */
    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private ClientAssertion() {}

    /**
     * A fresh assertion, valid for one minute and one use.
     *
     * @param clientId the application, issuer and subject of the assertion
     * @param key what to sign with
     * @param audience the tenant's issuer address, {@code https://{domain}/} with its trailing slash
     * @param clock what time it is
     * @throws Fault when the key is unusable; the key is not repeated
     */
    @SuppressWarnings("UnusedException") // jose4j's message may quote what it was given.
    public static String sign(String clientId, SigningKey key, String audience, InstantSource clock) {
        RSAPrivateKey rsa = key.rsa();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims(clientId, audience, clock.instant()).toJson());
        signature.setAlgorithmHeaderValue(key.algorithm());
        signature.setHeader("typ", "JWT");
        key.keyId().ifPresent(signature::setKeyIdHeaderValue);
        signature.setKey(rsa);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new Fault(
                    "The private key cannot sign with " + key.algorithm() + " on this Java runtime.",
                    "Use another algorithm, RS256 for one, here and for the application's credential in Auth0.");
        }
    }

    private static JwtClaims claims(String clientId, String audience, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(clientId);
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        return claims;
    }
}
