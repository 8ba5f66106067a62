package com.messagemedia.auth0.javascript;

import com.messagemedia.auth0.javascript.ActionRun.Outcome;
import io.roastedroot.quickjs4j.core.Builtins;
import io.roastedroot.quickjs4j.core.Engine;
import io.roastedroot.quickjs4j.core.HostFunction;
import io.roastedroot.quickjs4j.core.ScriptCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import run.endive.wasm.WasmEngineException;

/**
 * Runs the code of an Auth0 Action in QuickJS, with what Auth0's runtime gives it: {@code event}, {@code api}, fetch,
 * timers, console. Each run has an engine of its own, so that nothing stays from one run to the next. Time inside is
 * virtual: a timer fires as soon as nothing else can happen, so that a time limit of eight seconds costs no waiting.
 */
public final class ActionRuntime {

    /** Auth0 stops an Action after 20 seconds (Auth0 documentation, "Actions limitations"). */
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String RUNTIME = "action-runtime.js";

    /** What the engine compiles is the runtime alone, the same in each run: an Action's code is data to it. */
    private static final ScriptCache COMPILED = new CompiledSources();

    private final ActionScript script;
    private final Fetch fetch;
    private final List<String> console = new ArrayList<>();
    private final List<Fetch.Request> requests = new ArrayList<>();
    private Optional<ActionRun> result = Optional.empty();

    private ActionRuntime(ActionScript script, Fetch fetch) {
        this.script = script;
        this.fetch = fetch;
    }

    /** Runs an Action once. An error of its code is a result; only a failure of the given fetch is thrown. */
    public static ActionRun run(ActionScript script, Fetch fetch) {
        return run(script, fetch, LIMIT);
    }

    /** The same with another limit on real time. It stops code that computes for ever. */
    static ActionRun run(ActionScript script, Fetch fetch, Duration limit) {
        FutureTask<ActionRun> run = new FutureTask<>(() -> new ActionRuntime(script, fetch).run());
        Thread thread = new Thread(run, "action");
        thread.setDaemon(true);
        thread.start();
        try {
            return run.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException unused) {
            return new ActionRun(
                    Outcome.THREW,
                    "The Action computed for longer than " + limit.toSeconds() + " s.",
                    List.of(),
                    List.of());
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
            return new ActionRun(Outcome.THREW, "The run was interrupted.", List.of(), List.of());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The JavaScript engine failed.", e.getCause());
        } finally {
            run.cancel(true);
        }
    }

    private ActionRun run() {
        try (Engine engine =
                Engine.builder().addBuiltins(host()).withCache(COMPILED).build()) {
            execute(engine, source());
            while (result.isEmpty()) {
                execute(engine, "tick();");
            }
            return result.get();
        } catch (WasmEngineException unused) {
            // A failure of the given fetch passes through the engine as it is. This is the code's own doing.
            return new ActionRun(
                    Outcome.THREW, "The Action used too much memory or called itself too often.", console, requests);
        }
    }

    private static void execute(Engine engine, String source) {
        int program = engine.compile(source);
        engine.exec(program);
        engine.free(program);
    }

    private static String source() {
        try (InputStream source = ActionRuntime.class.getResourceAsStream(RUNTIME)) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The functions that the runtime's JavaScript calls. The engine turns their arguments into JSON and back. */
    private Builtins host() {
        return Builtins.builder("host")
                .add(new HostFunction("script", List.of(), Map.class, arguments -> scriptMembers()))
                .add(new HostFunction(
                        "fetch", List.of(String.class, String.class, Map.class, String.class), Map.class, this::answer))
                .add(new HostFunction("log", List.of(String.class), Void.class, arguments -> log(arguments.get(0))))
                .add(new HostFunction(
                        "end",
                        List.of(String.class, String.class),
                        Void.class,
                        arguments -> end(arguments.get(0), arguments.get(1))))
                .build();
    }

    private Map<String, Object> scriptMembers() {
        return Map.of(
                "code", script.code(),
                "handler", script.handler(),
                "event", script.event(),
                "secrets", script.secrets(),
                "now", script.now().toEpochMilli(),
                "limit", LIMIT.toMillis());
    }

    private Map<String, Object> answer(List<Object> arguments) {
        Map<String, String> headers = new LinkedHashMap<>();
        ((Map<?, ?>) arguments.get(2)).forEach((name, value) -> headers.put((String) name, (String) value));
        Fetch.Request request = new Fetch.Request(
                (String) arguments.get(0), (String) arguments.get(1), headers, (String) arguments.get(3));
        requests.add(request);
        return answerMembers(fetch.fetch(request));
    }

    private static Map<String, Object> answerMembers(Fetch.Answer answer) {
        if (answer instanceof Fetch.Reply reply) {
            return Map.of(
                    "status", reply.status(),
                    "headers", reply.headers(),
                    "body", reply.body(),
                    "delay", reply.delay().toMillis(),
                    "bodyDelay", reply.bodyDelay().toMillis());
        }
        return answer instanceof Fetch.Failure failure ? Map.of("failure", failure.code()) : Map.of();
    }

    private Object log(Object line) {
        return console.add((String) line);
    }

    private Object end(Object outcome, Object reason) {
        ActionRun run = new ActionRun(Outcome.valueOf((String) outcome), (String) reason, console, requests);
        if (result.isEmpty()) {
            result = Optional.of(run);
        }
        return run;
    }
}
