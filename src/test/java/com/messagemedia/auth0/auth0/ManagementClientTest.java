package com.messagemedia.auth0.auth0;

import static com.messagemedia.auth0.auth0.Tenants.client;
import static com.messagemedia.auth0.auth0.Tenants.connection;
import static com.messagemedia.auth0.auth0.Tenants.server;
import static com.messagemedia.auth0.auth0.Tenants.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.http.ScriptedServer.Asked;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementClientTest {

    private static final String LIST = "GET /api/v2/connections?strategy=sms&take=100";

    @Test
    void sendsNothingWhenOpened() {
        try (ScriptedServer server = server();
                ManagementClient client = client(server.address())) {
            assertThat(client).isNotNull();
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void readsInTwoRequestsAndChangesWithAThird() {
        try (ScriptedServer server = server().then(200, "[" + connection("con_1", "sms") + "]")
                        .then(200, connection("con_1", "sms"));
                ManagementClient client = client(server.address())) {
            Connection live = client.smsConnections().get(0);
            client.update(live.id(), patch(live.options().orElseThrow()));
            assertThat(server.lines()).containsExactly("POST /oauth/token", LIST, "PATCH /api/v2/connections/con_1");
        }
    }

    @Test
    void asksForTheTokenByFormForTheDefaultAudience() {
        try (ScriptedServer server = server().then(200, "[]");
                ManagementClient client = client(server.address())) {
            client.smsConnections();
            Asked token = server.asked().get(0);
            assertThat(token.headers())
                    .containsEntry("content-type", "application/x-www-form-urlencoded")
                    .containsEntry("user-agent", "messagemedia-maven-plugin/1.0")
                    .containsEntry("accept", "application/json")
                    .doesNotContainKey("authorization");
            assertThat(token.body())
                    .isEqualTo("grant_type=client_credentials&audience=http%3A%2F%2F127.0.0.1%3A"
                            + URI.create(server.address()).getPort()
                            + "%2Fapi%2Fv2%2F&client_id=client1&client_secret=client-secret-0123456789");
        }
    }

    @Test
    void sendsTheTokenItWasIssuedWithEveryRequest() {
        try (ScriptedServer server = server().then(200, "[]").then(200, connection("con_1", "sms"));
                ManagementClient client = client(server.address())) {
            client.smsConnections();
            client.connection("con_1");
            assertThat(server.asked())
                    .extracting(asked -> asked.headers().getOrDefault("authorization", "none"))
                    .containsExactly("none", "Bearer issued-token-0123456789", "Bearer issued-token-0123456789");
        }
    }

    @Test
    void sendsAGivenTokenAndAsksForNone() {
        try (ScriptedServer server = new ScriptedServer().then(200, "[]");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.smsConnections()).isEmpty();
            assertThat(server.lines()).containsExactly(LIST);
            assertThat(server.asked().get(0).headers())
                    .containsEntry("authorization", "Bearer given-token")
                    .containsEntry("accept", "application/json")
                    .containsEntry("user-agent", "messagemedia-maven-plugin/1.0");
        }
    }

    @Test
    void readsAConnectionWhole() {
        try (ScriptedServer server = new ScriptedServer().then(200, """
                        {"id":"con_1","name":"sms","strategy":"sms","display_name":"By text message","realms":["sms","x"],
                         "is_domain_connection":false,"authentication":{"active":true},"future":[1],
                         "options":{"from":"+1","totp":{"length":6.0,"time_step":3e2},"messaging_service_sid":null},
                         "metadata":{"owner":"team-a","gone":null,"odd":7}}""");
                ManagementClient client = withToken(server.address())) {
            Connection connection = client.connection("con_1");
            assertThat(connection)
                    .isEqualTo(new Connection(
                            "con_1",
                            "sms",
                            "sms",
                            Optional.of("By text message"),
                            List.of("sms", "x"),
                            connection.options(),
                            Map.of("owner", "team-a")));
            assertThat(Json.write(connection.options().orElseThrow().root()))
                    .isEqualTo(
                            "{\"from\":\"+1\",\"totp\":{\"length\":6.0,\"time_step\":3e2},\"messaging_service_sid\":null}");
            assertThat(server.lines()).containsExactly("GET /api/v2/connections/con_1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"options\":null", ",\"options\":[]", ",\"options\":\"x\""})
    void takesOptionsThatAreNotThereForUnreadableNeverForEmpty(String options) {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "[{\"id\":\"con_1\",\"name\":\"sms\",\"strategy\":\"sms\"" + options + "}]");
                ManagementClient client = withToken(server.address())) {
            Connection connection = client.smsConnections().get(0);
            assertThat(connection.options()).isEmpty();
            assertThat(connection.optionsReadable()).isFalse();
        }
    }

    @Test
    void tellsEmptyOptionsFromAbsentOnes() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"id\":\"con_1\",\"name\":\"sms\",\"strategy\":\"sms\",\"options\":{}}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.connection("con_1").options()).contains(Options.EMPTY);
        }
    }

    @Test
    void leavesOtherStrategiesOutWhateverAuth0Lists() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(
                                200,
                                "[{\"id\":\"con_9\",\"name\":\"email\",\"strategy\":\"email\"},"
                                        + connection("con_1", "sms") + "]");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.smsConnections()).extracting(Connection::id).containsExactly("con_1");
        }
    }

    @Test
    void patchesTheOptionsInTheirOrderAndWithTheirLiterals() throws Exception {
        String options = "{\"z\":1.50,\"a\":{\"y\":[1e3,-0],\"b\":null},\"m\":\"Grüße\",\"big\":12345678901234567890}";
        try (ScriptedServer server = new ScriptedServer().then(200, connection("con_1", "sms"));
                ManagementClient client = withToken(server.address())) {
            Connection reply = client.update("con_1", patch(new Options((Value.Tree) Json.parse(options))));
            assertThat(server.asked().get(0).body()).isEqualTo("{\"options\":" + options + "}");
            assertThat(server.asked().get(0).headers().get("content-type")).startsWith("application/json");
            assertThat(reply.id()).isEqualTo("con_1");
        }
    }

    @Test
    void patchesMetadataWithNullsAndNothingThatWasNotGiven() {
        Map<String, Optional<String>> metadata = new LinkedHashMap<>();
        metadata.put("zeta", Optional.of("kept"));
        metadata.put("alpha", Optional.empty());
        try (ScriptedServer server = new ScriptedServer().then(200, connection("con_1", "sms"));
                ManagementClient client = withToken(server.address())) {
            client.update(
                    "con_1",
                    new ConnectionPatch(Optional.empty(), Optional.of(metadata), Optional.empty(), Optional.empty()));
            assertThat(server.asked().get(0).body()).isEqualTo("{\"metadata\":{\"zeta\":\"kept\",\"alpha\":null}}");
        }
    }

    @Test
    void patchesLabelAndRealmsAlongWithTheOptions() {
        try (ScriptedServer server = new ScriptedServer().then(200, connection("con_1", "sms"));
                ManagementClient client = withToken(server.address())) {
            Options options = new Options(new Value.Tree(Map.of("from", Value.of("+1"))));
            client.update(
                    "con_1",
                    new ConnectionPatch(
                            Optional.of(options),
                            Optional.empty(),
                            Optional.of("Text"),
                            Optional.of(List.of("b", "a"))));
            assertThat(server.asked().get(0).body())
                    .isEqualTo("{\"options\":{\"from\":\"+1\"},\"display_name\":\"Text\",\"realms\":[\"b\",\"a\"]}");
        }
    }

    @Test
    void refusesAPatchThatSendsNothingOrWipesTheOptions() {
        assertThatThrownBy(() ->
                        new ConnectionPatch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a patch that sends nothing");
        assertThatThrownBy(() -> patch(Options.EMPTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a patch that would wipe the options");
    }

    @Test
    void createsAnSmsConnection() {
        try (ScriptedServer server = new ScriptedServer().then(201, connection("con_7", "sms"));
                ManagementClient client = withToken(server.address())) {
            Options options = new Options(new Value.Tree(Map.of("from", Value.of("+1"))));
            assertThat(client.create(new NewConnection("sms", options, Map.of("k", "v")))
                            .id())
                    .isEqualTo("con_7");
            assertThat(server.lines()).containsExactly("POST /api/v2/connections");
            assertThat(server.asked().get(0).body())
                    .isEqualTo(
                            "{\"name\":\"sms\",\"strategy\":\"sms\",\"options\":{\"from\":\"+1\"},\"metadata\":{\"k\":\"v\"}}");
        }
    }

    @Test
    void createsWithoutMetadataWhereThereIsNone() {
        try (ScriptedServer server = new ScriptedServer().then(201, connection("con_7", "sms"));
                ManagementClient client = withToken(server.address())) {
            client.create(new NewConnection("sms", Options.EMPTY, Map.of()));
            assertThat(server.asked().get(0).body())
                    .isEqualTo("{\"name\":\"sms\",\"strategy\":\"sms\",\"options\":{}}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "con_1/clients", "con_1?x", "con 1", "con_1\n", "con_%2e"})
    void refusesAnIdThatWouldAddressSomethingElse(String id) {
        try (ScriptedServer server = server();
                ManagementClient client = client(server.address())) {
            assertThatThrownBy(() -> client.connection(id))
                    .isInstanceOf(Fault.class)
                    .hasMessage("The connection's id contains a character that no id has, or is empty or too long.");
            assertThatThrownBy(() -> client.enabledClients(id)).isInstanceOf(Fault.class);
            assertThatThrownBy(() -> client.enableClients(id, List.of("a"))).isInstanceOf(Fault.class);
            assertThatThrownBy(() ->
                            client.update(id, patch(new Options(new Value.Tree(Map.of("from", Value.of("+1")))))))
                    .isInstanceOf(Fault.class);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void refusesPlainHttpBeyondLoopback() {
        TenantAddress tenant = new TenantAddress("acme.example", URI.create("http://acme.example/"));
        assertThatThrownBy(() -> Tenants.open(tenant, Optional.empty(), Tenants.CLIENT, Tenants.SETTINGS))
                .isInstanceOf(Fault.class)
                .hasMessage("The tenant acme.example has a plain http address, which is allowed only on loopback.");
    }

    @Test
    void leavesNoThreadThatDelaysTheEnd() {
        try (ScriptedServer server = server().then(200, "[]")) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            try (ManagementClient client = client(server.address())) {
                client.smsConnections();
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread) && !thread.isDaemon())
                    .isEmpty();
        }
    }

    private static ConnectionPatch patch(Options options) {
        return new ConnectionPatch(Optional.of(options), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"phone_consolidated_experience\":\"true\"}"})
    void aSettingThatIsNotThereIsNoNo(String settings) {
        try (ScriptedServer server = new ScriptedServer().then(200, settings);
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(client::isOnUnifiedPhoneExperience)
                    .isInstanceOf(ManagementException.class)
                    .hasMessageEndingWith("it does not say phone_consolidated_experience.");
        }
    }
}
