package com.messagemedia.auth0.messagemedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.AccountAnswer;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.CredentialCheck;
import com.messagemedia.auth0.messagemedia.MessageMediaClient.CredentialCheck.Verdict;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of MessageMedia's answers. */
class MessageMediaClientTest {

    private static final String NOT_FOUND = "{'message':'Resource not found.'}";
    private static final String NO_SENDERS = "{'data':[]}";
    private static final HttpSettings HTTP =
            new HttpSettings("messagemedia-maven-plugin/1.0.0", Duration.ofSeconds(5), Optional.empty(), List.of());

    private static MessageMediaClient client(URI base, String secret) {
        return MessageMediaClient.open(base, new Secret(SandboxCredentials.API_KEY), new Secret(secret), HTTP);
    }

    @Test
    void theSandboxTellsRightFromWrong() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());
                MessageMediaClient right = client(sandbox.address().url(), SandboxCredentials.API_SECRET);
                MessageMediaClient wrong = client(sandbox.address().url(), "another")) {
            AccountAnswer answer = right.ask();
            assertThat(answer.check()).isEqualTo(new CredentialCheck(Verdict.ACCEPTED, "MessageMedia accepts them"));
            assertThat(answer.complete()).isTrue();
            assertThat(answer.senders().orElseThrow())
                    .contains(new SenderAddress("61491570158", "EXPIRED", "2026-01-01", List.of("AU")))
                    .hasSize(4);
            assertThat(wrong.ask())
                    .isEqualTo(new AccountAnswer(
                            new CredentialCheck(Verdict.REFUSED, "MessageMedia answered 401"),
                            Optional.empty(),
                            false));
            assertThat(sandbox.inbox()).isEmpty();
            assertThat(sandbox.requests()).allMatch(request -> request.method().equals("GET"));
        }
    }

    @Test
    void oneRunAsksOnceAboutEachAccount() {
        AskedAccounts asked = new AskedAccounts();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());
                MessageMediaClient first = client(sandbox.address().url(), SandboxCredentials.API_SECRET);
                MessageMediaClient second = client(sandbox.address().url(), SandboxCredentials.API_SECRET);
                MessageMediaClient other = client(sandbox.address().url(), "another")) {
            AccountAnswer answer = asked.ask(first);
            int requests = sandbox.requests().size();
            assertThat(asked.ask(second)).isSameAs(answer);
            assertThat(sandbox.requests()).hasSize(requests);
            assertThat(asked.ask(other).check().verdict()).isEqualTo(Verdict.REFUSED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {'message':'Resource not found.'} | ACCEPTED | MessageMedia accepts them",
                "404 | {'message':'no Route matched'} | INCONCLUSIVE | 404 with a JSON object",
                "404 | {} | INCONCLUSIVE | 404 with a JSON object",
                "404 | [] | INCONCLUSIVE | 404 with JSON that is not an object",
                "404 | <html>not here</html> | INCONCLUSIVE | 404 with text/html",
                "401 | {'message':'Invalid authentication credentials'} | REFUSED | MessageMedia answered 401",
                "401 | {'message':'Unauthorized'} | REFUSED | MessageMedia answered 401",
                "401 | <html>Log in to the proxy</html> | INCONCLUSIVE | 401 with text/html",
                "401 | {} | INCONCLUSIVE | 401 with a JSON object",
                "403 | {'message':'Invalid authentication credentials'} | REFUSED | MessageMedia answered 403",
                "403 | {'message':'Forbidden'} | INCONCLUSIVE | 403 with a JSON object",
                "400 | {'message':'x'} | INCONCLUSIVE | 400 with a JSON object",
                "429 | '' | INCONCLUSIVE | 429 without a body",
                "302 | {} | INCONCLUSIVE | 302 with a JSON object",
                "503 | {} | INCONCLUSIVE | 503 with a JSON object",
                "200 | <html>Welcome</html> | INCONCLUSIVE | 200 with text/html",
                "200 | {'message':'Resource not found.'} | INCONCLUSIVE | 200 with a JSON object",
                "200 | {'status':'delivered'} | INCONCLUSIVE | 200 with a JSON object"
            })
    void onlyTheDocumentedAnswerIsAYes(int status, String body, Verdict verdict, String found) {
        assertAnswer(status, body, 200, NO_SENDERS, verdict, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'data':[]} | ACCEPTED | MessageMedia accepts them",
                "200 | {'data':[{'sender_address':'AcmeLogin'}]} | ACCEPTED | MessageMedia accepts them",
                "200 | {'data':[{'sender':'AcmeLogin'}]} | INCONCLUSIVE | 200 with a JSON object",
                "200 | {'data':['AcmeLogin']} | INCONCLUSIVE | 200 with a JSON object",
                "200 | {'data':{}} | INCONCLUSIVE | 200 with a JSON object",
                "200 | {} | INCONCLUSIVE | 200 with a JSON object",
                "200 | <html>Welcome</html> | INCONCLUSIVE | 200 with text/html",
                "206 | {'data':[]} | INCONCLUSIVE | 206 with a JSON object",
                "302 | '' | INCONCLUSIVE | 302 without a body",
                "401 | {'message':'Unauthorized'} | INCONCLUSIVE | 401 with a JSON object",
                "403 | {'message':'Forbidden'} | INCONCLUSIVE | 403 with a JSON object",
                "404 | {'message':'Resource not found.'} | INCONCLUSIVE | 404 with a JSON object",
                "500 | '' | INCONCLUSIVE | 500 without a body"
            })
    void withoutTheListOfSendersTheFirstAnswerIsNoYes(int status, String body, Verdict verdict, String found) {
        assertAnswer(404, NOT_FOUND, status, body, verdict, found);
    }

    private static void assertAnswer(
            int status, String body, int sendersStatus, String senders, Verdict verdict, String found) {
        try (ScriptedServer server = new ScriptedServer()
                        .then(status, body.replace('\'', '"'), type(body))
                        .then(sendersStatus, senders.replace('\'', '"'), type(senders));
                MessageMediaClient client = client(URI.create(server.address() + "/"), "secret")) {
            CredentialCheck check = client.ask().check();
            assertThat(check.verdict()).isEqualTo(verdict);
            assertThat(check.reason()).contains(found);
        }
    }

    private static Map<String, String> type(String body) {
        return Map.of("Content-Type", body.startsWith("<") ? "text/html; charset=utf-8" : "application/json");
    }

    @Test
    void itIsSaidWhatCameInPlaceOfTheSenders() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(404, "{\"message\":\"Resource not found.\"}")
                        .then(403, "{\"message\":\"Forbidden\"}");
                MessageMediaClient client = client(URI.create(server.address() + "/"), "secret")) {
            assertThat(client.ask())
                    .isEqualTo(new AccountAnswer(
                            new CredentialCheck(
                                    Verdict.INCONCLUSIVE,
                                    "MessageMedia gave the expected answer about a message, but not about the account's"
                                            + " senders: it answered 403 with a JSON object"),
                            Optional.empty(),
                            true));
        }
    }

    @Test
    void nobodyThereIsInconclusive() {
        ScriptedServer server = new ScriptedServer();
        URI base = URI.create(server.address() + "/");
        server.close();
        try (MessageMediaClient client = client(base, "secret")) {
            assertThat(client.ask().check())
                    .isEqualTo(new CredentialCheck(Verdict.INCONCLUSIVE, "127.0.0.1 cannot be reached"));
            assertThat(client.senders("61491570156")).isEmpty();
        }
    }

    @Test
    void ofALongListOnePageIsReadAndThenTheSenderAskedFor() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(404, NOT_FOUND.replace('\'', '"'))
                        .then(
                                200,
                                "{\"data\":[{\"sender_address\":\"AcmeLogin\"}],\"pagination\":{\"next_token\":\"more\"}}")
                        .then(200, "{\"data\":[]}");
                MessageMediaClient client = client(URI.create(server.address() + "/"), "secret")) {
            AccountAnswer answer = client.ask();
            assertThat(answer.complete()).isFalse();
            assertThat(answer.senders().orElseThrow()).hasSize(1);
            client.senders("61491570156");
            assertThat(server.lines())
                    .hasSize(3)
                    .endsWith(
                            "GET /v1/messaging/numbers/sender_address/addresses?page_size=100",
                            "GET /v1/messaging/numbers/sender_address/addresses?page_size=100&sender_address=61491570156");
        }
    }

    @Test
    void aSenderIsTheSameWhateverItsSpelling() {
        SenderAddress number = new SenderAddress("61491570156", "APPROVED", "", List.of());
        assertThat(number.is("+61491570156")).isTrue();
        assertThat(number.is("+61491570157")).isFalse();
        SenderAddress name = new SenderAddress("AcmeLogin", "", "", List.of());
        assertThat(name.is("ACMElogin")).isTrue();
        assertThat(name.is("")).isFalse();
        assertThat(new SenderAddress("Acme61", "", "", List.of()).is("+61")).isFalse();
    }
}
