package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** The page of an embedded sandbox ends with its goal, so the goals say how to open it again: once, before the outcome. */
final class WhereToLookTest extends GoalTest {

    @Test
    @MojoParameter(name = "to", value = "+61491570006")
    @MojoParameter(name = "clientId", value = "sandboxWebClient0000000000000000")
    void isSaidOnceInABuildBeforeTheOutcome(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "try") TryMojo trial) {
        build().descriptor(SANDBOX);
        run(plan);
        assertThat(looks()).isEmpty();
        run(apply);
        List<String> all = logged();
        assertThat(all.get(all.size() - 2)).isEqualTo(looks().get(0));
        assertThat(all.get(all.size() - 1)).startsWith("INFO Outcome: applied to sandbox");
        run(trial);
        run(apply);
        assertThat(looks()).hasSize(1);
        assertThat(looks().get(0))
                .startsWith("INFO To look at this sandbox tenant in a browser, run mvn ")
                .contains("messagemedia:sandbox -Dmessagemedia.sandboxFile="
                        + folder.resolve("target/messagemedia/sandbox.json") + " and open http://127.0.0.1:8642/.");
    }

    private List<String> looks() {
        return logged().stream().filter(line -> line.contains("in a browser")).toList();
    }

    @Test
    void commandNamesThePomThatMavenWouldNotFind() {
        GoalCommand command = new GoalCommand(List.of("messagemedia:apply"), "apply", Optional.empty());
        assertThat(command.toLookAt(
                        Path.of("/my work/state.json"), "/prod-eu/", Optional.of(Path.of("/my work/login"))))
                .isEqualTo(
                        "To look at this sandbox tenant in a browser, run mvn -f \"/my work/login\" messagemedia:sandbox"
                                + " \"-Dmessagemedia.sandboxFile=/my work/state.json\" and open http://127.0.0.1:8642/prod-eu/.");
        assertThat(command.toLookAt(Path.of("/state.json"), "/", Optional.empty()))
                .isEqualTo("To look at this sandbox tenant in a browser, run mvn messagemedia:sandbox"
                        + " -Dmessagemedia.sandboxFile=/state.json and open http://127.0.0.1:8642/.");
    }
}
