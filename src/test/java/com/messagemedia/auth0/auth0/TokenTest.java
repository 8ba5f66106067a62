package com.messagemedia.auth0.auth0;

import static com.messagemedia.auth0.auth0.Tenants.SETTINGS;
import static com.messagemedia.auth0.auth0.Tenants.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.ClientAssertion;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    @Test
    void tellsTheScopesOfTheTokenReplyAndAsksForTheTokenOnce() {
        try (ScriptedServer server = Tenants.server();
                ManagementClient client = Tenants.client(server.address())) {
            assertThat(client.scopes()).contains(Set.of("read:connections", "update:connections"));
            assertThat(client.scopes()).isPresent();
            assertThat(server.lines()).containsExactly("POST /oauth/token");
        }
    }

    @Test
    void readsRepeatedAndMissingScopesAsTheyAre() {
        assertThat(scopesOfReply("\"scope\":\" a:b  a:b c:d \"")).contains(Set.of("a:b", "c:d"));
        assertThat(scopesOfReply("\"scope\":\"\"")).contains(Set.of());
        assertThat(scopesOfReply("\"scope\":null")).isEmpty();
        assertThat(scopesOfReply("\"scope\":[\"a:b\"]")).isEmpty();
        assertThat(scopesOfReply("\"other\":1")).isEmpty();
    }

    private static Optional<Set<String>> scopesOfReply(String member) {
        try (ScriptedServer server =
                        new ScriptedServer().then(200, "{\"access_token\":\"opaque-token\"," + member + "}");
                ManagementClient client = Tenants.client(server.address())) {
            return client.scopes();
        }
    }

    @Test
    void tellsTheScopesInsideAGivenToken() {
        assertThat(scopesOfGiven(jwt("{\"scope\":\"read:connections x:y\"}")))
                .contains(Set.of("read:connections", "x:y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "..", "a.!!!.c", "a.bm90IGpzb24.c", "a.W10.c", "a.e30.c", "a.e30.c.d.e"})
    void tellsNoScopesOfATokenThatDoesNotSay(String token) {
        assertThat(scopesOfGiven(token)).isEmpty();
    }

    private static Optional<Set<String>> scopesOfGiven(String token) {
        try (ScriptedServer server = new ScriptedServer();
                ManagementClient client = Tenants.open(
                        at(server.address()), Optional.empty(), new Credentials.Token(new Secret(token)), SETTINGS)) {
            Optional<Set<String>> scopes = client.scopes();
            assertThat(server.asked()).isEmpty();
            return scopes;
        }
    }

    @Test
    void looksForScopesInsideAnIssuedTokenWhereTheReplyHasNone() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"access_token\":\"" + jwt("{\"scope\":\"read:connections\"}") + "\"}");
                ManagementClient client = Tenants.client(server.address())) {
            assertThat(client.scopes()).contains(Set.of("read:connections"));
        }
    }

    @Test
    void asksForTheAudienceThatWasSet() {
        try (ScriptedServer server = Tenants.server();
                ManagementClient client = Tenants.open(
                        at(server.address()),
                        Optional.of("https://acme.eu.auth0.com/api/v2/"),
                        Tenants.CLIENT,
                        SETTINGS)) {
            client.scopes();
            assertThat(form(server)).containsEntry("audience", "https%3A%2F%2Facme.eu.auth0.com%2Fapi%2Fv2%2F");
        }
    }

    @Test
    void asksAgainWhenTheTokenIsAboutToExpire() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000L));
        String reply = "{\"access_token\":\"%s\",\"expires_in\":60}";
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, reply.formatted("first"))
                        .then(200, "[]")
                        .then(200, reply.formatted("second"))
                        .then(200, "[]");
                ManagementClient client = open(server, now::get)) {
            client.scopes();
            now.set(now.get().plusSeconds(49));
            client.smsConnections();
            now.set(now.get().plusSeconds(1));
            client.smsConnections();
            assertThat(server.asked())
                    .extracting(asked -> asked.headers().getOrDefault("authorization", "none"))
                    .containsExactly("none", "Bearer first", "none", "Bearer second");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void asksOnceForATokenThatIsAboutToExpireFromTheStart(int lifetime) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000L));
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"access_token\":\"only\",\"expires_in\":" + lifetime + "}")
                        .then(200, "[]")
                        .then(200, "[]");
                ManagementClient client = open(server, now::get)) {
            client.scopes();
            client.smsConnections();
            now.set(now.get().plusSeconds(lifetime + 1L));
            client.smsConnections();
            assertThat(server.lines()).filteredOn("POST /oauth/token"::equals).hasSize(1);
        }
    }

    private static ManagementClient open(ScriptedServer server, InstantSource clock) {
        ClientIdentity identity =
                new ClientIdentity(at(server.address()), at(server.address()).managementApi(), Tenants.CLIENT);
        return Tenants.open(identity, RemoteApi.at(identity.tenant().url(), SETTINGS), clock);
    }

    @Test
    void sendsASignedAssertionInPlaceOfASecret() throws Exception {
        String pem = new HeldCertificate.Builder().rsa2048().build().privateKeyPkcs8Pem();
        Credentials key = new Credentials.PrivateKey(
                "client1", new Secret(pem), Credentials.Algorithm.RS256, Optional.of("kid-1"));
        try (ScriptedServer server = Tenants.server();
                ManagementClient client = Tenants.open(at(server.address()), Optional.empty(), key, SETTINGS)) {
            client.scopes();
            Map<String, String> form = form(server);
            assertThat(form.keySet())
                    .isEqualTo(
                            Set.of("grant_type", "audience", "client_id", "client_assertion_type", "client_assertion"));
            assertThat(form)
                    .containsEntry("client_id", "client1")
                    .containsEntry("client_assertion_type", ClientAssertion.TYPE.replace(":", "%3A"));
            String payload = form.get("client_assertion").split("\\.")[1];
            Value.Tree claims =
                    (Value.Tree) Json.parse(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
            assertThat(claims.members()).containsEntry("aud", Value.of(server.address() + "/"));
        }
    }

    @Test
    void sendsNothingWithAnUnusableKey() {
        Credentials key = new Credentials.PrivateKey(
                "client1", new Secret("hunter2"), Credentials.Algorithm.RS256, Optional.empty());
        try (ScriptedServer server = new ScriptedServer();
                ManagementClient client = Tenants.open(at(server.address()), Optional.empty(), key, SETTINGS)) {
            assertThatThrownBy(client::smsConnections)
                    .isInstanceOf(Fault.class)
                    .hasMessage(
                            "The private key is not the PEM text of one private key in PKCS#8 form (-----BEGIN PRIVATE"
                                    + " KEY-----).");
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nX-Evil: 1", "a\n", "ä"})
    void refusesAClientIdThatCannotBeSent(String clientId) {
        String message = "The client id is empty, or contains a line break or another character that no client id has.";
        for (Credentials unsendable : List.of(
                new Credentials.ClientSecret(clientId, new Secret("s")),
                new Credentials.PrivateKey(clientId, new Secret("s"), Credentials.Algorithm.RS256, Optional.empty()))) {
            assertThatThrownBy(() -> open(unsendable))
                    .isInstanceOf(Fault.class)
                    .hasMessage(message)
                    .extracting(fault -> ((Fault) fault).remedy())
                    .isEqualTo("Set tenant.clientId to the Client ID that Auth0 shows under Applications >"
                            + " Applications.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\n", "Bearer hunter2", "hunter2\r\nX-Evil: 1", "hünter2"})
    void refusesATokenThatCannotBeSentWithoutRepeatingIt(String token) {
        assertThatThrownBy(() -> open(new Credentials.Token(new Secret(token))))
                .isInstanceOf(Fault.class)
                .hasMessage("The Management API token contains a space, a line break or another character that no"
                        + " token has.")
                .extracting(fault -> ((Fault) fault).remedy())
                .isEqualTo("Set tenant.token to only the token, without \"Bearer\" and without a line break.");
    }

    /** Refusals come before a request: nothing listens at this address. */
    private static ManagementClient open(Credentials credentials) {
        return Tenants.open(at("http://127.0.0.1:1"), Optional.empty(), credentials, SETTINGS);
    }

    @Test
    void showsNoCredential() {
        String text = Tenants.CLIENT
                + ""
                + new Credentials.Token(new Secret("hunter2"))
                + new Credentials.PrivateKey(
                        "client1", new Secret("hunter2"), Credentials.Algorithm.RS256, Optional.empty());
        assertThat(text).doesNotContain("hunter2").doesNotContain(Tenants.CLIENT_SECRET);
    }

    private static Map<String, String> form(ScriptedServer server) {
        return Arrays.stream(server.asked().get(0).body().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String jwt(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
