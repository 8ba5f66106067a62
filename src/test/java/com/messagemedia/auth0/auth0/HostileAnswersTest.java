package com.messagemedia.auth0.auth0;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.RawServer;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of every act that are no answer, and values that want to become a header. Lists have their own in PagesTest. */
class HostileAnswersTest {

    private static final String HUGE = "x".repeat(9 * 1024 * 1024);
    private static final String EVIL = "a\r\nX-Evil: 1";

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("<html>hunter2</html>", "not valid JSON at $"),
                Arguments.of("", "the JSON document ends too early at $"),
                Arguments.of("{\"id\":\"con_1\",\"hunter2\":", "the JSON document ends too early at $.hunter2"),
                Arguments.of("{\"a\":".repeat(100_000), "nested deeper than 64 levels"),
                Arguments.of("{\"a\":\"" + HUGE + "\"}", "larger than 8 MiB"),
                Arguments.of("{\"a\":\"\\ud800\"}", "half of a surrogate pair at $.a"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aConnectionThatCannotBeReadIsRefused(String body, String problem) {
        try (ScriptedServer server = new ScriptedServer().then(200, body);
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.connection("con_1"))
                    .isInstanceOfSatisfying(ManagementException.class, HostileAnswersTest::assertUnreadable)
                    .hasMessage("Reading connection con_1 of " + server.address()
                            + " failed: the answer cannot be used: " + problem + ".")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aTokenThatCannotBeReadIsRefusedAndNothingElseIsSent(String body, String problem) {
        try (ScriptedServer server = new ScriptedServer().then(200, body);
                ManagementClient client = Tenants.client(server.address())) {
            assertThatThrownBy(() -> client.connection("con_1"))
                    .isInstanceOfSatisfying(ManagementException.class, HostileAnswersTest::assertUnreadable)
                    .hasMessage("Getting a Management API token from " + server.address()
                            + " failed: the answer cannot be used: " + problem + ".")
                    .hasNoCause();
            assertThat(server.lines()).containsExactly("POST /oauth/token");
        }
    }

    private static void assertUnreadable(ManagementException fault) {
        assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE_REPLY);
        assertThat(fault.requestMayHaveBeenProcessed()).isFalse();
    }

    /** Text that is not UTF-8 would be sent back as another one. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=iso-8859-1", "text/plain; charset=utf-16"})
    void anAnswerThatIsNotUtf8IsRefusedWhateverCharsetItNames(String type) throws IOException {
        String header = "Content-Type: " + type;
        try (RawServer server = new RawServer(
                        RawServer.whole(200, header, connection("con_1", "sms").getBytes(ISO_8859_1)),
                        RawServer.whole(200, header, ("[" + connection("con_1", "sms") + "]").getBytes(ISO_8859_1)),
                        RawServer.whole(200, header, "{\"access_token\":\"\u00e9\"}".getBytes(ISO_8859_1)));
                ManagementClient client = Tenants.withToken(server.address());
                ManagementClient signingIn = Tenants.client(server.address())) {
            for (ThrowingCallable read : List.<ThrowingCallable>of(
                    () -> client.connection("con_1"), client::smsConnections, signingIn::scopes)) {
                assertThatThrownBy(read)
                        .isInstanceOfSatisfying(ManagementException.class, fault -> {
                            assertUnreadable(fault);
                            assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
                        })
                        .hasMessageEndingWith(" failed: the answer cannot be used: not UTF-8, which JSON requires.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=iso-8859-1", "application/json; charset=utf-16", "text/html"})
    void anAnswerThatIsUtf8IsReadAsSuchWhateverCharsetItNames(String type) {
        try (ScriptedServer server =
                        new ScriptedServer().then(200, connection("con_1", "sms"), Map.of("Content-Type", type));
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThat(client.connection("con_1").options().orElseThrow().get(FieldPath.of("template")))
                    .contains(Value.of("Caf\u00e9"));
        }
    }

    private static String connection(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"strategy\":\"sms\",\"options\":{\"template\":\"Caf\u00e9\"}}";
    }

    @Test
    void anErrorTextThatIsNotUtf8IsNotQuoted() throws IOException {
        byte[] latin = "{\"message\":\"Caf\u00e9\"}".getBytes(ISO_8859_1);
        String header = "Content-Type: application/json; charset=iso-8859-1";
        try (RawServer server = new RawServer(RawServer.whole(403, header, latin));
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.connection("con_1"))
                    .hasMessage("Reading connection con_1 of " + server.address() + " failed: 403 Forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>hunter2</html>", "[\"hunter2\"]", "{\"message\":{\"a\":\"hunter2\"}}", "\"hunter2\"", ""})
    void anErrorThatSaysNothingReadableIsItsStatus(String body) {
        try (ScriptedServer server = new ScriptedServer().then(404, body);
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.connection("con_1"))
                    .isInstanceOf(ManagementException.class)
                    .hasMessage("Reading connection con_1 of " + server.address() + " failed: 404 Not Found")
                    .hasNoCause();
        }
    }

    @Test
    void anErrorThatIsTooDeepIsItsStatusAndOneThatIsTooLargeIsCutOff() {
        String reading = "Reading connection con_1 of ";
        try (ScriptedServer server = new ScriptedServer()
                        .then(500, "{\"message\":".repeat(100_000))
                        .then(500, "{\"message\":\"" + HUGE + "\"}");
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.connection("con_1"))
                    .hasMessage(reading + server.address() + " failed: 500 Internal Server Error")
                    .hasNoCause();
            assertThatThrownBy(() -> client.connection("con_1"))
                    .hasMessage(reading + server.address() + " failed: the answer cannot be used: larger than 8 MiB.")
                    .hasNoCause();
        }
    }

    @Test
    void anErrorsTextIsCutAndCannotMoveTheCursor() {
        String message = "a\\u001b[2J\\r\\nb\\u202e" + "c".repeat(400);
        try (ScriptedServer server = new ScriptedServer().then(404, "{\"message\":\"" + message + "\"}");
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.connection("con_1"))
                    .hasMessage("Reading connection con_1 of " + server.address() + " failed: 404 Not Found: a [2J b "
                            + "c".repeat(292) + "…");
        }
    }

    @Test
    void noFieldOfATokenRequestBecomesAHeader() {
        Credentials evil = new Credentials.ClientSecret("client1", new Secret(EVIL));
        try (ScriptedServer server = Tenants.server();
                ManagementClient client =
                        Tenants.open(Tenants.at(server.address()), Optional.of(EVIL), evil, Tenants.SETTINGS)) {
            client.scopes();
            assertThat(server.asked()).hasSize(1).allSatisfy(asked -> {
                assertThat(asked.headers()).doesNotContainKey("x-evil");
                assertThat(asked.body())
                        .isEqualTo("grant_type=client_credentials&audience=a%0D%0AX-Evil%3A+1&client_id=client1"
                                + "&client_secret=a%0D%0AX-Evil%3A+1");
            });
        }
    }

    @Test
    void noCheckpointBecomesAHeader() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"connections\":[],\"next\":\"a\\r\\nX-Evil: 1\"}")
                        .then(200, "[]");
                ManagementClient client = Tenants.withToken(server.address())) {
            client.smsConnections();
            assertThat(server.lines().get(1))
                    .isEqualTo("GET /api/v2/connections?strategy=sms&take=100&from=a%0D%0AX-Evil%3A%201");
            assertThat(server.asked().get(1).headers()).doesNotContainKey("x-evil");
        }
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nX-Evil: 1'", "''", "../clients", "con_1?x=1", "con_1#", "con 1"})
    void anIdThatIsNoneIsRefusedAndNothingIsSent(String id) {
        try (ScriptedServer server = new ScriptedServer();
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.connection(id))
                    .isInstanceOf(Fault.class)
                    .hasMessage("The connection's id contains a character that no id has, or is empty or too long.");
            assertThat(server.asked()).isEmpty();
        }
    }
}
