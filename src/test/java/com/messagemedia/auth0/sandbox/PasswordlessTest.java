package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code from the tenant to the inbox, and each place at which it can stop. */
class PasswordlessTest {

    private static final String WEB = "sandboxWebClient0000000000000000";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.address().url() + path))
                .header("Content-Type", "application/json");
    }

    private String start(String body) {
        return send(request("passwordless/start").POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private String start() {
        return start("{\"client_id\":\"" + WEB
                + "\",\"connection\":\"sms\",\"phone_number\":\"+61491570006\",\"send\":\"code\"}");
    }

    private void options(Map<String, Value> changes) {
        changes.forEach(new Colleague(sandbox)::sets);
    }

    private void throughGateway(String url, String secret) {
        Map<String, Value> authentication = new LinkedHashMap<>();
        authentication.put("method", Value.of("bearer"));
        authentication.put("subject", Value.of(SandboxCredentials.API_KEY));
        authentication.put("audience", Value.of(secret));
        authentication.put("secret", Value.of("MessageMedia"));
        options(Map.of(
                "provider", Value.of("sms_gateway"),
                "gateway_url", Value.of(url),
                "from", Value.of("+61491570156"),
                "template", Value.of("Code @@password@@ for @@application.name@@"),
                "gateway_authentication", new Tree(authentication)));
    }

    private void throughMessageMedia() {
        throughGateway("https://auth0-api.messagemedia.com/messages", SandboxCredentials.API_SECRET);
    }

    @Test
    void aCodeArrivesInTheInbox() {
        throughMessageMedia();
        assertThat(start()).contains("\"phone_number\":\"+61491570006\"", "\"phone_verified\":false");
        assertThat(sandbox.inbox()).hasSize(1).allSatisfy(message -> {
            assertThat(message.recipient()).isEqualTo("+61491570006");
            assertThat(message.sender()).isEqualTo("+61491570156");
            assertThat(message.body()).matches("Code [0-9]{6} for ");
            assertThat(message.accepted()).isTrue();
        });
        assertThat(send(request("sandbox/inbox").GET()).body())
                .matches("\\[\\{\"recipient\":\"\\+61491570006\",\"sender\":\"\\+61491570156\","
                        + "\"body\":\"Code [0-9]{6} for \",\"accepted\":true}]");
    }

    @Test
    void theRequestOfTheDocumentationSendsACode() throws IOException {
        throughMessageMedia();
        String page = Files.readString(Path.of("docs/SANDBOX.md"));
        int body = page.indexOf("-d '") + "-d '".length();
        assertThat(start(page.substring(body, page.indexOf('\'', body)))).contains("\"phone_verified\":false");
        assertThat(sandbox.inbox()).extracting(Message::recipient).containsExactly("+61491570006");
    }

    @Test
    void anApplicationMaySignInByAnAssertion() {
        throughMessageMedia();
        assertThat(start("{\"client_id\":\"" + WEB
                        + "\",\"client_assertion_type\":\"jwt-bearer\",\"client_assertion\":\"x\","
                        + "\"connection\":\"sms\",\"phone_number\":\"+61491570006\",\"send\":\"code\"}"))
                .contains("\"phone_verified\":false");
    }

    @Test
    void wrongCredentialsLookLikeSuccessToTheTenant() {
        throughGateway("https://auth0-api.messagemedia.com/messages", "not the secret");
        assertThat(start()).contains("\"phone_verified\"");
        assertThat(sandbox.inbox()).extracting(Message::accepted).containsExactly(false);
    }

    @Test
    void theGatewayRefusesATokenThatTheBase64FlagBroke() {
        throughMessageMedia();
        new Colleague(sandbox).sets("gateway_authentication.secret_base64_encoded", Value.of(true));
        assertThat(start())
                .isEqualTo("{\"error\":\"sms_provider_error\",\"error_description\":"
                        + "\"Authentication failed while calling the SMS gateway: 401\"}");
        assertThat(sandbox.inbox()).isEmpty();
    }

    @Test
    void anotherGatewayOnLoopbackIsCalledAndNoneBeyondIt() {
        throughGateway(sandbox.address().url() + "nowhere", SandboxCredentials.API_SECRET);
        assertThat(start()).contains("Unexpected response while calling the SMS gateway: 404");
        throughGateway("https://sms.acme.example/messages", SandboxCredentials.API_SECRET);
        assertThat(start()).contains("Unexpected response while calling the SMS gateway: 502");
        assertThat(sandbox.inbox()).isEmpty();
    }

    @Test
    void twilioHasNoAccountHere() {
        assertThat(start()).contains("sms_provider_error", "Authenticate (Code: 20003)");
    }

    @Test
    void thePhoneProviderOfTheTenantSaysNothing() {
        throughMessageMedia();
        options(Map.of("use_phone_provider", Value.of(true)));
        assertThat(start()).contains("\"phone_verified\"");
        assertThat(sandbox.inbox()).isEmpty();
    }

    @Test
    void aPhoneProviderThatIsSwitchedOffLeavesTheGateway() {
        throughMessageMedia();
        options(Map.of("use_phone_provider", Value.Null.NULL));
        start();
        options(Map.of("use_phone_provider", Value.of("false")));
        start();
        assertThat(sandbox.inbox()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | bad.client_id | Missing required property: client_id",
                "{'client_id':'x'} | bad.connection | Missing required property: connection",
                "{'client_id':'x','connection':'no'} | bad.connection | Connection does not exist",
                "{'client_id':'x','connection':'sms'} | bad.connection | Connection is disabled",
                "{'client_id':'sandboxWebClient0000000000000000','connection':'Username-Password-Authentication'}"
                        + " | bad.connection | Invalid connection strategy. It must either be a passwordless connection",
                "{'client_id':'sandboxWebClient0000000000000000','connection':'sms'}"
                        + " | bad.phone_number | Missing required property: phone_number",
                "{'client_id':'sandboxWebClient0000000000000000','connection':'sms','phone_number':'0491570006'}"
                        + " | bad.phone_number | String does not match pattern: ^\\\\+[0-9]{1,15}$",
                "{'client_id':'x','number':'1'} | bad.request | the following properties are not allowed: number"
            })
    void whatIsWrongIsToldAsAuth0TellsIt(String body, String error, String description) {
        assertThat(start(body.replace('\'', '"')))
                .isEqualTo("{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }

    @Test
    void messageMediaAnswersAsItsDocumentationSays() {
        HttpRequest.Builder status = request("v1/messages/00000000-0000-4000-8000-000000000000");
        assertThat(send(status.copy().GET()).body()).isEqualTo("{\"message\":\"Invalid authentication credentials\"}");
        String basic = MessageMediaEndpoint.basic(SandboxCredentials.API_KEY, SandboxCredentials.API_SECRET);
        HttpResponse<String> unknown =
                send(status.copy().header("Authorization", basic).GET());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"Resource not found.\"}");
        HttpRequest.Builder send = request("v1/messages").header("Authorization", basic);
        assertThat(send(send.copy().POST(HttpRequest.BodyPublishers.ofString("{\"messages\":[]}")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(send.copy()
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"messages\":[{\"content\":\"x\",\"destination_number\":\"+61491570006\"}]}")))
                        .statusCode())
                .isEqualTo(202);
        assertThat(send(request("v1/messaging/numbers/sender_address/addresses")
                                .header("Authorization", basic)
                                .GET())
                        .body())
                .contains("\"display_status\":\"EXPIRED\"");
    }
}
