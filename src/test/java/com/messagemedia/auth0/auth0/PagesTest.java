package com.messagemedia.auth0.auth0;

import static com.messagemedia.auth0.auth0.Tenants.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final String ONE = connection("con_1", "sms");
    private static final String TWO = connection("con_2", "other");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ITEMS]",
                "{\"connections\":[ITEMS]}",
                "{\"connections\":[ITEMS],\"next\":null}",
                "{\"connections\":[ITEMS],\"next\":\"\"}",
                "{\"start\":0,\"limit\":100,\"total\":2,\"connections\":[ITEMS]}",
            })
    void readsEveryFormInOneRequest(String form) {
        try (ScriptedServer server = new ScriptedServer().then(200, form.replace("ITEMS", ONE + "," + TWO));
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThat(client.smsConnections()).extracting(Connection::id).containsExactly("con_1", "con_2");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"connections\":[]}", "{\"start\":0,\"limit\":100,\"total\":0,\"connections\":[]}"})
    void readsAnEmptyListOfEveryForm(String form) {
        try (ScriptedServer server = new ScriptedServer().then(200, form);
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThat(client.smsConnections()).isEmpty();
        }
    }

    @Test
    void followsCheckpointsInOrder() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"connections\":[" + ONE + "],\"next\":\"a&b=c/1\"}")
                        .then(200, "{\"connections\":[],\"next\":\"p3\"}")
                        .then(200, "{\"connections\":[" + TWO + "]}");
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThat(client.smsConnections()).extracting(Connection::id).containsExactly("con_1", "con_2");
            assertThat(server.lines())
                    .containsExactly(
                            "GET /api/v2/connections?strategy=sms&take=100",
                            "GET /api/v2/connections?strategy=sms&take=100&from=a%26b%3Dc%2F1",
                            "GET /api/v2/connections?strategy=sms&take=100&from=p3");
        }
    }

    @Test
    void stopsWhereACheckpointComesBack() {
        String page = "{\"connections\":[" + ONE + "],\"next\":\"again\"}";
        try (ScriptedServer server =
                new ScriptedServer().then(200, page).then(200, page).then(200, page)) {
            assertRefused(server, "its pages never end");
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void stopsAfterAHundredPages() {
        try (ScriptedServer server = new ScriptedServer()) {
            for (int page = 0; page < 150; page++) {
                server.then(200, "{\"connections\":[],\"next\":\"p" + page + "\"}");
            }
            assertRefused(server, "its pages never end");
            assertThat(server.asked()).hasSize(100);
        }
    }

    /** By a clock on which each look takes four seconds, and thirty seconds that a request may take. */
    @ParameterizedTest
    @CsvSource({"1, 8", "40, 10"})
    void asksForNoFurtherPageWhenTheTimeIsUp(int secondsLeft, int pages) {
        AtomicInteger looks = new AtomicInteger();
        InstantSource clock = () -> Instant.ofEpochSecond(4L * looks.getAndIncrement());
        try (ScriptedServer server = new ScriptedServer()) {
            for (int page = 0; page < 17; page++) {
                server.then(200, "{\"connections\":[],\"next\":\"p" + page + "\"}");
            }
            ClientIdentity identity = new ClientIdentity(
                    Tenants.at(server.address()), "https://acme/", new Credentials.Token(new Secret("given-token")));
            try (ManagementClient client = Tenants.open(
                            identity, RemoteApi.at(identity.tenant().url(), Tenants.SETTINGS), clock)
                    .retrying(Tenants.secondsLeft(secondsLeft))) {
                assertThatThrownBy(() -> client.smsConnections())
                        .isInstanceOfSatisfying(ManagementException.class, fault -> {
                            assertThat(fault.kind()).isEqualTo(Kind.TIMEOUT);
                            assertThat(fault.remedy())
                                    .isEqualTo("Run the goal again, if necessary with a longer"
                                            + " -Dmessagemedia.timeout.");
                        })
                        .hasMessage("Reading the connections of " + server.address() + " failed: the time is up: "
                                + pages + " pages were read, and there are more.");
            }
            assertThat(server.asked()).hasSize(pages);
        }
    }

    @Test
    void refusesAListThatItCannotHaveWhole() {
        try (ScriptedServer server =
                new ScriptedServer().then(200, "{\"start\":0,\"limit\":1,\"total\":2,\"connections\":[" + ONE + "]}")) {
            assertRefused(server, "it holds 1 of 2 connections and no way to the rest");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | it is a JSON object where a list of connections was expected",
                "{\"connections\":null} | it is a JSON object where a list of connections was expected",
                "{\"connections\":{}} | it is a JSON object where a list of connections was expected",
                "{\"error\":\"x\"} | it is a JSON object where a list of connections was expected",
                "null | it is a JSON null where a list of connections was expected",
                "\"hunter2\" | it is a JSON string where a list of connections was expected",
                "7 | it is a JSON number where a list of connections was expected",
                "`` | the JSON document ends too early at $",
                "`  ` | the JSON document ends too early at $",
                "<html><body>hunter2</body></html> | not valid JSON at $",
                "[{\"id\":\"con_1\" | the JSON document ends too early at $[0].id",
                "[] [] | not valid JSON at $",
                "[{\"a\":1,\"a\":2}] | a duplicate key at $[0].a",
                "[\"hunter2\"] | it is a JSON string where a connection with id, name and strategy was expected",
                "[null] | it is a JSON null where a connection with id, name and strategy was expected",
                "[{}] | it is a JSON object where a connection with id, name and strategy was expected",
                "[{\"id\":\"con_1\",\"name\":\"x\"}] | it is a JSON object where a connection with id, name and"
                        + " strategy was expected",
                "[{\"id\":7,\"name\":\"x\",\"strategy\":\"sms\"}] | it is a JSON object where a connection with"
                        + " id, name and strategy was expected",
                "[{\"id\":\"con_1\",\"name\":\"\",\"strategy\":\"sms\"}] | it is a JSON object where a"
                        + " connection with id, name and strategy was expected",
            })
    void refusesAnAnswerThatIsNoList(String body, String problem) {
        try (ScriptedServer server = new ScriptedServer().then(200, body)) {
            assertRefused(server, problem);
        }
    }

    @Test
    void refusesAnAnswerThatIsTooDeepOrTooLarge() {
        try (ScriptedServer server = new ScriptedServer()
                .then(200, "[".repeat(100_000))
                .then(200, "[\"" + "x".repeat(8 * 1024 * 1024) + "\"]")) {
            assertRefused(server, "nested deeper than 64 levels");
            assertRefused(server, "larger than 8 MiB");
        }
    }

    @Test
    void refusesA204() {
        try (ScriptedServer server = new ScriptedServer().then(204, "")) {
            assertRefused(server, "it is empty");
        }
    }

    private static void assertRefused(ScriptedServer server, String problem) {
        try (ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(client::smsConnections)
                    .isInstanceOfSatisfying(ManagementException.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE_REPLY);
                        assertThat(fault.requestMayHaveBeenProcessed()).isFalse();
                        assertThat(fault.remedy())
                                .isEqualTo("Check that " + server.address()
                                        + " is an Auth0 tenant, and that no proxy, firewall or sign-in page answers in its"
                                        + " place.");
                    })
                    .hasMessage("Reading the connections of " + server.address()
                            + " failed: the answer cannot be used: " + problem + ".")
                    .hasNoCause();
        }
    }

    @Test
    void refusesTheAnswersOfOtherActsThatMeanSomethingElse() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, ONE)
                        .then(200, "[]")
                        .then(200, "{\"clients\":[{\"id\":\"x\"}]}")
                        .then(200, "{}");
                ManagementClient client = Tenants.withToken(server.address())) {
            String reading = " connection con_7 of " + server.address() + " failed: the answer cannot be used: ";
            assertThatThrownBy(() -> client.connection("con_7"))
                    .hasMessage("Reading" + reading + "it describes another connection.");
            assertThatThrownBy(() -> client.connection("con_7"))
                    .hasMessage("Reading" + reading
                            + "it is a JSON array where a connection with id, name and strategy was expected.");
            assertThatThrownBy(() -> client.enabledClients("con_7"))
                    .hasMessage("Reading the enabled clients of" + reading + "a client in it has no client_id.");
            assertThatThrownBy(() -> client.enabledClients("con_7"))
                    .hasMessage("Reading the enabled clients of" + reading
                            + "it is a JSON object where a list of clients was expected.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"access_token\":\"\"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"a\\r\\nX-Evil: 1\"}"
            })
    void refusesATokenReplyWithoutAUsableToken(String body) {
        try (ScriptedServer server = new ScriptedServer().then(200, body);
                ManagementClient client = Tenants.client(server.address())) {
            assertThatThrownBy(client::scopes)
                    .isInstanceOf(ManagementException.class)
                    .hasMessage("Getting a Management API token from " + server.address()
                            + " failed: the answer cannot be used: it has no access_token that a header can contain.");
            assertThat(List.copyOf(server.lines())).containsExactly("POST /oauth/token");
        }
    }
}
