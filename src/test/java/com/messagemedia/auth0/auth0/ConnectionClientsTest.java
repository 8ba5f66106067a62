package com.messagemedia.auth0.auth0;

import static com.messagemedia.auth0.auth0.Tenants.client;
import static com.messagemedia.auth0.auth0.Tenants.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.http.ScriptedServer.Asked;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionClientsTest {

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

    /** By a clock on which each look, two for a request, takes four seconds, and thirty seconds that a request may take. */
    @ParameterizedTest
    @CsvSource({"1, 4", "40, 5"})
    void enablesNoFurtherPartWhenTheTimeIsUp(int secondsLeft, int parts) {
        AtomicInteger looks = new AtomicInteger();
        InstantSource clock = () -> Instant.ofEpochSecond(4L * looks.getAndIncrement());
        List<String> ids =
                IntStream.rangeClosed(1, 1_000).mapToObj(i -> "c" + i).toList();
        try (ScriptedServer server = new ScriptedServer()) {
            for (int part = 0; part < 20; part++) {
                server.then(204, "");
            }
            ClientIdentity identity = new ClientIdentity(
                    Tenants.at(server.address()), "https://acme/", new Credentials.Token(new Secret("given-token")));
            try (ManagementClient client = Tenants.open(
                            identity, RemoteApi.at(identity.tenant().url(), Tenants.SETTINGS), clock)
                    .retrying(Tenants.secondsLeft(secondsLeft))) {
                assertThatThrownBy(() -> client.enableClients("con_1", ids))
                        .isInstanceOfSatisfying(
                                ManagementException.class,
                                fault -> assertThat(fault.kind()).isEqualTo(Kind.TIMEOUT))
                        .hasMessage("Enabling clients of connection con_1 of " + server.address()
                                + " failed: the time is up: " + 50 * parts + " of 1000 clients were enabled.");
            }
            assertThat(server.asked()).hasSize(parts);
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
