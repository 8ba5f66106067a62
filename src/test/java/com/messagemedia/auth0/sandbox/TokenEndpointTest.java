package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.member;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static String form(Sandbox sandbox) {
        return "grant_type=client_credentials&client_id=" + SandboxCredentials.CLIENT_ID + "&client_secret="
                + SandboxCredentials.CLIENT_SECRET + "&audience="
                + sandbox.address().managementApi();
    }

    private static HttpResponse<String> ask(Sandbox sandbox, String form) {
        return Caller.anonymous(sandbox).with("Content-Type", FORM).post("/oauth/token", form);
    }

    @Test
    void tokenOfAFormOpensTheManagementApi() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withTokenLifetime(Duration.ofSeconds(90)))) {
            HttpResponse<String> reply = ask(sandbox, form(sandbox));
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(Caller.tree(reply).members().keySet())
                    .containsExactly("access_token", "scope", "expires_in", "token_type");
            assertThat(member(reply, "token_type")).isEqualTo("\"Bearer\"");
            assertThat(member(reply, "expires_in")).isEqualTo("90");
            assertThat(member(reply, "scope"))
                    .isEqualTo("\"create:connections read:connections read:connections_options"
                            + " update:connections update:connections_options\"");
            assertThat(bearer(sandbox, reply).get(Caller.SMS).statusCode()).isEqualTo(200);
        }
    }

    private static Caller bearer(Sandbox sandbox, HttpResponse<String> reply) {
        String token = member(reply, "access_token").replace("\"", "");
        return Caller.anonymous(sandbox).with("Authorization", "Bearer " + token);
    }

    @Test
    void tokenOfAJsonBodyOpensTheManagementApi() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            HttpResponse<String> reply = Caller.anonymous(sandbox)
                    .with("Content-Type", "application/json; charset=utf-8")
                    .post(
                            "/oauth/token",
                            "{\"grant_type\":\"client_credentials\",\"client_id\":\"" + SandboxCredentials.CLIENT_ID
                                    + "\",\"client_secret\":\"" + SandboxCredentials.CLIENT_SECRET
                                    + "\",\"audience\":\"" + sandbox.address().managementApi() + "\"}");
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(bearer(sandbox, reply).get(Caller.SMS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void scopeOfTheRequestNarrowsTheToken() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            HttpResponse<String> reply = ask(sandbox, form(sandbox) + "&scope=read:connections+delete:users");
            assertThat(member(reply, "scope")).isEqualTo("\"read:connections\"");
            HttpResponse<String> connection = bearer(sandbox, reply).get(Caller.SMS);
            assertThat(connection.statusCode()).isEqualTo(200);
            assertThat(member(connection, "options")).isEqualTo("absent");
        }
    }

    @Test
    void tokenWithoutAnAudienceOpensNothing() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            HttpResponse<String> reply = ask(sandbox, form(sandbox).replaceFirst("&audience=.*", ""));
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(bearer(sandbox, reply).get(Caller.SMS).body())
                    .isEqualTo("{\"statusCode\":401,\"error\":\"Unauthorized\",\"message\":\"Invalid token\","
                            + "\"attributes\":{\"error\":\"Invalid token\"}}");
        }
    }

    @Test
    void localhostIsTheSameAudience() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            assertThat(ask(sandbox, form(sandbox).replace("127.0.0.1", "localhost"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client_secret=\\w[^&]*               | client_secret=wrong   | 401 | access_denied | Unauthorized
            client_secret=[^&]*                  | client_secret=        | 401 | access_denied | Unauthorized
            &client_secret=[^&]*                 | ''                    | 401 | access_denied | Unauthorized
            client_id=[^&]*                      | client_id=other       | 401 | access_denied | Unauthorized
            &client_id=[^&]*                     | ''                    | 400 | invalid_request | Missing required parameter: client_id
            grant_type=client_credentials        | grant_type=           | 400 | invalid_request | Missing required parameter: grant_type
            grant_type=client_credentials        | grant_type=password   | 403 | unauthorized_client | Grant type 'password' not allowed for the client.
            audience=.*                          | audience=https://a/   | 403 | access_denied | Service not enabled within domain: https://a/
            audience=.*                          | audience=a&audience=b | 400 | invalid_request | Parameter stands twice: audience
            audience=.*                          | audience=%zz          | 400 | invalid_request | The body is neither a form nor JSON.
            """)
    void refusesAsAuth0Does(String pattern, String replacement, int status, String error, String description) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            HttpResponse<String> reply = ask(sandbox, form(sandbox).replaceFirst(pattern, replacement));
            assertThat(reply.body())
                    .isEqualTo("{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
            assertThat(reply.statusCode()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"grant_type":  | The body is neither a form nor JSON.
            ["a"]           | The body must be an object.
            {"client_id":1} | Parameter must be a string: client_id
            """)
    void refusesABrokenJsonBody(String body, String description) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            HttpResponse<String> reply = Caller.anonymous(sandbox)
                    .with("Content-Type", "application/json")
                    .post("/oauth/token", body);
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(reply.body())
                    .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"" + description + "\"}");
        }
    }

    @Test
    void clientWithoutAnyScopeHasNoGrant() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withScopes(Set.of()))) {
            HttpResponse<String> reply = ask(sandbox, form(sandbox));
            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(member(reply, "error_description"))
                    .isEqualTo("\"Client is not authorized to access \\\""
                            + sandbox.address().managementApi()
                            + "\\\". You need to create a \\\"client-grant\\\" associated to this API.\"");
        }
    }

    @Test
    void takesTheCredentialsThatItWasGiven() {
        SandboxClient client = SandboxClient.of("my-client", "my-secret");
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory().withClient(client))) {
            String audience = "&audience=" + sandbox.address().managementApi();
            String grant = "grant_type=client_credentials&client_id=my-client&client_secret=";
            assertThat(ask(sandbox, grant + "my-secret" + audience).statusCode())
                    .isEqualTo(200);
            assertThat(ask(sandbox, form(sandbox)).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void settingsDoNotTellTheSecret() {
        SandboxSettings settings = SandboxSettings.inMemory().withClient(SandboxClient.of("my-client", "my-secret"));
        assertThat(settings.toString()).contains("my-client").doesNotContain("my-secret");
    }
}
