package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.ClientAssertion.SigningKey;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAssertionTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000L));
    private static final String AUDIENCE = "https://acme.eu.auth0.com/";
    private static final KeyPair RSA = rsa(2048);

    @ParameterizedTest
    @CsvSource({"RS256,SHA256withRSA", "RS384,SHA384withRSA", "PS256,RSASSA-PSS"})
    void signsWithTheKeyByTheAlgorithm(String algorithm, String javaName) throws Exception {
        String assertion = sign(new SigningKey(pem(RSA), algorithm, Optional.empty()));
        String[] parts = assertion.split("\\.");
        Signature signature = Signature.getInstance(javaName);
        if (algorithm.equals("PS256")) {
            AlgorithmParameterSpec pss = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
            signature.setParameter(pss);
        }
        signature.initVerify(RSA.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(part(assertion, 0)).isEqualTo(tree(Map.of("alg", Value.of(algorithm), "typ", Value.of("JWT"))));
    }

    @Test
    void claimsOneMinuteForOneAudienceAsASingleText() throws Exception {
        Value.Tree claims = part(sign(key("RS256")), 1);
        assertThat(claims.members().keySet()).isEqualTo(Set.of("iss", "sub", "aud", "iat", "exp", "jti"));
        assertThat(claims.members())
                .containsEntry("iss", Value.of("client1"))
                .containsEntry("sub", Value.of("client1"))
                .containsEntry("aud", Value.of(AUDIENCE))
                .containsEntry("iat", Value.of(1_800_000_000L))
                .containsEntry("exp", Value.of(1_800_000_060L));
    }

    @Test
    void isNeverTheSameTwice() throws Exception {
        assertThat(part(sign(key("RS256")), 1).members().get("jti"))
                .isNotEqualTo(part(sign(key("RS256")), 1).members().get("jti"));
    }

    @Test
    void namesTheKeyWhereItHasAnId() throws Exception {
        String assertion = sign(new SigningKey(pem(RSA), "RS256", Optional.of("kid-1")));
        assertThat(part(assertion, 0).members()).containsEntry("kid", Value.of("kid-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "-----BEGIN RSA PRIVATE KEY-----\naHVudGVyMg==\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\naHVudGVyMg==\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\naHVudGVyMg==",
                "-----BEGIN PRIVATE KEY-----\nhunter2!\n-----END PRIVATE KEY-----",
            })
    void refusesATextThatIsNoPkcs8Pem(String pem) {
        assertFault(
                pem,
                "The private key is not the PEM text of one private key in PKCS#8 form (-----BEGIN PRIVATE KEY-----).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aHVudGVyMg==", "hunter2"})
    void refusesPemThatHoldsNoKey(String content) {
        assertFault(
                "-----BEGIN PRIVATE KEY-----\n" + content + "\n-----END PRIVATE KEY-----\n",
                "The private key is in PEM form, but does not contain an RSA key.");
    }

    @Test
    void refusesAKeyOfAnotherKind() {
        assertFault(
                new HeldCertificate.Builder().ecdsa256().build().privateKeyPkcs8Pem(),
                "The private key is in PEM form, but does not contain an RSA key.");
    }

    @Test
    void refusesAKeyThatIsTooShort() {
        assertFault(pem(rsa(1024)), "The private key has 1024 bits, where 2048 or more were expected.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none", "rs256", "RS512", ""})
    void refusesAnAlgorithmThatAuth0DoesNotTake(String algorithm) {
        assertThatThrownBy(() -> new SigningKey(pem(RSA), algorithm, Optional.empty()))
                .isInstanceOf(Fault.class)
                .hasMessage("Auth0 does not accept the algorithm of the private key.")
                .extracting(fault -> ((Fault) fault).remedy())
                .isEqualTo("Use RS256, RS384 or PS256: the one shown with the application's credential in Auth0.");
    }

    @Test
    void showsNoKey() {
        assertThat(key("RS256")).hasToString("signing key (RS256)");
    }

    private static void assertFault(String pem, String message) {
        assertThatThrownBy(() -> sign(new SigningKey(pem, "RS256", Optional.empty())))
                .isInstanceOf(Fault.class)
                .hasMessage(message)
                .hasNoCause()
                .extracting(fault -> ((Fault) fault).remedy())
                .isEqualTo("Convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key.pkcs8.pem");
    }

    private static String sign(SigningKey key) {
        return ClientAssertion.sign("client1", key, AUDIENCE, CLOCK);
    }

    private static SigningKey key(String algorithm) {
        return new SigningKey(pem(RSA), algorithm, Optional.empty());
    }

    private static Value.Tree part(String assertion, int index) throws JsonFormatException {
        byte[] json = Base64.getUrlDecoder().decode(assertion.split("\\.")[index]);
        return (Value.Tree) Json.parse(new String(json, StandardCharsets.UTF_8));
    }

    private static Value.Tree tree(Map<String, Value> members) {
        return new Value.Tree(members);
    }

    private static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
