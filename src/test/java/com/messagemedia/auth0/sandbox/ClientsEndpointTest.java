package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsEndpointTest {

    private static final String WEB = "{\"client_id\":\"sandboxWebClient0000000000000000\"}";
    private static final String APP = "{\"client_id\":\"sandboxAppClient0000000000000000\"}";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());
    private final Caller caller = Caller.published(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void listsTheEnabledClients() {
        assertThat(caller.get(Caller.SMS_CLIENTS).body()).isEqualTo("{\"clients\":[" + WEB + "," + APP + "]}");
    }

    @Test
    void pagesByCheckpoint() {
        HttpResponse<String> first = caller.get(Caller.SMS_CLIENTS + "?take=1");
        String next = member(first, "next").replace("\"", "");
        assertThat(first.body()).isEqualTo("{\"clients\":[" + WEB + "],\"next\":\"" + next + "\"}");
        assertThat(caller.get(Caller.SMS_CLIENTS + "?take=1&from=" + next).body())
                .isEqualTo("{\"clients\":[" + APP + "]}");
    }

    @Test
    void takesFiftyUnlessTold() {
        caller.patch(Caller.SMS_CLIENTS, changes(50, true));
        assertThat(Caller.tree(caller.get(Caller.SMS_CLIENTS)).members().keySet())
                .containsExactly("clients", "next");
        assertThat(Caller.tree(caller.get(Caller.SMS_CLIENTS + "?take=52"))
                        .members()
                        .keySet())
                .containsExactly("clients");
    }

    private static String changes(int count, boolean status) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"client_id\":\"client" + i + "\",\"status\":" + status + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void changesOnlyTheClientsThatAreNamed() {
        HttpResponse<String> reply = caller.patch(
                Caller.SMS_CLIENTS,
                "[{\"client_id\":\"new\",\"status\":true},"
                        + "{\"client_id\":\"sandboxWebClient0000000000000000\",\"status\":false},"
                        + "{\"client_id\":\"nobody\",\"status\":false}]");
        assertThat(reply.statusCode()).isEqualTo(204);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(reply.body()).isEmpty();
        assertThat(caller.get(Caller.SMS_CLIENTS).body())
                .isEqualTo("{\"clients\":[" + APP + ",{\"client_id\":\"new\"}]}");
    }

    @Test
    void enablingTwiceIsEnablingOnce() {
        String body = "[{\"client_id\":\"new\",\"status\":true}]";
        caller.patch(Caller.SMS_CLIENTS, body);
        caller.patch(Caller.SMS_CLIENTS, body);
        assertThat(caller.get(Caller.SMS_CLIENTS).body())
                .isEqualTo("{\"clients\":[" + WEB + "," + APP + ",{\"client_id\":\"new\"}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                          | 'Expected type array but found type object'
            []                                          | 'Array is too short (0), minimum 1'
            ["a"]                                       | 'Expected type object but found type string' on property [0]
            [{"client_id":"a"}]                         | 'Missing required property: status' on property [0]
            [{"client_id":"a","status":"true"}]         | 'Expected type boolean but found type string' on property [0].status
            [{"client_id":1,"status":true}]             | 'Expected type string but found type number' on property [0].client_id
            [{"client_id":"a","status":true,"name":"b"}]| 'Additional properties not allowed: name'
            """)
    void refusesABodyThatAuth0Refuses(String body, String problem) {
        HttpResponse<String> reply = caller.patch(Caller.SMS_CLIENTS, body);
        assertThat(member(reply, "message")).isEqualTo("\"Payload validation error: " + problem + ".\"");
        assertThat(reply.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesMoreThanFiftyChanges() {
        HttpResponse<String> reply = caller.patch(Caller.SMS_CLIENTS, changes(51, true));
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(member(reply, "message"))
                .isEqualTo("\"Payload validation error: 'Array is too long (51), maximum 50'.\"");
        assertThat(caller.get(Caller.SMS_CLIENTS).body()).isEqualTo("{\"clients\":[" + WEB + "," + APP + "]}");
    }

    @Test
    void missingConnectionIs404() {
        String path = "/api/v2/connections/con_nobody/clients";
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        assertThat(caller.patch(path, changes(1, true)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"?take=0", "?take=1001", "?page=1", "?from=nobody"})
    void refusesABadQuery(String query) {
        assertThat(caller.get(Caller.SMS_CLIENTS + query).statusCode()).isEqualTo(400);
    }
}
