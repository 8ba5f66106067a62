package com.messagemedia.auth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Auth0's error texts can quote what was sent; here they do. */
class SecrecyTest {

    private static final String OPTIONS = """
            {"from":"+15550100000","twilio_token":"twilio-0123456789","gateway_authentication":{"method":"bearer",\
            "subject":"api-key-0123456789","audience":"api-secret-0123456789","secret":"signing-0123456789",\
            "secret_base64_encoded":false,"future":{"deep":["future-0123456789"]}}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twilio-0123456789",
                "api-key-0123456789",
                "api-secret-0123456789",
                "signing-0123456789",
                "future-0123456789",
                "issued-token-0123456789",
                Tenants.CLIENT_SECRET,
                "YXBpLXNlY3JldC0wMTIzNDU2Nzg5",
            })
    void takesWhatWasSentOutOfAnErrorText(String secret) throws Exception {
        try (ScriptedServer server = Tenants.server().then(400, quoting(secret));
                ManagementClient client = Tenants.client(server.address())) {
            assertScrubbed(() -> client.update("con_1", patch()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"twilio-0123456789", "api-secret-0123456789", "future-0123456789"})
    void takesWhatWasReadOutOfAnErrorText(String secret) {
        String connection = "{\"id\":\"con_1\",\"name\":\"sms\",\"strategy\":\"sms\",\"options\":" + OPTIONS + "}";
        try (ScriptedServer server =
                        new ScriptedServer().then(200, "[" + connection + "]").then(400, quoting(secret));
                ManagementClient client = Tenants.withToken(server.address())) {
            client.smsConnections();
            assertScrubbed(() -> client.connection("con_1"));
        }
    }

    @Test
    void takesWhatWasCreatedOutOfAnErrorText() throws Exception {
        try (ScriptedServer server = new ScriptedServer().then(400, quoting("api-secret-0123456789"));
                ManagementClient client = Tenants.withToken(server.address())) {
            assertScrubbed(() -> client.create(new NewConnection("sms", options(), Map.of())));
        }
    }

    @Test
    void takesAGivenTokenOutOfAnErrorText() {
        try (ScriptedServer server = new ScriptedServer().then(401, quoting("given-token"));
                ManagementClient client = Tenants.withToken(server.address())) {
            assertScrubbed(client::smsConnections);
        }
    }

    @Test
    void takesTheClientSecretOutOfATokenError() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(
                                401,
                                "{\"error\":\"" + Tenants.CLIENT_SECRET + "\",\"error_description\":\"before "
                                        + Tenants.CLIENT_SECRET + " after\"}");
                ManagementClient client = Tenants.client(server.address())) {
            assertThatThrownBy(client::scopes)
                    .isInstanceOfSatisfying(
                            ManagementException.class,
                            fault -> assertThat(fault.errorCode()).contains("(secret)"))
                    .hasMessage("Getting a Management API token from " + server.address()
                            + " failed: 401 Unauthorized ((secret)): before (secret) after");
        }
    }

    @Test
    void takesTheAssertionOutOfATokenError() {
        String pem = new HeldCertificate.Builder().rsa2048().build().privateKeyPkcs8Pem();
        Credentials key =
                new Credentials.PrivateKey("client1", new Secret(pem), Credentials.Algorithm.RS256, Optional.empty());
        try (EchoingTokenServer server = new EchoingTokenServer();
                ManagementClient client =
                        Tenants.open(Tenants.at(server.address()), Optional.empty(), key, Tenants.SETTINGS)) {
            assertThatThrownBy(client::scopes)
                    .hasMessage("Getting a Management API token from " + server.address()
                            + " failed: 400 Bad Request (invalid_request): (secret)");
        }
    }

    @Test
    void cutsALongTextAfterTakingSecretsOut() {
        String filler = "x".repeat(295);
        try (ScriptedServer server =
                        new ScriptedServer().then(400, "{\"message\":\"" + filler + " given-token and more\"}");
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(client::smsConnections)
                    .hasMessage("Reading the connections of " + server.address() + " failed: 400 Bad Request: " + filler
                            + " (sec…");
        }
    }

    @Test
    void keepsATerminalAsItIs() {
        try (ScriptedServer server = new ScriptedServer().then(400, """
                        {"message":"\\u001b[2J\\u001b[31mred\\r\\n[INFO] BUILD SUCCESS\\u2028\\u202egnp.exe\\u0085\\tend",\
                        "errorCode":"a\\nb"}""");
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(client::smsConnections)
                    .hasMessage("Reading the connections of " + server.address()
                            + " failed: 400 Bad Request (a b): [2J [31mred [INFO] BUILD SUCCESS gnp.exe end");
        }
    }

    @Test
    void quotesNothingOfABodyThatIsNoErrorOfAuth0() {
        for (String body :
                List.of("api-secret-0123456789", "<p>api-secret-0123456789</p>", "{\"note\":\"api-secret\"}")) {
            try (ScriptedServer server = new ScriptedServer().then(400, body);
                    ManagementClient client = Tenants.withToken(server.address())) {
                assertThatThrownBy(client::smsConnections)
                        .hasMessage("Reading the connections of " + server.address() + " failed: 400 Bad Request");
            }
        }
    }

    @Test
    void takesSecretsOutOfThePathOfABrokenDocument() {
        try (ScriptedServer server = new ScriptedServer().then(200, "{\"given-token\":{\"a\":");
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(client::smsConnections)
                    .hasMessage("Reading the connections of " + server.address()
                            + " failed: the answer cannot be used: the JSON document ends too early at $.(secret).a.");
        }
    }

    private static void assertScrubbed(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(ManagementException.class, fault -> {
                    assertThat(fault.errorCode()).contains("code-(secret)");
                    assertThat(fault.remedy()).doesNotContain("0123456789").doesNotContain("given-token");
                })
                .hasMessageEndingWith(" (code-(secret)): before (secret) after")
                .hasNoCause()
                .hasNoSuppressedExceptions();
    }

    private static String quoting(String secret) {
        return "{\"statusCode\":400,\"errorCode\":\"code-" + secret + "\",\"message\":\"before " + secret + " after\"}";
    }

    private static ConnectionPatch patch() throws JsonFormatException {
        return new ConnectionPatch(Optional.of(options()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Options options() throws JsonFormatException {
        return new Options((Value.Tree) Json.parse(OPTIONS));
    }
}
