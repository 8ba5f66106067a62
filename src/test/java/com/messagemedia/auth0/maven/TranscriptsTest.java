package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** What the README and the pages for newcomers show of a run is what the goals print. Only marks and the tenant's name differ. */
final class TranscriptsTest extends GoalTest {

    private static final String KEYS = """
            version: 1
            tenant:
              domain: sandbox
            # Credentials come from the environment.
            messageMedia:
              apiKey: ${env.MESSAGEMEDIA_API_KEY}
              apiSecret: ${env.MESSAGEMEDIA_API_SECRET}
              from: "+61491570156"
            """;

    @Test
    @MojoParameter(name = "to", value = "+61491570006")
    @MojoParameter(name = "clientId", value = "sandboxWebClient0000000000000000")
    void pagesShowWhatTheGoalsPrint(
            @InjectMojo(goal = "doctor") DoctorMojo doctor,
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "try") TryMojo trial)
            throws IOException {
        example("sandbox-phone-provider");
        run(doctor);
        run(apply);
        run(trial);
        example("sandbox");
        run(apply);
        rotatesTheKey(apply, plan);
        assertThat(shown("README.md")).hasSizeGreaterThan(6).isSubsetOf(printed());
        assertThat(shown("docs/QUICK_START.md")).hasSizeGreaterThan(30).isSubsetOf(printed());
        assertThat(shown("docs/RECIPES.md")).hasSizeGreaterThan(2).isSubsetOf(printed());
    }

    @Test
    @MojoParameter(name = "to", value = "+61491570006")
    @MojoParameter(name = "direct", value = "true")
    void messageThatLeavesAuth0OutIsProof(@InjectMojo(goal = "try") TryMojo trial) throws IOException {
        example("sandbox-phone-provider");
        run(trial);
        assertThat(printed()).contains("MessageMedia delivered the message for +61491570006.");
        assertThat(Files.readString(Path.of("docs/QUICK_START.md")))
                .contains("[INFO] MessageMedia delivered the message for +61491570006.");
    }

    private void rotatesTheKey(ApplyMojo apply, PlanMojo plan) throws IOException {
        Files.delete(folder.resolve("target/messagemedia/sandbox.json"));
        build().descriptor(KEYS)
                .environment("MESSAGEMEDIA_API_KEY", "SandboxApiKey0000000")
                .environment("MESSAGEMEDIA_API_SECRET", "SandboxApiSecret00000000000000");
        run(apply);
        build().environment("MESSAGEMEDIA_API_KEY", "AnotherKey0000000000")
                .environment("MESSAGEMEDIA_API_SECRET", "AnotherSecret00000000000000000");
        run(plan);
    }

    private void example(String name) throws IOException {
        Files.deleteIfExists(folder.resolve("target/messagemedia/sandbox.json"));
        build().descriptor(Files.readString(Path.of("config-examples", name, "messagemedia-auth0.yaml")));
    }

    private Set<String> printed() {
        return logged().stream()
                .map(line -> comparable(line.replaceFirst("^[A-Z]+ ", "")))
                .collect(Collectors.toSet());
    }

    private static List<String> shown(String page) throws IOException {
        return Files.readAllLines(Path.of(page)).stream()
                .map(String::strip)
                .filter(line -> line.matches("\\[(INFO|WARNING|ERROR)] .*"))
                .filter(line -> !line.contains("delivered the message"))
                .map(line -> comparable(line.replaceFirst("^\\[[A-Z]+] ", "")))
                .toList();
    }

    private static String comparable(String line) {
        return line.replaceAll("#[0-9a-f]{4}", "#mark")
                .replaceAll("con_[A-Za-z0-9]+", "con_")
                .replaceAll("^(acme.eu.auth0.com|sandbox), connection", "TENANT, connection")
                .replaceAll("applied to (acme.eu.auth0.com|sandbox),", "applied to TENANT,");
    }
}
