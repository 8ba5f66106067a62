package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Fault;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * The signed statement that proves an application's identity without a shared secret: a private_key_jwt client
 * assertion (Auth0 documentation, "Authenticate with Private Key JWT").
 */
public final class ClientAssertion {

    /** The {@code client_assertion_type} of an assertion (RFC 7523). */
    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Auth0 allows up to five minutes. One minute is enough for one request and leaves room for clocks that differ. */
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private ClientAssertion() {}

    /**
     * Creates an assertion that is valid for one minute and one use.
     *
     * @param clientId the application, issuer and subject of the assertion
     * @param key the signing key
     * @param audience the tenant's issuer address, {@code https://{domain}/} with its trailing slash
     * @param clock the current time
     * @throws Fault if the key is unusable; the message does not repeat the key
     */
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
        } catch (JoseException unused) {
            throw new Fault(
                    "The private key cannot sign with " + key.algorithm() + " on this Java runtime.",
                    "Use another algorithm, such as RS256, here and for the application's credential in Auth0.");
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

    /**
     * An application's private key and its signing algorithm (Auth0 documentation, "Authenticate with Private Key
     * JWT"). Its {@code toString} never shows the key.
     *
     * @param pem an RSA private key of at least 2048 bits, PKCS#8 in PEM form
     * @param algorithm RS256, RS384 or PS256, as registered at Auth0 for the key
     * @param keyId the key's id at Auth0; empty to send none
     */
    public record SigningKey(String pem, String algorithm, Optional<String> keyId) {

        private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "PS256");
        private static final Pattern PEM =
                Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");
        /** Auth0's minimum for an RSA key (Auth0 documentation, "Configure Private Key JWT Authentication"). */
        private static final int FEWEST_BITS = 2048;

        /** Refuses, with a {@link Fault}, any other algorithm. */
        public SigningKey {
            if (!ALGORITHMS.contains(algorithm)) {
                throw new Fault(
                        "Auth0 does not accept the algorithm of the private key.",
                        "Use RS256, RS384 or PS256: the one shown with the application's credential in Auth0.");
            }
        }

        /** The parsed key. A text that is not a key is a {@link Fault} that says what was expected. */
        RSAPrivateKey rsa() {
            Matcher matcher = PEM.matcher(pem);
            if (!matcher.matches()) {
                throw unreadable("is not the PEM text of one private key in PKCS#8 form (-----BEGIN PRIVATE KEY-----)");
            }
            try {
                byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
                RSAPrivateKey key =
                        (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
                if (key.getModulus().bitLength() < FEWEST_BITS) {
                    throw unreadable("has " + key.getModulus().bitLength() + " bits, where " + FEWEST_BITS
                            + " or more were expected");
                }
                return key;
            } catch (GeneralSecurityException | IllegalArgumentException unused) {
                throw unreadable("is in PEM form, but does not contain an RSA key");
            }
        }

        private static Fault unreadable(String problem) {
            return new Fault(
                    "The private key " + problem + ".",
                    "Convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key.pkcs8.pem");
        }

        @Override
        public String toString() {
            return "signing key (" + algorithm + ")";
        }
    }
}
