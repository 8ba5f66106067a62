package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of twelve tenants runs as it stands. */
class FleetExampleTest extends GoalTest {

    private static final List<String> NAMES = List.of(
            "test-acme-au",
            "test-acme-eu",
            "test-acme-us",
            "test-brio-au",
            "test-brio-eu",
            "test-brio-us",
            "prod-acme-au",
            "prod-acme-eu",
            "prod-acme-us",
            "prod-brio-au",
            "prod-brio-eu",
            "prod-brio-us");

    @BeforeEach
    void describe() throws IOException {
        build().descriptor(Files.readString(Path.of("config-examples/sandbox-fleet/messagemedia-auth0.yaml")));
    }

    private List<String> told() {
        return logged().stream().map(line -> line.replaceAll(" {2,}", " ")).toList();
    }

    @Test
    @MojoParameter(name = "environment", value = "all")
    void eachTenantHasAPlan(@InjectMojo(goal = "plan") PlanMojo plan) {
        run(plan);
        NAMES.forEach(name -> assertThat(told()).contains("INFO " + name + " sandbox/" + name + " 7 2 3 - pending"));
        assertThat(told())
                .contains(
                        "INFO test-acme-au, test-acme-eu, test-acme-us:",
                        "INFO prod-brio-au, prod-brio-eu, prod-brio-us:")
                .endsWith("INFO Outcome of 12 environments: 12 pending.");
        assertThat(EmbeddedSandboxes.running()).isZero();
    }

    @Test
    void oneIsAppliedAndTheOthersStay(
            @MojoParameter(name = "environment", value = "test-acme-au") @InjectMojo(goal = "apply") ApplyMojo apply,
            @MojoParameter(name = "environment", value = "test-*") @InjectMojo(goal = "verify") VerifyMojo verify) {
        run(apply);
        run(verify);
        assertThat(told()).endsWith("INFO Outcome of 6 environments: 1 nothing to do, 5 pending.");
    }
}
