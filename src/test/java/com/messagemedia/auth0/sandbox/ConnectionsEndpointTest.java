package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.json;
import static com.messagemedia.auth0.sandbox.Caller.member;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsEndpointTest {

    private static final String LIST = "/api/v2/connections";
    private static final String SMS_NAME = "sms";
    private static final String DATABASE_NAME = "Username-Password-Authentication";

    /** What a selection of fields cannot leave out, besides the id. */
    private static final String ALWAYS = "\"is_domain_connection\":false,\"authentication\":{\"active\":true},"
            + "\"connected_accounts\":{\"active\":false}";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());
    private final Caller caller = Caller.published(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void startingSmsConnectionIsOfTheTwilioTypeWithItsOptionsInAuth0sOrder() {
        assertThat(caller.get(Caller.SMS).body())
                .isEqualTo(
                        "{\"id\":\"con_SandboxSms000000\",\"options\":{\"from\":\"+15550100000\",\"name\":\"SMS OTP\","
                                + "\"totp\":{\"length\":6,\"time_step\":300},\"syntax\":\"md_with_macros\","
                                + "\"template\":\"@@password@@\",\"twilio_sid\":\"AC00000000000000000000000000000000\","
                                + "\"twilio_token\":\"00000000000000000000000000000000\",\"disable_signup\":false,"
                                + "\"upstream_params\":{\"screen_name\":{\"alias\":\"login_hint\"}},\"forward_req_info\":true,"
                                + "\"messaging_service_sid\":null,\"brute_force_protection\":true},\"strategy\":\"sms\","
                                + "\"name\":\"sms\",\"is_domain_connection\":false,\"authentication\":{\"active\":true},"
                                + "\"connected_accounts\":{\"active\":false},\"realms\":[\"sms\"]}");
    }

    @Test
    void ordersOptionsByLengthAndAlphabetAtEveryLevelAndKeepsNumbersAndNulls() {
        sandbox.tenant()
                .edit(
                        "con_SandboxSms000000",
                        live -> ObjectBuilder.of(live)
                                .put(
                                        "options",
                                        json(
                                                "{\"bb\":1.50,\"a\":[{\"dd\":1e2,\"c\":null}],\"ab\":{\"zz\":true,\"y\":-0}}"))
                                .tree());
        assertThat(Caller.options(caller.get(Caller.SMS)))
                .isEqualTo("{\"a\":[{\"c\":null,\"dd\":1e2}],\"ab\":{\"y\":-0,\"zz\":true},\"bb\":1.50}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                    | sms,Username-Password-Authentication
            ?strategy=sms                                         | sms
            ?strategy=sms&strategy=auth0                          | sms,Username-Password-Authentication
            ?strategy=email                                       | ''
            ?name=sms                                             | sms
            ?name=SMS                                             | ''
            ?name=Username-Password-Authentication&strategy=sms   | ''
            ?page=0&per_page=1                                    | sms
            ?page=1&per_page=1                                    | Username-Password-Authentication
            ?page=2&per_page=1                                    | ''
            ?per_page=1                                           | sms
            """)
    void listsAsABareArray(String query, String names) {
        HttpResponse<String> reply = caller.get(LIST + query);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(String.join(",", names((Array) json(reply.body())))).isEqualTo(names);
    }

    private static List<String> names(Value connections) {
        return ((Array) connections)
                .items().stream()
                        .map(connection -> ConnectionTree.name((Tree) connection))
                        .toList();
    }

    @Test
    void listItemsAreTheSameAsSingleOnes() {
        assertThat(caller.get(LIST + "?strategy=sms").body())
                .isEqualTo("[" + caller.get(Caller.SMS).body() + "]");
    }

    @Test
    void listsWithTotals() {
        Tree reply = Caller.tree(caller.get(LIST + "?include_totals=true&page=1&per_page=1"));
        assertThat(names(reply.members().get("connections"))).containsExactly(DATABASE_NAME);
        assertThat(ObjectBuilder.of(reply).remove("connections").tree())
                .isEqualTo(json("{\"start\":1,\"limit\":1,\"total\":2}"));
    }

    @Test
    void pagesByCheckpointUntilThereIsNoNext() {
        Tree first = Caller.tree(caller.get(LIST + "?take=1&include_totals=true&per_page=50"));
        assertThat(first.members().keySet()).containsExactly("connections", "next");
        assertThat(names(first.members().get("connections"))).containsExactly(SMS_NAME);
        String next = ((Value.Text) first.members().get("next")).text();
        Tree second = Caller.tree(caller.get(LIST + "?take=1&from=" + next));
        assertThat(second.members().keySet()).containsExactly("connections");
        assertThat(names(second.members().get("connections"))).containsExactly(DATABASE_NAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?take=0               | 'Value must be from 1 to 100' on property take
            ?take=101             | 'Value must be from 1 to 100' on property take
            ?take=ten             | 'Expected type integer but found type string' on property take
            ?take=-1              | 'Expected type integer but found type string' on property take
            ?per_page=101         | 'Value must be from 1 to 100' on property per_page
            ?page=20&per_page=50  | 'You can only page through the first 1000 records' on property page
            ?take=1&from=nobody   | 'Invalid checkpoint' on property from
            ?include_totals=yes   | 'Expected type boolean but found type string' on property include_totals
            ?fields=realms        | 'String does not match pattern' on property fields
            ?fields=id,,name      | 'String does not match pattern' on property fields
            ?name=a&name=b        | 'Expected type string but found type array' on property name
            ?q=a&z=b              | 'Additional properties not allowed: q,z'
            """)
    void refusesABadQuery(String query, String problem) {
        HttpResponse<String> reply = caller.get(LIST + query);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(member(reply, "message")).isEqualTo("\"Query validation error: " + problem + ".\"");
        assertThat(member(reply, "errorCode")).isEqualTo("\"invalid_query_string\"");
    }

    @Test
    void pageThatEndsAtTheLimitIsFine() {
        assertThat(caller.get(LIST + "?page=19&per_page=50").statusCode()).isEqualTo(200);
    }

    @Test
    void selectsAndLeavesOutFields() {
        assertThat(caller.get(Caller.SMS + "?fields=id,name").body())
                .isEqualTo("{\"id\":\"con_SandboxSms000000\",\"name\":\"sms\"," + ALWAYS + "}");
        assertThat(caller.get(LIST + "?strategy=sms&fields=options").body())
                .startsWith("[{\"id\":\"con_SandboxSms000000\",\"options\":{")
                .endsWith("}," + ALWAYS + "}]");
        assertThat(Caller.tree(caller.get(Caller.SMS + "?fields=options,name&include_fields=false"))
                        .members()
                        .keySet())
                .containsExactly(
                        "id", "strategy", "is_domain_connection", "authentication", "connected_accounts", "realms");
        assertThat(caller.get(Caller.SMS + "?take=1").statusCode()).isEqualTo(400);
    }

    @Test
    void missingConnectionIs404() {
        HttpResponse<String> reply = caller.get("/api/v2/connections/con_nobody");
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"The connection does not exist\","
                        + "\"errorCode\":\"inexistent_connection\"}");
        assertThat(caller.patch("/api/v2/connections/con_nobody", "{\"show_as_button\":true}")
                        .body())
                .isEqualTo(reply.body());
    }

    @Test
    void hidesOptionsFromATokenWithoutTheirScope() {
        Set<String> scopes = Set.of("read:connections", "update:connections", "update:connections_options");
        try (Sandbox strict = Sandbox.start(SandboxSettings.inMemory().withScopes(scopes))) {
            Caller blind = Caller.published(strict);
            assertThat(member(blind.get(Caller.SMS), "options")).isEqualTo("absent");
            assertThat(blind.get(LIST).body()).doesNotContain("options");
            assertThat(blind.get(LIST + "?take=5").body()).doesNotContain("options");
            HttpResponse<String> patched = blind.patch(Caller.SMS, "{\"options\":{\"from\":\"a\"}}");
            assertThat(patched.statusCode()).isEqualTo(200);
            assertThat(member(patched, "options")).isEqualTo("absent");
            assertThat(strict.tenant().connection("sms").members().get("options"))
                    .isEqualTo(json("{\"from\":\"a\",\"brute_force_protection\":true}"));
        }
    }

    @Test
    void createsAConnection() {
        HttpResponse<String> reply = caller.post(
                LIST,
                "{\"name\":\"second-sms\",\"strategy\":\"sms\",\"options\":{\"template\":\"t\",\"from\":\"f\"},"
                        + "\"enabled_clients\":[\"one\"]}");
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.body())
                .isEqualTo("{\"id\":\"con_Sandbox000000002\",\"options\":"
                        + "{\"template\":\"t\",\"from\":\"f\",\"brute_force_protection\":true},"
                        + "\"strategy\":\"sms\",\"name\":\"second-sms\","
                        + ALWAYS + ",\"enabled_clients\":[\"one\"],\"realms\":[\"second-sms\"]}");
        assertThat(caller.get("/api/v2/connections/con_Sandbox000000002").body())
                .contains("\"options\":{\"from\":\"f\",\"template\":\"t\",\"brute_force_protection\":true}")
                .doesNotContain("enabled_clients");
    }

    @Test
    void deletesAConnectionWithItsScopeAlone() {
        assertThat(caller.send("DELETE", Caller.SMS, "").statusCode()).isEqualTo(403);
        try (Sandbox other = Sandbox.start(SandboxSettings.inMemory().withScopes(Set.of("delete:connections")))) {
            Caller deleting = Caller.published(other);
            HttpResponse<String> reply = deleting.send("DELETE", Caller.SMS, "");
            assertThat(reply.statusCode()).isEqualTo(202);
            assertThat(member(reply, "deleted_at")).matches("\"[-0-9T:.]{23}Z\"");
            assertThat(deleting.send("DELETE", Caller.SMS, "").statusCode()).isEqualTo(404);
            assertThat(other.tenant().connections()).hasSize(1);
        }
    }

    @Test
    void createdConnectionsHaveDifferentIds() {
        sandbox.tenant().remove("con_SandboxDatabase0");
        String first = member(caller.post(LIST, "{\"name\":\"a\",\"strategy\":\"sms\"}"), "id");
        String second = member(caller.post(LIST, "{\"name\":\"b\",\"strategy\":\"sms\"}"), "id");
        assertThat(first).isNotEqualTo(second);
        assertThat(sandbox.tenant().connections()).hasSize(3);
    }

    @Test
    void takenNameIs409() {
        HttpResponse<String> reply = caller.post(LIST, "{\"name\":\"sms\",\"strategy\":\"sms\"}");
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.body())
                .isEqualTo("{\"statusCode\":409,\"error\":\"Conflict\","
                        + "\"message\":\"A connection with the same name already exists\","
                        + "\"errorCode\":\"connection_conflict\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                             | 'Missing required property: name,strategy'
            {"name":"a"}                                   | 'Missing required property: strategy'
            {"name":"-a","strategy":"sms"}                 | `'String does not match pattern: ^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$' on property name`
            {"name":"a--b","strategy":"sms"}               | `'String does not match pattern: ^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$' on property name`
            {"name":"a_b","strategy":"sms"}                | `'String does not match pattern: ^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$' on property name`
            {"name":1,"strategy":"sms"}                    | 'Expected type string but found type number' on property name
            {"name":"a","strategy":"sms","options":null}   | 'Expected type object but found type null' on property options
            {"name":"a","strategy":"sms","id":"con_a"}     | 'Additional properties not allowed: id'
            {"name":"a","strategy":"sms","realms":["b",1]} | 'Expected type string but found type number' on property realms[1]
            []                                             | 'Expected type object but found type array'
            """)
    void refusesToCreate(String body, String problem) {
        HttpResponse<String> reply = caller.post(LIST, body);
        assertThat(member(reply, "message")).isEqualTo("\"Payload validation error: " + problem + ".\"");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(sandbox.tenant().connections()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 128})
    void takesANameOfEveryAllowedLength(int length) {
        String body = "{\"name\":\"" + "a".repeat(length) + "\",\"strategy\":\"sms\"}";
        assertThat(caller.post(LIST, body).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesANameThatIsTooLong() {
        String body = "{\"name\":\"" + "a".repeat(129) + "\",\"strategy\":\"sms\"}";
        assertThat(caller.post(LIST, body).statusCode()).isEqualTo(400);
    }
}
