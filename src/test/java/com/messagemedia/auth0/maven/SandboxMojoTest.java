package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** The goal in its own thread's time; src/it runs it for real. */
class SandboxMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "sandbox")
    @MojoParameter(name = "port", value = "0")
    @MojoParameter(name = "sandboxFile", value = "out/tenant.json")
    void runsUntilItIsStoppedAndNeedsNoDescriptor(SandboxMojo sandbox) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(
                sandbox, "sandboxFile", folder.resolve("out/tenant.json").toFile());
        Thread.currentThread().interrupt();
        run(sandbox);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(logged()).hasSize(4);
        assertThat(logged().get(0))
                .matches("INFO Sandbox tenant: http://127\\.0\\.0\\.1:[0-9]+ \\(write it as tenant\\.domain; its"
                        + " credentials are published, docs/SANDBOX\\.md\\)");
        assertThat(logged().get(3)).isEqualTo("INFO Stopped.");
        assertThat(folder.resolve("out/tenant.json")).isRegularFile();
    }

    @Test
    @InjectMojo(goal = "sandbox")
    void aPortThatIsTakenIsSaidToBe(SandboxMojo mojo) throws IllegalAccessException {
        try (Sandbox first = Sandbox.start(SandboxSettings.inMemory())) {
            int port = first.address().url().getPort();
            MojoExtension.setVariableValueToObject(mojo, "port", port);
            assertThat(failure(mojo))
                    .isEqualTo("The sandbox cannot listen on port " + port + " of 127.0.0.1.\n"
                            + "Stop the program that uses the port, choose another one, or choose 0 for a free one.\n"
                            + "Outcome: failed; nothing was written to Auth0.");
        }
    }

    @Test
    @InjectMojo(goal = "sandbox")
    @MojoParameter(name = "skip", value = "true")
    void canBeSkipped(SandboxMojo sandbox) {
        run(sandbox);
        assertThat(logged()).containsExactly("INFO Skipped: messagemedia.skip is true.");
    }
}
