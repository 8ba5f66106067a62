package com.messagemedia.auth0.management;

import static com.messagemedia.auth0.management.Tenants.client;
import static com.messagemedia.auth0.management.Tenants.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.http.ScriptedServer.Asked;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnabledClientsTest {

    @Test
    void readsEnabledClientsPageByPage() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"clients\":[{\"client_id\":\"b\"},{\"client_id\":\"a\"}],\"next\":\"p2\"}")
                        .then(200, "{\"clients\":[{\"client_id\":\"c\"}]}");
                ManagementClient client = withToken(server.address())) {
            assertThat(client.enabledClients("con_1")).containsExactly("b", "a", "c");
            assertThat(server.lines())
                    .containsExactly(
                            "GET /api/v2/connections/con_1/clients?take=100",
                            "GET /api/v2/connections/con_1/clients?take=100&from=p2");
        }
    }

    @Test
    void enablesFiftyClientsAtATimeAndNoneTwice() {
        List<String> ids =
                IntStream.rangeClosed(1, 120).mapToObj(i -> "c" + (i % 101)).toList();
        try (ScriptedServer server =
                        new ScriptedServer().then(204, "").then(204, "").then(204, "");
                ManagementClient client = withToken(server.address())) {
            client.enableClients("con_1", ids);
            assertThat(server.lines())
                    .containsOnly("PATCH /api/v2/connections/con_1/clients")
                    .hasSize(3);
            assertThat(server.asked())
                    .extracting(Asked::body)
                    .containsExactly(enabling(1, 50), enabling(51, 100), "[{\"client_id\":\"c0\",\"status\":true}]");
        }
    }

    @Test
    void takesNoOtherSuccessThanAuth0sForOne() {
        try (ScriptedServer server =
                        new ScriptedServer().then(200, "<html>Welcome</html>", Map.of("Content-Type", "text/html"));
                ManagementClient client = withToken(server.address())) {
            assertThatThrownBy(() -> client.enableClients("con_1", List.of("c1")))
                    .isInstanceOf(ManagementException.class)
                    .hasMessageEndingWith("its status is 200 where 204 was expected.");
        }
    }

    @Test
    void sendsNothingToEnableNobody() {
        try (ScriptedServer server = new ScriptedServer();
                ManagementClient client = client(server.address())) {
            client.enableClients("con_1", List.of());
            assertThat(server.asked()).isEmpty();
        }
    }

    private static String enabling(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "{\"client_id\":\"c" + i + "\",\"status\":true}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
