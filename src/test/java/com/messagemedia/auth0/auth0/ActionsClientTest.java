package com.messagemedia.auth0.auth0;

import static com.messagemedia.auth0.auth0.Tenants.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.messagemedia.auth0.auth0.ManagementAct.Sent;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsClientTest {

    private static final String TIME = "2026-01-01T00:00:00.123456789Z";
    private static final String VERSION = """
            {"id":"ver_3","code":"v3","dependencies":[],"runtime":"node22","secrets":[{"name":"K","updated_at":"%s"}],\
            "status":"built","deployed":true,"number":3,"built_at":"%s","supported_triggers":[],"created_at":"%s"}""".formatted(TIME, TIME, TIME);
    private static final String DRAFT = """
            {"id":"act_1","name":"MessageMedia","supported_triggers":[{"id":"custom-phone-provider","version":"v1"}],\
            "created_at":"%s","updated_at":"%s","code":"v4\\n","dependencies":[{"name":"axios","version":"1.0.0",\
            "registry_url":"https://registry.example"}],"runtime":"node22","status":"pending",\
            "secrets":[{"name":"K","updated_at":"%s"},{"name":"L","updated_at":"%s"}],"all_changes_deployed":false\
            """.formatted(TIME, TIME, TIME, TIME);

    @Test
    void readsADraftAndItsDeployedVersion() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(
                                200,
                                DRAFT + ",\"current_version\":{\"status\":\"BUILT\"},\"deployed_version\":" + VERSION
                                        + "}");
                ManagementClient client = withToken(server.address())) {
            Action action = client.actions().read("act_1");
            assertThat(action)
                    .isEqualTo(new Action(
                            "act_1",
                            "MessageMedia",
                            List.of("custom-phone-provider"),
                            "v4\n",
                            "node22",
                            new Value.Array(
                                    List.of(new Tree(Map.of("name", Value.of("axios"), "version", Value.of("1.0.0"))))),
                            Map.of("K", TIME, "L", TIME),
                            "pending",
                            false,
                            Optional.of(new ActionVersion(
                                    "ver_3", 3, "v3", "node22", new Value.Array(List.of()), Map.of("K", TIME), true)),
                            TIME));
            assertThat(action.secrets()).containsOnlyKeys("K", "L");
            assertThat(List.copyOf(action.secrets().keySet())).containsExactly("K", "L");
            assertThat(action.isBuilt()).isFalse();
            assertThat(server.lines()).containsExactly("GET /api/v2/actions/actions/act_1");
        }
    }

    /** Everything that Auth0 was seen to leave out, to show as null or to spell otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"name\":\"N\",\"status\":\"BUILT\"}",
                "{\"id\":\"a\",\"name\":\"N\",\"status\":\"built\",\"deployed_version\":null,\"current_version\":null,"
                        + "\"secrets\":null,\"dependencies\":null,\"code\":null,\"updated_at\":null}",
                "{\"id\":\"a\",\"name\":\"N\",\"status\":\"Built\",\"deployed_version\":{},\"modules\":[7]}",
            })
    void toleratesWhatAuth0LeavesOut(String answer) {
        try (ScriptedServer server = new ScriptedServer().then(200, answer);
                ManagementClient client = withToken(server.address())) {
            Action action = client.actions().read("a");
            assertThat(action.isBuilt()).isTrue();
            assertThat(action.hasFailed()).isFalse();
            assertThat(action)
                    .isEqualTo(new Action(
                            "a",
                            "N",
                            List.of(),
                            "",
                            "",
                            new Value.Array(List.of()),
                            Map.of(),
                            "built",
                            false,
                            Optional.empty(),
                            ""));
        }
    }

    @Test
    void tellsAFailedBuild() {
        try (ScriptedServer server =
                        new ScriptedServer().then(200, "{\"id\":\"a\",\"name\":\"N\",\"status\":\"failed\"}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.actions().read("a").hasFailed()).isTrue();
        }
    }

    @Test
    void createsWithTheTriggerAndAllThatIsGiven() {
        try (ScriptedServer server = new ScriptedServer().then(201, DRAFT + "}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.actions().create(Sent.TRIGGER, Sent.ACTION).deployed())
                    .isEmpty();
            assertThat(server.lines()).containsExactly("POST /api/v2/actions/actions");
            assertThat(server.asked().get(0).body()).isEqualTo("""
                            {"name":"MessageMedia","code":"exports.onExecuteCustomPhoneProvider = async (event, api) => {\\n\
                              const host = \\"api.messagemedia.com\\";\\n};\\n","runtime":"node22","dependencies":[],\
                            "secrets":[{"name":"MESSAGEMEDIA_API_SECRET","value":"a-secret-of-the-Action-0123456789"}],\
                            "supported_triggers":[{"id":"custom-phone-provider","version":"v1"}]}""");
        }
    }

    @Test
    void changesOnlyWhatIsGiven() {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        secrets.put("Z", new Secret("zzzzzz1"));
        secrets.put("A", new Secret("aaaaaa1"));
        try (ScriptedServer server = new ScriptedServer().then(200, DRAFT + "}").then(200, DRAFT + "}");
                ManagementClient client = withToken(server.address())) {
            client.actions().update("act_1", ActionChange.NONE.withCode("x"));
            client.actions().update("act_1", ActionChange.NONE.withSecrets(secrets));
            assertThat(server.lines()).containsOnly("PATCH /api/v2/actions/actions/act_1");
            assertThat(server.asked())
                    .extracting(ScriptedServer.Asked::body)
                    .containsExactly(
                            "{\"code\":\"x\"}",
                            "{\"secrets\":[{\"name\":\"Z\",\"value\":\"zzzzzz1\"},{\"name\":\"A\",\"value\":\"aaaaaa1\"}]}");
        }
    }

    @Test
    void neverShowsCodeOrSecretsAsText() {
        try (ScriptedServer server = new ScriptedServer().then(200, DRAFT + ",\"deployed_version\":" + VERSION + "}");
                ManagementClient client = withToken(server.address())) {
            Action action = client.actions().read("act_1");
            assertThat(action).hasToString("Action act_1 (pending)");
            assertThat(action.deployed().orElseThrow()).hasToString("version 3 (ver_3)");
        }
        assertThat(Sent.ACTION).hasToString("change of an Action: [name, code, runtime, dependencies, secrets]");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202})
    void deploysWithEitherAnswer(int status) {
        String answer = VERSION.replace("\"deployed\":true", "\"deployed\":false");
        try (ScriptedServer server = new ScriptedServer().then(status, answer).then(status, answer);
                ManagementClient client = withToken(server.address())) {
            ActionVersion version = client.actions().deploy("act_1");
            assertThat(version.number()).isEqualTo(3);
            assertThat(version.deployed()).isFalse();
            assertThat(client.actions().deployVersion("act_1", "ver_2", true)).isEqualTo(version);
            assertThat(server.lines())
                    .containsExactly(
                            "POST /api/v2/actions/actions/act_1/deploy",
                            "POST /api/v2/actions/actions/act_1/versions/ver_2/deploy");
            assertThat(server.asked())
                    .extracting(ScriptedServer.Asked::body)
                    .containsExactly("", "{\"update_draft\":true}");
        }
    }

    @Test
    void readsVersions() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"versions\":[" + VERSION + ",{\"id\":\"ver_2\"}],\"total\":2}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.actions().versions("act_1"))
                    .extracting(ActionVersion::id, ActionVersion::number)
                    .containsExactly(tuple("ver_3", 3), tuple("ver_2", 0));
            assertThat(server.lines()).containsExactly("GET /api/v2/actions/actions/act_1/versions?per_page=50");
        }
    }

    @Test
    void readsAndReplacesBindings() {
        String binding = """
                {"id":"bin_1","trigger_id":"custom-phone-provider","action":{"id":"act_1","all_changes_deployed":false},\
                "display_name":"MessageMedia"}""";
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"bindings\":[],\"per_page\":50}")
                        .then(200, "{\"bindings\":[" + binding + "]}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.actions().bindings(Sent.TRIGGER)).isEmpty();
            assertThat(client.actions().bind(Sent.TRIGGER, "act_1", "MessageMedia"))
                    .containsExactly(new Binding("bin_1", "act_1", "MessageMedia"));
            assertThat(server.lines())
                    .containsExactly(
                            "GET /api/v2/actions/triggers/custom-phone-provider/bindings?per_page=50",
                            "PATCH /api/v2/actions/triggers/custom-phone-provider/bindings");
            assertThat(server.asked().get(1).body())
                    .isEqualTo(
                            "{\"bindings\":[{\"ref\":{\"type\":\"action_id\",\"value\":\"act_1\"},\"display_name\":\"MessageMedia\"}]}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACTIONS | [] | it is a JSON array where a list of actions was expected",
                "ACTIONS | {\"actions\":[7]} | it is a JSON number where an Action with id and name was expected",
                "ACTION | {\"id\":\"act_1\"} | it is a JSON object where an Action with id and name was expected",
                "ACTION | {\"id\":\"other\",\"name\":\"n\"} | it describes another Action",
                "CREATE_ACTION | null | it is a JSON null where an Action with id and name was expected",
                "DEPLOY | {} | it is a JSON object where a version with an id was expected",
                "BIND | {} | it is a JSON object where a list of bindings was expected",
                "BINDINGS | {\"bindings\":[{\"id\":\"b\"}]}"
                        + " | it is a JSON object where a binding with an id and an Action was expected",
                "PROVIDERS | [] | it is a JSON array where a list of providers was expected",
                "CREATE_PROVIDER | {\"id\":\"p\"}"
                        + " | it is a JSON object where a phone provider with id and name was expected",
                "UPDATE_PROVIDER | {\"id\":\"p\",\"name\":\"custom\"} | it describes another phone provider",
                "TEMPLATES | {\"templates\":[{}]} | it is a JSON object where a template with a type was expected",
            })
    void refusesAnswersOfAnotherForm(ManagementAct act, String answer, String problem) {
        try (ScriptedServer server = new ScriptedServer().then(200, answer);
                ManagementClient client = withToken(server.address())) {
            assertThatThrownBy(() -> act.run(client))
                    .isInstanceOfSatisfying(ManagementException.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(ManagementException.Kind.UNREADABLE_REPLY);
                        assertThat(fault.requestMayHaveBeenProcessed()).isEqualTo(act.writes());
                    })
                    .hasMessage(act.clause().replace("{tenant}", server.address())
                            + " failed: the answer cannot be used: " + problem + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a?b", "a b"})
    void sendsNothingForAnIdThatChangesTheAddress(String id) {
        try (ScriptedServer server = new ScriptedServer();
                ManagementClient client = withToken(server.address())) {
            assertThatThrownBy(() -> client.actions().deployVersion("act_1", id, true))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.remedy())
                                    .isEqualTo("Run the plan goal: it reads the id from Auth0 again."))
                    .hasMessage("The id of the version contains a character that no id has, or is empty or too long.");
            assertThat(server.asked()).isEmpty();
        }
    }
}
