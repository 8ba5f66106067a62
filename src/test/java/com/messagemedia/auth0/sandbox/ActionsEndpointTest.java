package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.member;
import static com.messagemedia.auth0.sandbox.Caller.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Value.Tree;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An Action from its first draft to its end, as Auth0's recorded replies show it. */
class ActionsEndpointTest {

    private static final String ACTIONS = "/api/v2/actions/actions";
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final String ONE = ACTIONS + "/" + ID;
    private static final String BINDINGS = "/api/v2/actions/triggers/custom-phone-provider/bindings";
    private static final String TRIGGER =
            "\"supported_triggers\":[{\"id\":\"custom-phone-provider\",\"version\":\"v1\"}]";
    private static final String BODY = "{\"name\":\"SMS\"," + TRIGGER + ",\"code\":\"one\",\"runtime\":\"node22\","
            + "\"dependencies\":[],\"secrets\":[{\"name\":\"K\",\"value\":\"v\"},{\"name\":\"S\",\"value\":\"w\"}]}";

    private final Sandbox sandbox = Sandbox.start(
            SandboxSettings.modern().withClock(InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"))));
    private final Caller caller = Caller.published(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String created() {
        return "{\"id\":\"" + ID + "\",\"name\":\"SMS\"," + TRIGGER
                + ",\"created_at\":\"2026-11-26T12:00:00.000000000Z\","
                + "\"updated_at\":\"2026-11-26T12:00:00.000000000Z\",\"code\":\"one\",\"dependencies\":[],"
                + "\"runtime\":\"node22\",\"status\":\"pending\",\"secrets\":["
                + "{\"name\":\"K\",\"updated_at\":\"2026-11-26T12:00:00.000000000Z\"},"
                + "{\"name\":\"S\",\"updated_at\":\"2026-11-26T12:00:00.000000000Z\"}],"
                + "\"all_changes_deployed\":false}";
    }

    private void create() {
        assertThat(caller.post(ACTIONS, BODY).statusCode()).isEqualTo(201);
    }

    private void build() {
        caller.get(ONE);
        assertThat(member(caller.get(ONE), "status")).isEqualTo("\"built\"");
    }

    private Tree deploy() {
        build();
        HttpResponse<String> reply = caller.post(ONE + "/deploy", "");
        assertThat(reply.statusCode()).isEqualTo(200);
        return tree(reply);
    }

    private Tree deployed() {
        return Members.tree(tree(caller.get(ONE)), "deployed_version");
    }

    @Test
    void aCreatedActionShowsNoValueOfASecret() {
        HttpResponse<String> reply = caller.post(ACTIONS, BODY);
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.body()).isEqualTo(created());
    }

    @Test
    void aSecondActionOfTheTriggerIsNotAllowed() {
        create();
        HttpResponse<String> reply = caller.post(ACTIONS, BODY.replace("SMS", "Other"));
        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":\"custom-phone-provider can only have"
                                + " one supported Action\",\"errorCode\":"
                                + "\"actions_cardinality_custom_phone_provider_not_allowed\"}");
        assertThat(caller.post(ACTIONS, BODY.replace("custom-phone-provider", "post-login"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void listLeavesOutTotalsOfNought() {
        String list = ACTIONS + "?triggerId=custom-phone-provider&per_page=100";
        assertThat(caller.get(list).body()).isEqualTo("{\"actions\":[],\"per_page\":100}");
        create();
        assertThat(caller.get(list).body()).isEqualTo("{\"actions\":[" + created() + "],\"total\":1,\"per_page\":100}");
        assertThat(caller.get(list + "&page=1").body()).isEqualTo("{\"actions\":[],\"page\":1,\"per_page\":100}");
        assertThat(caller.get(ACTIONS + "?triggerId=post-login").body()).isEqualTo("{\"actions\":[],\"per_page\":50}");
        assertThat(caller.get(ACTIONS + "?deployed=true").body()).isEqualTo("{\"actions\":[],\"per_page\":50}");
        assertThat(caller.get(ACTIONS + "?include_totals=true").statusCode()).isEqualTo(400);
    }

    @Test
    void aBuildIsDoneAtTheSecondLookAndADeployNeedsIt() {
        create();
        assertThat(caller.post(ONE + "/deploy", "").body())
                .isEqualTo("{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":"
                        + "\"A draft must be in the 'built' state before it can be deployed.\"}");
        assertThat(member(caller.get(ONE), "status")).isEqualTo("\"pending\"");
        assertThat(caller.post(ONE + "/deploy", "").statusCode()).isEqualTo(400);
        assertThat(member(caller.get(ONE), "status")).isEqualTo("\"built\"");
        HttpResponse<String> reply = caller.post(ONE + "/deploy", "");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(member(reply, "deployed")).isEqualTo("false");
        assertThat(member(reply, "number")).isEqualTo("1");
        assertThat(reply.body()).contains("\"all_changes_deployed\":false").doesNotContain("\"value\"");
        Tree live = deployed();
        assertThat(Members.isTrue(live, "deployed")).isTrue();
        assertThat(Members.text(live, "id")).isEqualTo(Members.text(tree(reply), "id"));
        assertThat(member(caller.get(ONE), "all_changes_deployed")).isEqualTo("true");
        assertThat(member(caller.get(ONE), "current_version")).contains("\"status\":\"BUILT\"", "\"number\":1");
    }

    @Test
    void aBuildCanFail() {
        sandbox.failBuilds(true);
        create();
        caller.get(ONE);
        assertThat(member(caller.get(ONE), "status")).isEqualTo("\"failed\"");
        assertThat(caller.post(ONE + "/deploy", "").statusCode()).isEqualTo(400);
        sandbox.failBuilds(false);
        caller.patch(ONE, "{\"code\":\"two\"}");
        build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"code":"one"}                                                                  | K,S   | K,S | true
            {"code":"two"}                                                                  | K,S   | K,S | false
            {"secrets":[]}                                                                  | ``    | ``  | false
            {"secrets":[{"name":"S","value":"w"},{"name":"A","value":"a"}]}                 | S,A   | ``  | false
            {"secrets":[{"name":"S","value":"w"},{"name":"K","value":"v"}],"code":"one"}    | K,S   | ``  | false
            """)
    void aPatchChangesTheDraftAlone(String body, String names, String unchanged, boolean allDeployed) {
        create();
        deploy();
        Tree before = tree(caller.get(ONE));
        HttpResponse<String> reply = caller.patch(ONE, body);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(member(reply, "status")).isEqualTo("\"pending\"");
        assertThat(Members.trees(tree(reply), "secrets"))
                .extracting(secret -> Members.text(secret, "name"))
                .containsExactly(names.isEmpty() ? new String[0] : names.split(","));
        assertThat(Members.trees(tree(reply), "secrets").stream()
                        .filter(Members.trees(before, "secrets")::contains)
                        .map(secret -> Members.text(secret, "name")))
                .containsExactly(unchanged.isEmpty() ? new String[0] : unchanged.split(","));
        assertThat(Members.isTrue(tree(reply), "all_changes_deployed")).isEqualTo(allDeployed);
        assertThat(deployed()).isEqualTo(Members.tree(before, "deployed_version"));
    }

    @Test
    void aSecretWithoutAValueIsTakenAndLosesIt() {
        create();
        assertThat(caller.patch(ONE, "{\"secrets\":[{\"name\":\"K\"}]}").statusCode())
                .isEqualTo(200);
        Tree stored = sandbox.tenant().items(TenantPart.ACTIONS).get(0);
        assertThat(Members.trees(stored, "secrets"))
                .extracting(secret -> Members.text(secret, "value"))
                .containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"1"}                                                         | 'Additional properties not allowed: id'
            {"deploy":true}                                                    | 'Additional properties not allowed: deploy'
            {"code":1}                                                         | 'Expected type string but found type number' on property code
            {"runtime":"node12"}                                               | 'No enum match' on property runtime
            {"secrets":{}}                                                     | 'Expected type array but found type object' on property secrets
            {"secrets":[{"value":"v"}]}                                        | 'Missing required property: name' on property secrets[0]
            {"supported_triggers":[]}                                          | 'Array is too short (0), minimum 1' on property supported_triggers
            {"dependencies":[{"name":"a","versions":"1"}]}                     | 'Additional properties not allowed: versions'
            """)
    void refusesAPatch(String body, String problem) {
        create();
        HttpResponse<String> reply = caller.patch(ONE, body);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(member(reply, "message")).isEqualTo("\"Payload validation error: " + problem + ".\"");
    }

    @Test
    void theTriggerOfAnActionStays() {
        create();
        assertThat(caller.patch(ONE, "{" + TRIGGER + "}").statusCode()).isEqualTo(200);
        assertThat(member(
                        caller.patch(ONE, "{" + TRIGGER.replace("custom-phone-provider", "post-login") + "}"),
                        "message"))
                .isEqualTo("\"can't upgrade to this trigger\"");
    }

    @Test
    void anOldVersionComesBackWithItsSecretsUnderANewNumber() {
        create();
        Tree first = deploy();
        caller.patch(ONE, "{\"code\":\"two\",\"secrets\":[{\"name\":\"K\",\"value\":\"new\"}]}");
        deploy();
        String version = ONE + "/versions/" + Members.text(first, "id") + "/deploy";
        HttpResponse<String> reply = caller.post(version, "{}");
        assertThat(member(reply, "number")).isEqualTo("3");
        assertThat(member(reply, "secrets"))
                .isEqualTo(Json.write(first.members().get("secrets")));
        assertThat(member(caller.get(ONE), "code")).isEqualTo("\"two\"");
        assertThat(member(caller.get(ONE), "all_changes_deployed")).isEqualTo("false");
        assertThat(Members.text(deployed(), "code")).isEqualTo("one");
        assertThat(member(caller.post(version, "{\"update_draft\":true}"), "number"))
                .isEqualTo("4");
        assertThat(member(caller.get(ONE), "code")).isEqualTo("\"one\"");
        assertThat(member(caller.get(ONE), "all_changes_deployed")).isEqualTo("true");
        assertThat(Members.trees(tree(caller.get(ONE + "/versions")), "versions"))
                .extracting(
                        found -> Json.write(found.members().get("number")) + " " + Members.isTrue(found, "deployed"))
                .containsExactly("4 true", "3 false", "2 false", "1 false");
        assertThat(caller.post(ONE + "/versions/nothing/deploy", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyADeployedActionCanBeBound() {
        assertThat(caller.get(BINDINGS).body()).isEqualTo("{\"bindings\":[],\"per_page\":50}");
        String bind = "{\"bindings\":[{\"ref\":{\"type\":\"action_id\",\"value\":\"" + ID + "\"}}]}";
        assertThat(caller.patch(BINDINGS, bind).statusCode()).isEqualTo(404);
        create();
        String refusal = "\"Trying to create a binding for an action that has not been deployed yet\"";
        assertThat(member(caller.patch(BINDINGS, bind), "message")).isEqualTo(refusal);
        deploy();
        assertThat(member(caller.patch(BINDINGS, bind), "message"))
                .as("a deployment takes until the next look")
                .isEqualTo(refusal);
        caller.get(ONE);
        HttpResponse<String> first = caller.patch(BINDINGS, bind);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(caller.get(BINDINGS).body())
                .isEqualTo(first.body().replaceFirst("}$", ",\"total\":1,\"per_page\":50}"))
                .contains(
                        "\"trigger_id\":\"custom-phone-provider\",\"action\":{\"id\":\"" + ID,
                        "\"display_name\":\"SMS\"")
                .contains("\"all_changes_deployed\":false");
        HttpResponse<String> second =
                caller.patch(BINDINGS, bind.replace("action_id", "action_name").replace(ID, "SMS"));
        assertThat(bindingId(second)).isNotEqualTo(bindingId(first));
        assertThat(caller.patch(BINDINGS, "{\"bindings\":[]}").body()).isEqualTo("{\"bindings\":[]}");
    }

    private static String bindingId(HttpResponse<String> reply) {
        return Members.text(Members.trees(tree(reply), "bindings").get(0), "id");
    }

    @Test
    void aBoundActionIsDeletedByForceAlone() {
        create();
        deploy();
        caller.get(ONE);
        caller.patch(BINDINGS, "{\"bindings\":[{\"ref\":{\"type\":\"action_id\",\"value\":\"" + ID + "\"}}]}");
        HttpResponse<String> refused = caller.send("DELETE", ONE, "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(member(refused, "message")).isEqualTo("\"Unable to delete an action bound to a trigger.\"");
        assertThat(caller.send("DELETE", ONE + "?force=true", "").statusCode()).isEqualTo(204);
        assertThat(caller.get(BINDINGS).body()).isEqualTo("{\"bindings\":[],\"per_page\":50}");
        assertThat(caller.get(ONE).body())
                .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"That action does not exist.\"}");
    }

    @Test
    void theTriggerIsListed() {
        assertThat(caller.get("/api/v2/actions/triggers").body())
                .contains("{\"id\":\"custom-phone-provider\",\"version\":\"v1\",\"status\":\"CURRENT\",\"runtimes\":"
                        + "[\"node18-actions\",\"node22\"],\"default_runtime\":\"node22\","
                        + "\"binding_policy\":\"trigger-bound\",\"compatible_triggers\":[]}");
        assertThat(caller.get("/api/v2/actions/triggers/nothing/bindings").statusCode())
                .isEqualTo(404);
    }
}
