package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

/** An error of Java itself leaves no goal as such: a reader sees one message, and Maven prints no trace of it. */
class ErrorsInGoalsTest extends GoalTest {

    /** A log that fails as soon as a goal says something: every goal does. */
    private static Log failing(Supplier<Error> error) {
        return (Log) Proxy.newProxyInstance(
                Log.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType().equals(boolean.class)) {
                        return true;
                    }
                    throw error.get();
                });
    }

    private List<String> message(Mojo mojo, Supplier<Error> error) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, "basedir", folder.toFile());
        mojo.setLog(failing(error));
        MojoExecutionException failure = catchThrowableOfType(MojoExecutionException.class, mojo::execute);
        assertThat(failure).hasNoCause();
        assertThat(Stream.of(failure.getSuppressed())).isEmpty();
        return failure.getMessage()
                .lines()
                .filter(line -> !line.startsWith("  at com.messagemedia.auth0."))
                .toList();
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "domain", value = "sandbox")
    @MojoParameter(name = "from", value = "+61491570156")
    void anEndlessRecursionIsOneMessage(InitMojo init) throws IllegalAccessException {
        assertThat(message(init, () -> endless(0)))
                .containsExactly(
                        "The plugin failed with StackOverflowError, which is a fault of the plugin.",
                        "Please report it with these lines; the plan goal shows what Auth0 holds.",
                        "Outcome: failed; the descriptor was written.");
    }

    /** A recursion that is deeper than any stack. */
    private static Error endless(int depth) {
        return depth < 0 ? new AssertionError("the stack has no end") : endless(depth + 1);
    }

    @Test
    @InjectMojo(goal = "validate")
    void aFullMemoryIsOneMessage(ValidateMojo validate) throws Exception {
        Path file = folder.resolve("messagemedia-auth0.yaml");
        Files.writeString(file, "version: 1\ntenant: {domain: sandbox}\nenabledClients: [a]\n");
        assertThat(message(validate, () -> new OutOfMemoryError("hunter2 is what was read")))
                .containsExactly(
                        "The plugin failed with OutOfMemoryError, which is a fault of the plugin.",
                        "Please report it with these lines; the plan goal shows what Auth0 holds.",
                        "Outcome: failed; nothing was written to Auth0.");
    }
}
