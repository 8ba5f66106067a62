package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.json;
import static com.messagemedia.auth0.sandbox.Caller.member;
import static com.messagemedia.auth0.sandbox.Caller.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUpdateTest {

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());
    private final Caller caller = Caller.published(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void replacesOptionsWholeAndLeavesOtherKeysAsTheyWere() {
        Tree before = Caller.tree(caller.get(Caller.SMS));
        HttpResponse<String> reply = caller.patch(
                Caller.SMS,
                "{\"options\":{\"provider\":\"sms_gateway\",\"from\":\"+61491570156\",\"totp\":{\"length\":8},"
                        + "\"brute_force_protection\":false}}");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(options(reply))
                .isEqualTo("{\"from\":\"+61491570156\",\"totp\":{\"length\":8},\"provider\":\"sms_gateway\","
                        + "\"brute_force_protection\":false}");
        Tree after = Caller.tree(caller.get(Caller.SMS));
        assertThat(after).isEqualTo(Caller.tree(reply));
        assertThat(ObjectBuilder.of(after).remove("options").tree())
                .isEqualTo(ObjectBuilder.of(before).remove("options").tree());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"brute_force_protection\":true}"})
    void bruteForceProtectionReturnsWhereItIsLeftOut(String sent) {
        assertThat(options(caller.patch(Caller.SMS, "{\"options\":" + sent + "}")))
                .isEqualTo("{\"brute_force_protection\":true}");
    }

    @Test
    void storesNullOptionsAndUnknownOptions() {
        assertThat(options(caller.patch(
                        Caller.SMS,
                        "{\"options\":{\"gateway_authentication\":null,\"forward_request_info\":true,\"use_phone_provider\":"
                                + "\"unified\",\"brute_force_protection\":false}}")))
                .isEqualTo("{\"use_phone_provider\":\"unified\",\"forward_request_info\":true,"
                        + "\"brute_force_protection\":false,\"gateway_authentication\":null}");
    }

    @Test
    void leavesOptionsAloneWhereTheBodyHasNone() {
        String before = options(caller.get(Caller.SMS));
        assertThat(options(caller.patch(Caller.SMS, "{\"metadata\":{\"a\":\"b\"}}")))
                .isEqualTo(before);
    }

    @Test
    void displayNameAndRealmsFallBackToTheNameWhereTheyAreNotSent() {
        String named = "{\"display_name\":\"Text me\",\"realms\":[\"a\",\"b\"]}";
        HttpResponse<String> first = caller.patch(Caller.SMS, named);
        assertThat(member(first, "display_name")).isEqualTo("\"Text me\"");
        assertThat(member(first, "realms")).isEqualTo("[\"a\",\"b\"]");
        HttpResponse<String> second = caller.patch(Caller.SMS, "{\"show_as_button\":true,\"realms\":[]}");
        assertThat(member(second, "display_name")).isEqualTo("\"sms\"");
        assertThat(member(second, "realms")).isEqualTo("[\"sms\"]");
        assertThat(member(second, "show_as_button")).isEqualTo("true");
    }

    @Test
    void nullRemovesACrossAppSetting() {
        caller.patch(Caller.SMS, "{\"cross_app_access_resource_app\":{\"status\":\"on\"}}");
        assertThat(member(caller.get(Caller.SMS), "cross_app_access_resource_app"))
                .isEqualTo("{\"status\":\"on\"}");
        caller.patch(Caller.SMS, "{\"cross_app_access_resource_app\":null}");
        assertThat(member(caller.get(Caller.SMS), "cross_app_access_resource_app"))
                .isEqualTo("absent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"strategy":"sms","name":"sms","options":{}}  | 'Additional properties not allowed: strategy,name'
            {"id":"con_SandboxSms000000"}                 | 'Additional properties not allowed: id'
            {"option":{}}                                 | 'Additional properties not allowed: option'
            {"enabled_clients":[]}                        | 'Additional properties not allowed: enabled_clients'
            {}                                            | 'Too few properties defined (0), minimum 1'
            []                                            | 'Expected type object but found type array'
            "sms"                                         | 'Expected type object but found type string'
            {"options":"secret-words"}                    | 'Expected type object but found type string' on property options
            {"options":[]}                                | 'Expected type object but found type array' on property options
            {"display_name":null}                         | 'Expected type string but found type null' on property display_name
            {"is_domain_connection":"true"}               | 'Expected type boolean but found type string' on property is_domain_connection
            {"show_as_button":1}                          | 'Expected type boolean but found type number' on property show_as_button
            {"realms":"sms"}                              | 'Expected type array but found type string' on property realms
            {"metadata":null}                             | 'Expected type object but found type null' on property metadata
            {"metadata":{"a":1}}                          | 'Expected type string but found type number' on property metadata.a
            {"authentication":{}}                         | 'Missing required property: active' on property authentication
            {"authentication":{"active":true,"x":1}}      | 'Additional properties not allowed: x'
            {"connected_accounts":{"active":"yes"}}       | 'Expected type boolean but found type string' on property connected_accounts.active
            {"options":{"gateway_authentication":{}}}     | 'Missing required property: audience,method,secret' on property options.gateway_authentication
            {"options":{"gateway_authentication":{"method":"bearer","audience":"secret-words"}}} | 'Missing required property: secret' on property options.gateway_authentication
            {"options":{"gateway_authentication":{"method":"bearer","audience":"a","secret":5}}} | 'Expected type string but found type number' on property options.gateway_authentication.secret
            {"options":{"gateway_authentication":"secret-words"}} | 'Expected type object but found type string' on property options.gateway_authentication
            {"options":{"non_persistent_attrs":"a"}}      | 'Expected type array but found type string' on property options.non_persistent_attrs
            {"options":{"upstream_params":[]}}            | 'Expected type object but found type array' on property options.upstream_params
            """)
    void refusesABodyThatAuth0Refuses(String body, String problem) {
        Tree before = sandbox.tenant().connection("sms");
        HttpResponse<String> reply = caller.patch(Caller.SMS, body);
        assertThat(reply.body())
                .isEqualTo("{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"Payload validation error: "
                        + problem + ".\",\"errorCode\":\"invalid_body\"}");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(sandbox.tenant().connection("sms")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"options\":{}} x", "{\"options\":{},\"options\":{}}", "{'options':{}}"})
    void refusesWhatIsNoJson(String body) {
        HttpResponse<String> reply = caller.patch(Caller.SMS, body);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(member(reply, "message")).isEqualTo("\"Invalid request payload JSON format\"");
    }

    @Test
    void refusesAnotherMediaType() {
        HttpResponse<String> reply =
                caller.with("Content-Type", "text/plain").patch(Caller.SMS, "{\"show_as_button\":true}");
        assertThat(reply.statusCode()).isEqualTo(415);
        assertThat(caller.with("Content-Type", "Application/JSON; charset=utf-8")
                        .patch(Caller.SMS, "{\"show_as_button\":true}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void changingOptionsWantsAScopeOfItsOwn() {
        Set<String> scopes = Set.of("read:connections", "read:connections_options", "update:connections");
        try (Sandbox strict = Sandbox.start(SandboxSettings.inMemory().withScopes(scopes))) {
            Tree before = strict.tenant().connection("sms");
            HttpResponse<String> reply = Caller.published(strict).patch(Caller.SMS, "{\"options\":{}}");
            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(reply.body())
                    .isEqualTo("{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":\"Updating the \\\"options\\\""
                            + " property requires the \\\"update:connections_options\\\" scope.\"}");
            assertThat(strict.tenant().connection("sms")).isEqualTo(before);
            assertThat(Caller.published(strict)
                            .patch(Caller.SMS, "{\"show_as_button\":true}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void metadataIsMergedOrReplacedAsTheSettingsSay() {
        assertThat(metadataAfterTwoPatches(MetadataMode.MERGE)).isEqualTo("{\"a\":\"1\",\"c\":\"3\"}");
        assertThat(metadataAfterTwoPatches(MetadataMode.REPLACE)).isEqualTo("{\"b\":null,\"c\":\"3\"}");
    }

    private static String metadataAfterTwoPatches(MetadataMode mode) {
        try (Sandbox other = Sandbox.start(SandboxSettings.inMemory().withMetadataMode(mode))) {
            Caller patcher = Caller.published(other);
            patcher.patch(Caller.SMS, "{\"metadata\":{\"a\":\"1\",\"b\":\"2\"}}");
            patcher.patch(Caller.SMS, "{\"metadata\":{\"b\":null,\"c\":\"3\"}}");
            return member(patcher.get(Caller.SMS), "metadata");
        }
    }

    @ParameterizedTest
    @EnumSource(MetadataMode.class)
    void metadataHoldsTenEntriesOf255Characters(MetadataMode mode) {
        try (Sandbox other = Sandbox.start(SandboxSettings.inMemory().withMetadataMode(mode))) {
            Caller patcher = Caller.published(other);
            assertThat(patcher.patch(Caller.SMS, metadata(10, 255)).statusCode())
                    .isEqualTo(200);
            assertThat(member(patcher.patch(Caller.SMS, metadata(11, 1)), "message"))
                    .isEqualTo("\"Payload validation error: 'Too many properties defined (11), maximum 10'"
                            + " on property metadata.\"");
            assertThat(member(patcher.patch(Caller.SMS, metadata(1, 256)), "message"))
                    .isEqualTo("\"Payload validation error: 'String is too long, maximum 255'"
                            + " on property metadata.key0.\"");
        }
    }

    private static String metadata(int entries, int length) {
        return IntStream.range(0, entries)
                .mapToObj(i -> "\"key" + i + "\":\"" + "x".repeat(length) + "\"")
                .collect(Collectors.joining(",", "{\"metadata\":{", "}}"));
    }

    @Test
    void mergedMetadataCannotGrowBeyondTen() {
        caller.patch(Caller.SMS, metadata(10, 1));
        assertThat(caller.patch(Caller.SMS, "{\"metadata\":{\"one\":\"more\"}}").statusCode())
                .isEqualTo(400);
        assertThat(caller.patch(Caller.SMS, "{\"metadata\":{\"one\":\"more\",\"key3\":null}}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void emptiedMetadataIsNotReturned() {
        caller.patch(Caller.SMS, "{\"metadata\":{\"a\":\"1\"}}");
        caller.patch(Caller.SMS, "{\"metadata\":{\"a\":null}}");
        assertThat(member(caller.get(Caller.SMS), "metadata")).isEqualTo("absent");
    }

    @Test
    void enabledClientsSurviveAPatch() {
        String before = caller.get(Caller.SMS_CLIENTS).body();
        caller.patch(Caller.SMS, "{\"options\":{}}");
        assertThat(caller.get(Caller.SMS_CLIENTS).body()).isEqualTo(before).contains("sandboxWebClient");
    }

    @Test
    void otherConnectionsAreNotTouched() {
        Tree before = sandbox.tenant().connection("Username-Password-Authentication");
        caller.patch(Caller.SMS, "{\"options\":{},\"metadata\":{\"a\":\"b\"}}");
        assertThat(sandbox.tenant().connection("Username-Password-Authentication"))
                .isEqualTo(before);
    }

    @Test
    void editInTheDashboardIsSeenByTheNextRead() {
        sandbox.tenant()
                .edit(
                        "con_SandboxSms000000",
                        live -> ObjectBuilder.of(live)
                                .put("options", json("{\"from\":\"b\"}"))
                                .tree());
        assertThat(options(caller.get(Caller.SMS))).isEqualTo("{\"from\":\"b\"}");
    }
}
