package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    private static KeyPair ours;
    private static KeyPair other;

    @BeforeAll
    static void generateKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        ours = generator.generateKeyPair();
        other = generator.generateKeyPair();
    }

    private static Sandbox sandbox() {
        return Sandbox.start(SandboxSettings.inMemory()
                .withClient(SandboxClient.PUBLISHED.withKey(ours.getPublic()))
                .withClock(InstantSource.fixed(NOW)));
    }

    private static JwtClaims claims(Sandbox sandbox) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(SandboxCredentials.CLIENT_ID);
        claims.setSubject(SandboxCredentials.CLIENT_ID);
        claims.setAudience(sandbox.address().url().toString());
        claims.setJwtId("id-1");
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 60));
        return claims;
    }

    private static String signed(JwtClaims claims, String algorithm, PrivateKey key) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }

    private static HttpResponse<String> ask(Sandbox sandbox, String assertion) {
        String form = "grant_type=client_credentials&client_id=" + SandboxCredentials.CLIENT_ID
                + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
                + URLEncoder.encode(assertion, StandardCharsets.UTF_8) + "&audience="
                + sandbox.address().managementApi();
        return Caller.anonymous(sandbox).post("/oauth/token", form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "PS256"})
    void signedAssertionStandsForTheSecretOnce(String algorithm) throws Exception {
        try (Sandbox sandbox = sandbox()) {
            String assertion = signed(claims(sandbox), algorithm, ours.getPrivate());
            assertThat(ask(sandbox, assertion).statusCode()).isEqualTo(200);
            assertThat(ask(sandbox, assertion).body())
                    .isEqualTo("{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}");
        }
    }

    static List<Consumer<JwtClaims>> wrongClaims() {
        return List.of(
                claims -> claims.setIssuer("other"),
                claims -> claims.setSubject("other"),
                claims -> claims.setAudience("https://acme.auth0.com/"),
                claims -> claims.setAudience(List.of(claims.getClaimValueAsString("aud"), "https://second.example/")),
                claims -> claims.unsetClaim("exp"),
                claims -> claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() - 10)),
                claims -> claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 311)),
                claims -> claims.setExpirationTime(NumericDate.fromSeconds(Long.MAX_VALUE)),
                claims -> claims.unsetClaim("jti"));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void refusesWrongClaims(Consumer<JwtClaims> wrong) throws Exception {
        try (Sandbox sandbox = sandbox()) {
            JwtClaims claims = claims(sandbox);
            wrong.accept(claims);
            assertThat(ask(sandbox, signed(claims, "RS256", ours.getPrivate())).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesAnotherKeyAndAnotherAlgorithm() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            assertThat(ask(sandbox, signed(claims(sandbox), "RS256", other.getPrivate()))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(ask(sandbox, signed(claims(sandbox), "RS512", ours.getPrivate()))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "a.b.c", "e30.e30.e30", "!.!.!", "..."})
    void refusesWhatIsNoAssertion(String assertion) {
        try (Sandbox sandbox = sandbox()) {
            assertThat(ask(sandbox, assertion).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void refusesAssertionsOfAClientWithoutAKey() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withClock(InstantSource.fixed(NOW)))) {
            assertThat(ask(sandbox, signed(claims(sandbox), "RS256", ours.getPrivate()))
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
