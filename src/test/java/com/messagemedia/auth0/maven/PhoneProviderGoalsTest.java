package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a newcomer sees who rehearses the phone provider with the example for the sandbox. */
class PhoneProviderGoalsTest extends GoalTest {

    @BeforeEach
    void takeTheExample() throws IOException {
        build().descriptor(Files.readString(Path.of("config-examples/sandbox-phone-provider/messagemedia-auth0.yaml")));
    }

    @Test
    @MojoParameter(name = "to", value = "+61491570006")
    @MojoParameter(name = "clientId", value = "sandboxWebClient0000000000000000")
    void theExampleSendsACodeThroughItsAction(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial) {
        run(apply);
        assertThat(logged())
                .contains(
                        "INFO Outcome: applied to sandbox, connection sms. Auth0's reply holds every value that was sent.")
                .noneMatch(line -> line.contains("gateway"));
        run(apply);
        assertThat(logged()).last().isEqualTo("INFO Outcome: nothing to do; nothing was written.");
        run(trial);
        int count = logged().size();
        assertThat(logged().subList(count - 4, count - 2))
                .containsExactly(
                        "INFO Auth0 says that the code for +61491570006 was sent.",
                        "INFO This does not prove delivery: Auth0 says so, whatever the Action does. No phone gets it."
                                + " The sandbox keeps it in its inbox until this goal ends, and the goal shows the inbox"
                                + " next.");
        assertThat(logged().get(count - 2))
                .matches("INFO Sandbox inbox: message to \\+61491570006 from \\+61491570156: [0-9]{6} is your code for"
                        + " Sandbox");
        assertThat(logged()).last().isEqualTo("INFO Outcome: sent; Auth0 did not change.");
    }
}
