package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.Packages;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;

/**
 * How deep a reader has to go from a goal to the wire: the methods of ours that are on the stack while a request waits for its
 * reply, the goal's first. They only ever go down to lower packages.
 */
class CallDepthTest extends RunningTenantTest {

    private static final int MOST = 12;
    private static final String ROOT = "com.messagemedia.auth0.";
    private static final List<String> CLIENT = List.of("retrofit2.", "okhttp3.");

    /** The stack of the goal at each request that is of interest, the goal's own method first. */
    private final List<List<StackTraceElement>> stacks = new CopyOnWriteArrayList<>();

    private volatile String method = "PATCH";

    @Override
    SandboxSettings settings() {
        return super.settings().withFilters(List.of(new Filter() {
            @Override
            public String description() {
                return "takes the stack of the goal, which waits for the reply";
            }

            @Override
            public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
                if (exchange.getRequestMethod().equals(method)
                        && exchange.getRequestURI().getPath().startsWith("/api/v2/connections")) {
                    Thread.getAllStackTraces().values().stream()
                            .map(CallDepthTest::ours)
                            .filter(stack -> !stack.isEmpty())
                            .forEach(stacks::add);
                }
                chain.doFilter(exchange);
            }
        }));
    }

    /** From the goal's method to the one that hands the request to the HTTP client; empty for a thread that runs no goal. */
    private static List<StackTraceElement> ours(StackTraceElement[] stack) {
        List<StackTraceElement> frames = new ArrayList<>(List.of(stack));
        Collections.reverse(frames);
        return frames.stream()
                .dropWhile(frame -> !isGoal(frame))
                .takeWhile(frame -> CLIENT.stream().noneMatch(frame.getClassName()::startsWith))
                .filter(frame -> frame.getClassName().startsWith(ROOT))
                // The class that Java makes of a lambda is nobody's to read; its body is a frame of its own.
                .filter(frame -> !frame.getClassName().contains("$$Lambda"))
                .toList();
    }

    private static boolean isGoal(StackTraceElement frame) {
        return frame.getMethodName().equals("execute") && frame.getClassName().endsWith("Mojo");
    }

    @Test
    @InjectMojo(goal = "apply")
    void applyWalksDownToTheWrite(ApplyMojo apply) {
        describe("");
        measure(apply);
    }

    /** CONTRIBUTING names every method between the goal and the HTTP client, in order. */
    @Test
    @InjectMojo(goal = "apply")
    void contributingShowsTheCallsOfApply(ApplyMojo apply) throws IOException {
        describe("");
        run(apply);
        assertThat(shown()).isEqualTo(calls(stacks.get(0)));
    }

    private static List<String> shown() throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        Matcher block = Pattern.compile("(?m)^    ApplyMojo\\.execute\\b.*\\R(?:    .*\\R)*")
                .matcher(page);
        assertThat(block.find()).as("the chain of calls in CONTRIBUTING.md").isTrue();
        return Pattern.compile("\\w+\\.\\w+")
                .matcher(block.group())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The methods as a reader looks for them: a lambda belongs to its method, and a nested class is named alone. */
    private static List<String> calls(List<StackTraceElement> stack) {
        List<String> calls = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            String method = frame.getMethodName().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
            String call = frame.getClassName().replaceFirst(".*[.$]", "") + "." + method;
            if (!calls.contains(call)) {
                calls.add(call);
            }
        }
        return calls;
    }

    @Test
    @InjectMojo(goal = "plan")
    void planWalksDownToTheRead(PlanMojo plan) {
        describe("");
        method = "GET";
        measure(plan);
    }

    @Test
    void rollbackWalksDownToTheWrite(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback) {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "a-long-enough-passphrase");
        describe("");
        run(apply);
        stacks.clear();
        measure(rollback);
    }

    private void measure(Mojo goal) {
        run(goal);
        assertThat(stacks).isNotEmpty().allSatisfy(stack -> {
            assertThat(stack).as("frames of ours").hasSizeLessThanOrEqualTo(MOST);
            assertThat(stack.get(0).getMethodName()).isEqualTo("execute");
            assertThat(levels(stack)).as(stack.toString()).isSortedAccordingTo(Collections.reverseOrder());
        });
    }

    private static List<Integer> levels(List<StackTraceElement> stack) {
        return stack.stream()
                .map(StackTraceElement::getClassName)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .map(name -> Packages.level(name).orElseThrow())
                .toList();
    }
}
