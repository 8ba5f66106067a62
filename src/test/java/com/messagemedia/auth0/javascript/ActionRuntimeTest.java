package com.messagemedia.auth0.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.javascript.ActionRun.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an Action finds in the runtime, and what its caller learns about the run. */
class ActionRuntimeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Fetch NO_NETWORK = request -> new Fetch.Failure("ENETUNREACH");

    private static ActionRun run(String body, Fetch fetch) {
        return ActionRuntime.run(script("exports.onSend = async (event, api) => {\n" + body + "\n};"), fetch);
    }

    private static ActionScript script(String code) {
        return new ActionScript(code, "onSend", "{\"to\":\"+61\"}", Map.of("KEY", "k1"), NOW);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of("", Outcome.DONE, ""),
                Arguments.of("api.notification.drop('bad number')", Outcome.DROPPED, "bad number"),
                Arguments.of("api.notification.retry('busy')", Outcome.RETRY, "busy"),
                Arguments.of("api.notification.drop('a'); api.notification.retry('b')", Outcome.RETRY, "b"),
                Arguments.of("await null; api.notification.drop('x'.repeat(2000))", Outcome.DROPPED, "x".repeat(1024)),
                Arguments.of("api.notification.drop('a'); throw new RangeError('b')", Outcome.THREW, "RangeError: b"),
                Arguments.of("await null; throw 'text'", Outcome.THREW, "Thrown: text"),
                Arguments.of("missing()", Outcome.THREW, "ReferenceError: missing is not defined"),
                Arguments.of(
                        "require('axios')",
                        Outcome.THREW,
                        "Error: Cannot find module 'axios': this runtime has neither npm packages nor Node's own modules"),
                Arguments.of("await new Promise(() => {})", Outcome.THREW, "The Action ran longer than 20 s."),
                Arguments.of(
                        "await new Promise((go) => setTimeout(go, 19999)); api.notification.drop('in time')",
                        Outcome.DROPPED,
                        "in time"),
                Arguments.of(
                        "await new Promise((go) => setTimeout(go, 20001))",
                        Outcome.THREW,
                        "The Action ran longer than 20 s."));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void tellsHowARunEnded(String body, Outcome outcome, String reason) {
        ActionRun run = run(body, NO_NETWORK);
        assertThat(run.outcome()).isEqualTo(outcome);
        assertThat(run.reason()).isEqualTo(reason);
    }

    @Test
    void codeThatDoesNotParseOrLacksTheFunctionIsAnOutcome() {
        assertThat(ActionRuntime.run(script("exports.onSend = async (event => {"), NO_NETWORK))
                .returns(Outcome.THREW, ActionRun::outcome)
                .satisfies(run -> assertThat(run.reason()).startsWith("SyntaxError: "));
        assertThat(ActionRuntime.run(script("// a stub"), NO_NETWORK))
                .returns(Outcome.THREW, ActionRun::outcome)
                .returns("TypeError: the code exports no function onSend", ActionRun::reason);
    }

    @Test
    void codeThatComputesForEverIsStopped() {
        ActionRun run =
                ActionRuntime.run(script("exports.onSend = () => { for (;;) {} };"), NO_NETWORK, Duration.ofSeconds(2));
        assertThat(run.outcome()).isEqualTo(Outcome.THREW);
        assertThat(run.reason()).isEqualTo("The Action computed for longer than 2 s.");
    }

    /** The engine's stack ends before the code can catch anything. */
    @Test
    void codeThatCallsItselfForEverIsAnOutcome() {
        ActionRun run = run("console.log('begun'); const again = () => again() + 1; again();", NO_NETWORK);
        assertThat(run.outcome()).isEqualTo(Outcome.THREW);
        assertThat(run.reason()).isEqualTo("The Action used too much memory or called itself too often.");
        assertThat(run.console()).containsExactly("begun");
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("event.to + event.secrets.KEY", "+61k1"),
                Arguments.of("btoa('key:secret')", "a2V5OnNlY3JldA=="),
                Arguments.of("atob('a2V5OnNlY3JldA==')", "key:secret"),
                Arguments.of("Buffer.from('é:ü😀').toString('base64')", "w6k6w7zwn5iA"),
                Arguments.of("Buffer.from('w6k6w7zwn5iA', 'base64').toString()", "é:ü😀"),
                Arguments.of(
                        "Buffer.from('6869', 'hex').toString('utf8') + Buffer.from('hi').toString('hex')", "hi6869"),
                Arguments.of("new Date().toISOString() + Date.now()", "2026-03-01T12:00:00.000Z1772366400000"),
                Arguments.of("new Date(0).toISOString()", "1970-01-01T00:00:00.000Z"),
                Arguments.of("String(new URLSearchParams({To: '+61 4', Body: 'a&é'}))", "To=%2B61+4&Body=a%26%C3%A9"),
                Arguments.of("crypto.randomUUID().length", "36"),
                Arguments.of("({a: [1, null]})", "{\"a\":[1,null]}"),
                Arguments.of("new TypeError('t'), undefined, 1", "TypeError: t undefined 1"),
                Arguments.of("globalThis.kept = 'now'", "now"),
                Arguments.of("typeof globalThis.kept", "undefined"),
                Arguments.of("(await api.cache.get('a')) === undefined", "true"),
                Arguments.of("api.cache.set('a', 'b').type + api.cache.get('a').value", "successb"));
    }

    /** The one with {@code kept} would see the run before it, if anything stayed from one run to the next. */
    @ParameterizedTest
    @MethodSource("expressions")
    void hasWhatAuth0GivesAnAction(String expression, String line) {
        assertThat(run("console.log(" + expression + ");", NO_NETWORK))
                .returns("", ActionRun::reason)
                .satisfies(run -> assertThat(run.console()).containsExactly(line));
    }

    @Test
    void timersFireInTheOrderOfTheirTime() {
        ActionRun run = run("""
                const wait = (ms) => new Promise((go) => setTimeout(go, ms));
                setTimeout(() => console.log('3000'), 3000);
                clearTimeout(setTimeout(() => console.log('never'), 5));
                setImmediate(() => console.log('soon'));
                Promise.resolve().then(() => console.log('first'));
                await wait(1000);
                console.log(new Date().getSeconds());
                await wait(2500);
                """, NO_NETWORK);
        assertThat(run.console()).containsExactly("first", "soon", "1", "3000");
    }

    @Test
    void fetchSendsTheRequestAndReadsTheAnswer() {
        ActionRun run = run("""
                const response = await fetch('https://api.example/x', {
                  method: 'post', headers: {Authorization: 'Basic é', 'X-A': 1}, body: JSON.stringify({text: 'é😀'}),
                });
                console.log(response.status, response.ok, response.headers.get('Content-Type'), await response.json());
                """, request -> Fetch.Reply.json(202, "{\"é\":1}"));
        assertThat(run.console()).containsExactly("202 true application/json {\"é\":1}");
        assertThat(run.requests())
                .containsExactly(new Fetch.Request(
                        "POST",
                        "https://api.example/x",
                        Map.of("authorization", "Basic é", "x-a", "1", "content-type", "text/plain;charset=UTF-8"),
                        "{\"text\":\"é😀\"}"));
        assertThat(run.requests().get(0)).hasToString("POST https://api.example/x");
    }

    static Stream<Arguments> networks() {
        String controller =
                "const c = new AbortController(); setTimeout(() => c.abort(), 8000); const signal = c.signal;";
        String timeout = "const signal = AbortSignal.timeout(8000);";
        return Stream.of(
                Arguments.of(controller, new Fetch.Silence(), "AbortError undefined 8000"),
                Arguments.of(timeout, new Fetch.Silence(), "TimeoutError undefined 8000"),
                Arguments.of(controller, slow(9, 0), "AbortError undefined 8000"),
                Arguments.of(controller, slow(5, 4), "AbortError undefined 8000"),
                Arguments.of(controller, slow(3, 4), "read text 7000"),
                Arguments.of("let signal;", slow(3, 14), "read text 17000"),
                Arguments.of(controller, new Fetch.Failure("ENOTFOUND"), "TypeError ENOTFOUND 0"),
                Arguments.of(
                        "const c = new AbortController(); c.abort(); const { signal } = c;",
                        slow(0, 0),
                        "AbortError undefined 0"));
    }

    private static Fetch.Reply slow(int headers, int body) {
        return new Fetch.Reply(200, Map.of(), "text", Duration.ofSeconds(headers), Duration.ofSeconds(body));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void slowAndFailingServersTakeNoRealTime(String signal, Fetch.Answer answer, String line) {
        ActionRun run = run(signal + """
                const begin = Date.now();
                try {
                  const response = await fetch('https://api.example/', { signal });
                  console.log('read', await response.text(), Date.now() - begin);
                } catch (error) {
                  console.log(error.name, error.cause && error.cause.code, Date.now() - begin);
                }
                """, request -> answer);
        assertThat(run.console()).containsExactly(line);
    }

    static Stream<Arguments> redirects() {
        return Stream.of(
                Arguments.of("manual", "/b", "302 https://a.example/", "POST https://a.example/"),
                Arguments.of("error", "/b", "TypeError", "POST https://a.example/"),
                Arguments.of("follow", "/b", "200 https://a.example/b", "GET https://a.example/b"),
                Arguments.of("follow", "https://b.example/c", "200 https://b.example/c", "GET https://b.example/c"));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void redirectsAreFollowedAsTheCodeWants(String mode, String location, String line, String lastRequest) {
        ActionRun run = run(
                """
                try {
                  const options = { method: 'POST', redirect: '%s', headers: { authorization: 'x' } };
                  const response = await fetch('https://a.example/', options);
                  console.log(response.status, response.url);
                } catch (error) {
                  console.log(error.name);
                }
                """.formatted(mode),
                request -> request.url().equals("https://a.example/")
                        ? Fetch.Reply.of(302, Map.of("location", location), "")
                        : Fetch.Reply.of(200, Map.of(), ""));
        Fetch.Request last = run.requests().get(run.requests().size() - 1);
        assertThat(run.console()).containsExactly(line);
        assertThat(last).hasToString(lastRequest);
        assertThat(last.headers().containsKey("authorization")).isEqualTo(!location.startsWith("https://b"));
    }

    /** A fault of the sandbox is no fault of the Action. */
    @Test
    void failureOfTheGivenFetchIsThrown() {
        assertThatThrownBy(() -> run("await fetch('https://a.example/')", request -> {
                    throw new IllegalArgumentException("a fault of the test");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The JavaScript engine failed.")
                .hasRootCauseMessage("a fault of the test");
    }

    @Test
    void scriptShowsNoSecret() {
        assertThat(script("")).hasToString("run of onSend with the secrets [KEY]");
    }
}
