package com.messagemedia.auth0.auth0;

import static com.messagemedia.auth0.auth0.Tenants.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.ManagementAct.Sent;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneClientTest {

    private static final String PROVIDER = """
            {"id":"pro_1","tenant":"acme","name":"custom","channel":"phone","disabled":false,\
            "configuration":{"delivery_methods":["text"]},"created_at":"2026-01-01T00:00:00.000Z"}""";

    /** A list shows the credentials as null, one provider without the key, the API's description as an object. */
    @ParameterizedTest
    @ValueSource(strings = {"", ",\"credentials\":null", ",\"credentials\":{}"})
    void readsProviders(String credentials) {
        String provider = PROVIDER.replaceFirst("}$", credentials + "}");
        try (ScriptedServer server = new ScriptedServer().then(200, "{\"providers\":[" + provider + "]}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.phone().providers())
                    .containsExactly(new PhoneProvider("pro_1", PhoneProvider.CUSTOM, false, Sent.CONFIGURATION));
            assertThat(server.lines()).containsExactly("GET /api/v2/branding/phone/providers");
        }
    }

    @Test
    void readsATenantWithoutAProvider() {
        try (ScriptedServer server = new ScriptedServer().then(200, "{\"providers\":[]}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.phone().providers()).isEmpty();
        }
    }

    @Test
    void toleratesAProviderWithoutStateAndConfiguration() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"providers\":[{\"id\":\"p\",\"name\":\"twilio\",\"configuration\":null}]}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.phone().providers()).containsExactly(new PhoneProvider("p", "twilio", false, Tree.EMPTY));
        }
    }

    @Test
    void writesAllFourKeysOfAProvider() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(201, PROVIDER)
                        .then(200, PROVIDER.replace("\"disabled\":false", "\"disabled\":true"));
                ManagementClient client = withToken(server.address())) {
            client.phone().create("custom", false, Sent.CONFIGURATION);
            assertThat(client.phone()
                            .update("pro_1", "custom", true, Sent.CONFIGURATION)
                            .disabled())
                    .isTrue();
            assertThat(server.lines())
                    .containsExactly(
                            "POST /api/v2/branding/phone/providers", "PATCH /api/v2/branding/phone/providers/pro_1");
            assertThat(server.asked())
                    .extracting(ScriptedServer.Asked::body)
                    .containsExactly(
                            "{\"name\":\"custom\",\"disabled\":false,\"configuration\":{\"delivery_methods\":[\"text\"]},\"credentials\":{}}",
                            "{\"name\":\"custom\",\"disabled\":true,\"configuration\":{\"delivery_methods\":[\"text\"]},\"credentials\":{}}");
        }
    }

    /** A fresh tenant's defaults have no id, and an empty sender, which a write may not contain. */
    @Test
    void readsTemplatesAndDefaults() {
        try (ScriptedServer server = new ScriptedServer().then(200, """
                        {"templates":[{"id":"tem_1","type":"otp_verify","disabled":true,"content":{"syntax":"liquid",\
                        "body":{"text":"t","voice":"v"},"from":"+61400000000"}},\
                        {"channel":"phone","type":"otp_enroll","content":{"body":{"text":"t"},"from":""}}]}""");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.phone().templates())
                    .containsExactly(
                            new PhoneTemplate(
                                    Optional.of("tem_1"),
                                    "otp_verify",
                                    true,
                                    content("t", Map.of("syntax", "liquid", "voice", "v", "from", "+61400000000"))),
                            new PhoneTemplate(Optional.empty(), "otp_enroll", false, content("t", Map.of())));
            assertThat(server.lines()).containsExactly("GET /api/v2/branding/phone/templates");
        }
    }

    /** The syntax may be named in a POST and not in a PATCH. */
    @Test
    void writesTheWholeContentOfATemplate() {
        PhoneTemplate template = new PhoneTemplate(
                Optional.of("tem_1"), "otp_verify", false, content("t", Map.of("syntax", "liquid", "from", "")));
        String answer = "{\"type\":\"otp_verify\"}";
        try (ScriptedServer server = new ScriptedServer().then(201, answer).then(200, answer);
                ManagementClient client = withToken(server.address())) {
            client.phone().createTemplate(template);
            client.phone().updateTemplate("tem_1", template);
            assertThat(server.lines())
                    .containsExactly(
                            "POST /api/v2/branding/phone/templates", "PATCH /api/v2/branding/phone/templates/tem_1");
            assertThat(server.asked())
                    .extracting(ScriptedServer.Asked::body)
                    .containsExactly(
                            "{\"type\":\"otp_verify\",\"disabled\":false,\"content\":{\"syntax\":\"liquid\",\"body\":{\"text\":\"t\"}}}",
                            "{\"disabled\":false,\"content\":{\"body\":{\"text\":\"t\"}}}");
        }
    }

    private static Tree content(String text, Map<String, String> more) {
        Map<String, Value> body = new LinkedHashMap<>();
        body.put("text", Value.of(text));
        Optional.ofNullable(more.get("voice")).ifPresent(voice -> body.put("voice", Value.of(voice)));
        Map<String, Value> content = new LinkedHashMap<>();
        Optional.ofNullable(more.get("syntax")).ifPresent(syntax -> content.put("syntax", Value.of(syntax)));
        content.put("body", new Tree(body));
        Optional.ofNullable(more.get("from")).ifPresent(from -> content.put("from", Value.of(from)));
        return new Tree(content);
    }
}
