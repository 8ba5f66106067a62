package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.member;
import static com.messagemedia.auth0.sandbox.Caller.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tenant's phone provider and its templates, as Auth0's recorded replies show them. */
class PhoneProviderTest {

    private static final String PROVIDERS = "/api/v2/branding/phone/providers";
    private static final String TEMPLATES = "/api/v2/branding/phone/templates";
    private static final String CUSTOM =
            "{\"name\":\"custom\",\"disabled\":false,\"configuration\":{\"delivery_methods\":[\"text\"]},\"credentials\":{}}";
    private static final String TWILIO = "{\"name\":\"twilio\",\"configuration\":{\"sid\":\"AC0\",\"default_from\":"
            + "\"+15550100000\",\"delivery_methods\":[\"text\",\"voice\"]},\"credentials\":{\"auth_token\":\"t\"}}";

    private static Sandbox of(StartingTenant start) {
        return Sandbox.start(SandboxSettings.modern().withStart(start));
    }

    private static String only(Sandbox sandbox) {
        return PROVIDERS + "/"
                + Members.text(
                        sandbox.tenant().items(TenantPart.PHONE_PROVIDERS).get(0), "id");
    }

    @Test
    void customNeedsADeployedAction() {
        for (StartingTenant without : List.of(StartingTenant.MODERN, StartingTenant.STUB_ACTION)) {
            try (Sandbox sandbox = of(without)) {
                HttpResponse<String> reply = Caller.published(sandbox).post(PROVIDERS, CUSTOM);
                assertThat(reply.statusCode()).isEqualTo(400);
                assertThat(member(reply, "errorCode")).endsWith("_deployed_action_not_found\"");
            }
        }
        try (Sandbox sandbox = of(StartingTenant.FOREIGN_ACTION)) {
            Caller caller = Caller.published(sandbox);
            assertThat(caller.send("DELETE", only(sandbox), "").statusCode()).isEqualTo(204);
            assertThat(caller.get(PROVIDERS).body()).isEqualTo("{\"providers\":[]}");
            HttpResponse<String> reply = caller.post(PROVIDERS, CUSTOM);
            assertThat(reply.statusCode()).isEqualTo(201);
            assertThat(reply.body())
                    .matches("\\{\"id\":\"pro_Sandbox[0-9]{15}\",\"tenant\":\"sandbox\",\"name\":\"custom\","
                            + "\"channel\":\"phone\",\"disabled\":false,\"configuration\":"
                            + "\\{\"delivery_methods\":\\[\"text\"]},\"created_at\":\"[-0-9T:.]{23}Z\","
                            + "\"updated_at\":\"[-0-9T:.]{23}Z\"}");
            assertThat(caller.get(only(sandbox)).body()).isEqualTo(reply.body());
            assertThat(caller.get(PROVIDERS).body())
                    .isEqualTo("{\"providers\":[" + reply.body().replaceFirst("}$", ",\"credentials\":null}") + "]}");
            assertThat(caller.post(PROVIDERS, CUSTOM).statusCode()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"custom","configuration":{"delivery_methods":["text"]}}                                                   | Payload validation error: 'Missing required property: credentials'.
            {"name":"other","configuration":{"delivery_methods":["text"]},"credentials":{}}                                   | Payload validation error: 'No enum match' on property name.
            {"name":"custom","configuration":{"delivery_methods":[]},"credentials":{}}                                        | Payload validation error: 'Array is too short (0), minimum 1' on property configuration.delivery_methods.
            {"name":"custom","configuration":{"delivery_methods":["fax"]},"credentials":{}}                                   | Payload validation error: 'No enum match' on property configuration.delivery_methods[0].
            {"name":"custom","configuration":{"methods":["text"]},"credentials":{}}                                           | Payload validation error: 'Additional properties not allowed: methods'.
            {"name":"twilio","configuration":{"sid":"AC0","delivery_methods":["text"]},"credentials":{"auth_token":"t"}}      | Bad Operation on Notification Resource
            {"name":"twilio","configuration":{"sid":"AC0","default_from":"+1","delivery_methods":["text"]},"credentials":{"auth_token":""}} | Payload validation error: 'String is too short (0 chars), minimum 1' on property credentials.auth_token.
            """)
    void refusesToCreate(String body, String problem) {
        try (Sandbox sandbox = of(StartingTenant.MODERN)) {
            HttpResponse<String> reply = Caller.published(sandbox).post(PROVIDERS, body);
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(member(reply, "message")).isEqualTo("\"" + problem + "\"");
            assertThat(sandbox.tenant().items(TenantPart.PHONE_PROVIDERS)).isEmpty();
        }
    }

    @Test
    void aPostMayHaveMoreKeysAndAPatchMayNot() {
        try (Sandbox sandbox = of(StartingTenant.MODERN)) {
            Caller caller = Caller.published(sandbox);
            assertThat(caller.post(PROVIDERS, TWILIO.replaceFirst("\\{", "{\"id\":\"x\","))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(caller.patch(only(sandbox), "{\"id\":\"x\"}").statusCode())
                    .isEqualTo(400);
            assertThat(caller.patch(only(sandbox), "{}").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aPatchReplacesTheConfigurationAndKeepsTheRest() {
        try (Sandbox sandbox = of(StartingTenant.FOREIGN_ACTION)) {
            Caller caller = Caller.published(sandbox);
            String path = only(sandbox);
            Tree before = tree(caller.get(path));
            Tree disabled = tree(caller.patch(path, "{\"disabled\":true}"));
            assertThat(ObjectBuilder.of(disabled)
                            .put("disabled", before.members().get("disabled"))
                            .put("updated_at", before.members().get("updated_at"))
                            .tree())
                    .isEqualTo(before);
            assertThat(Members.text(disabled, "updated_at")).isNotEqualTo(Members.text(before, "updated_at"));
            assertThat(caller.patch(path, TWILIO).statusCode()).isEqualTo(200);
            assertThat(member(caller.get(path), "configuration")).contains("\"sid\":\"AC0\"");
            assertThat(caller.get(PROVIDERS + "?disabled=false").body()).isEqualTo("{\"providers\":[]}");
            assertThat(member(caller.patch(path, CUSTOM), "configuration"))
                    .isEqualTo("{\"delivery_methods\":[\"text\"]}");
        }
    }

    @Test
    void unknownIdsAre404() {
        try (Sandbox sandbox = of(StartingTenant.MODERN)) {
            Caller caller = Caller.published(sandbox);
            for (String path : List.of(PROVIDERS + "/pro_no", TEMPLATES + "/tem_no")) {
                for (String method : List.of("GET", "DELETE")) {
                    assertThat(caller.send(method, path, "").body())
                            .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\","
                                    + "\"message\":\"Notification Resource not found\"}");
                }
            }
        }
    }

    @Test
    void aNewTenantListsAuth0sTemplatesWithoutIds() {
        try (Sandbox sandbox = of(StartingTenant.MODERN)) {
            List<Tree> templates = Members.trees(tree(Caller.published(sandbox).get(TEMPLATES)), "templates");
            assertThat(templates)
                    .extracting(template -> Members.text(template, "type"))
                    .containsExactly("otp_verify", "otp_enroll", "change_password", "blocked_account");
            assertThat(templates).allSatisfy(template -> {
                assertThat(template.members()).doesNotContainKey("id");
                assertThat(Members.tree(template, "content").members().get("from"))
                        .isEqualTo(Value.of(""));
            });
            assertThat(Members.text(Members.tree(Members.tree(templates.get(0), "content"), "body"), "text"))
                    .isEqualTo("{{ code | escape }} is your verification code for {{ friendly_name | escape }}");
        }
    }

    @Test
    void aTemplateIsMadeOnceChangedResetAndDeleted() {
        try (Sandbox sandbox = of(StartingTenant.MODERN)) {
            Caller caller = Caller.published(sandbox);
            String body = "{\"type\":\"otp_verify\",\"disabled\":false,\"content\":{\"from\":\"Acme\","
                    + "\"body\":{\"text\":\"{{ code }}\",\"voice\":\"v\"}}}";
            HttpResponse<String> created = caller.post(TEMPLATES, body);
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(caller.post(TEMPLATES, body).statusCode()).isEqualTo(409);
            String path = TEMPLATES + "/" + Members.text(tree(created), "id");
            assertThat(caller.get(path).body()).isEqualTo(created.body());
            assertThat(Members.trees(tree(caller.get(TEMPLATES)), "templates"))
                    .hasSize(4)
                    .first()
                    .isEqualTo(tree(created));
            assertThat(member(
                            caller.patch(path, "{\"content\":{\"body\":{\"text\":\"t\"},\"from\":\"B\"}}"), "content"))
                    .isEqualTo("{\"syntax\":\"liquid\",\"body\":{\"text\":\"t\"},\"from\":\"B\"}");
            HttpResponse<String> reset = caller.patch(path + "/reset", "");
            assertThat(reset.statusCode()).isEqualTo(200);
            assertThat(member(reset, "content")).contains("is your verification code for", "\"from\":\"B\"");
            assertThat(caller.send("DELETE", path, "").statusCode()).isEqualTo(204);
            assertThat(caller.send("DELETE", path, "").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"otp_verify","content":{"from":"","body":{"text":"t"}}}      | 'String is too short (0 chars), minimum 1' on property content.from
            {"type":"otp_verify","content":{"from":"12345678901234567"}}         | 'String is too long, maximum 16' on property content.from
            {"type":"otp_verify","content":{"body":{}}}                          | 'Too few properties defined (0), minimum 1' on property content.body
            {"type":"other"}                                                     | 'No enum match' on property type
            {"type":"otp_verify","id":"tem_1"}                                   | 'Additional properties not allowed: id'
            {}                                                                   | 'Missing required property: type'
            """)
    void refusesATemplate(String body, String problem) {
        try (Sandbox sandbox = of(StartingTenant.MODERN)) {
            HttpResponse<String> reply = Caller.published(sandbox).post(TEMPLATES, body);
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(member(reply, "message")).isEqualTo("\"Payload validation error: " + problem + ".\"");
        }
    }
}
