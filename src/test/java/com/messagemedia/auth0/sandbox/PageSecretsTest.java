package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import com.messagemedia.auth0.testing.PageClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever passes by, the page shows no secret. */
class PageSecretsTest {

    private static final String KEY = "Kq7Zr2Wm9Xt4Lp1Vb6Nc";
    private static final String SECRET = "s3kR8vQ1mT5wZ7yB2nD4fG6hJ9kL0p";

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.modern().withClient(SandboxClient.of("a-client", "a-client-secret-8w3q5")));
    private final Caller caller = Caller.published(sandbox).with("Content-Type", "application/json");

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String shown(String... secrets) {
        Tree all = PageClient.shown(sandbox);
        String text = Json.write(all);
        for (String secret : secrets) {
            assertThat(text).doesNotContain(secret);
        }
        return text;
    }

    private String lastCall(String member) {
        List<Tree> calls = PageClient.trees(PageClient.shown(sandbox), "requests");
        return PageClient.text(calls.get(calls.size() - 1), member);
    }

    @Test
    void optionsOfAConnection() {
        caller.patch(
                Caller.SMS,
                "{\"options\":{\"gateway_authentication\":{\"method\":\"bearer\",\"subject\":\"" + KEY
                        + "\",\"audience\":\"" + SECRET + "\",\"secret\":\"MessageMedia\"},"
                        + "\"twilio_token\":\"" + SECRET + "x\",\"note\":\"see " + SECRET + "\"}}");
        shown(KEY, SECRET);
        assertThat(lastCall("sent"))
                .containsPattern("\"subject\": \"\\(secret #[0-9a-f]{4}, 20 characters\\)\"")
                .containsPattern("\"twilio_token\": \"\\(secret #[0-9a-f]{4}, 31 characters\\)\"")
                .contains("\"method\": \"bearer\"", "\"note\": \"see (secret)\"");
        assertThat(PageClient.shown(PageClient.shown(sandbox), "gateway_authentication.subject"))
                .matches("\\(secret #[0-9a-f]{4}, 20 characters\\)");
    }

    /** The tenant refuses such a request, and the page shows it all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secrets\":{\"K\":\"%s\"}}",
                "{\"secrets\":[{\"name\":\"K\",\"Value\":\"%s\"}]}",
                "{\"secrets\":\"%s\"}",
                "{\"clientSecret\":\"%s\"}",
                "{\"Client_Secret\":\"%s\"}",
                "{\"a\":[{\"twilioToken\":\"%s\"}]}",
                "{\"options\":[{\"gateway_authentication\":{\"secret\":\"%s\"}}]}",
                "{\"gateway_authentication\":{\"subject\":\"%s\"}}",
                "{\"options\":{\"gateway_authentication\":[\"%s\"]}}",
                "{\"options\":{\"gateway_authentication\":\"%s\"}}",
                "{\"gatewayAuthentication\":\"%s\"}"
            })
    void secretsInTheWrongPlaceOrCase(String body) {
        caller.patch(Caller.SMS, body.formatted(SECRET));
        shown(SECRET);
        assertThat(lastCall("sent")).containsPattern("\\(secret #[0-9a-f]{4}, 30 characters\\)");
    }

    @Test
    void markChangesWithTheValue() {
        caller.patch(Caller.SMS, "{\"options\":{\"twilio_token\":\"" + SECRET + "\"}}");
        String before = PageClient.shown(PageClient.shown(sandbox), "twilio_token");
        caller.patch(
                Caller.SMS, "{\"options\":{\"twilio_token\":\"" + SECRET.toUpperCase(java.util.Locale.ROOT) + "\"}}");
        Tree all = PageClient.shown(sandbox);
        assertThat(PageClient.marks(all)).containsEntry("twilio_token", "changed");
        assertThat(PageClient.shown(all, "twilio_token")).isNotEqualTo(before);
    }

    @Test
    void signInByAFormAndByJson() {
        String token = PageClient.text(
                Caller.tree(caller.with("Content-Type", "application/x-www-form-urlencoded")
                        .post("/oauth/token", signIn("&client_secret=a-client-secret-8w3q5"))),
                "access_token");
        caller.post(
                "/oauth/token",
                "{\"grant_type\":\"client_credentials\",\"client_id\":\"a-client\",\"client_secret\":\"" + SECRET
                        + "\",\"another_secret\":\"" + KEY + "\"}");
        caller.get("/api/v2/connections?token=" + token);
        assertThat(shown(token, "a-client-secret-8w3q5", SECRET, KEY)).contains("client_credentials", "a-client");
    }

    private String signIn(String more) {
        return "grant_type=client_credentials&client_id=a-client&audience=" + sandbox.address() + "/api/v2/" + more;
    }

    @Test
    void headersThatSignIn() {
        String basic = MessageMediaEndpoint.basic(KEY, SECRET);
        caller.with("Authorization", basic).post("/v1/messages", "{\"messages\":[{\"content\":\"" + basic + "\"}]}");
        caller.with("Authorization", "Bearer " + SECRET).get("/api/v2/connections?search=" + SECRET);
        shown(KEY, SECRET, basic.substring(6), SandboxCredentials.TOKEN);
    }

    @Test
    void secretsOfAnActionAndCredentialsOfAProvider() {
        caller.post(
                "/api/v2/actions/actions",
                "{\"name\":\"Sms\",\"supported_triggers\":[{\"id\":\"custom-phone-provider\",\"version\":\"v1\"}],"
                        + "\"code\":\"// " + SECRET + "\",\"secrets\":[{\"name\":\"A\",\"value\":\"" + SECRET
                        + "\"}]}");
        assertThat(lastCall("status")).isEqualTo("201");
        caller.post(
                "/api/v2/branding/phone/providers",
                "{\"name\":\"twilio\",\"credentials\":{\"auth_token\":\"" + KEY + "\"},\"configuration\":"
                        + "{\"sid\":\"AC1\",\"default_from\":\"+15550100000\",\"delivery_methods\":[\"text\"]}}");
        shown(KEY, SECRET);
        assertThat(PageClient.shown(PageClient.shown(sandbox), "secrets.A"))
                .matches("\\(secret #[0-9a-f]{4}, 30 characters\\)");
    }

    @Test
    void bodyThatNobodyCanRead() {
        caller.patch(Caller.SMS, "{\"options\":{\"twilio_token\":\"" + SECRET + "\"");
        shown(SECRET);
        assertThat(lastCall("sent")).matches("\\([0-9]+ bytes, neither JSON nor a form, so they are not shown\\)");
    }
}
