package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Goals that work on several environments in one run. */
class FleetGoalsTest extends FleetTest {

    @Test
    @MojoParameter(name = "environment", value = "all")
    void equalPlansAreShownOnceWithTheirEnvironments(@InjectMojo(goal = "plan") PlanMojo plan) throws IOException {
        describe(Map.of("prod-us", "    options: {disable_signup: true}\n"));
        run(plan);
        assertThat(told().subList(0, 3))
                .allMatch(line -> line.matches("INFO \\[[123]/3\\] .*"))
                .anyMatch(line -> line.endsWith("] dev (dev.example): 7 to add, 1 to change, 2 to remove, pending"))
                .anyMatch(line ->
                        line.endsWith("] prod-us (prod-us.example): 7 to add, 2 to change, 2 to remove, pending"));
        assertThat(told().subList(3, 13))
                .containsExactly(
                        "INFO ",
                        "INFO ENVIRONMENT TENANT ADD CHANGE REMOVE CONFLICT OUTCOME",
                        "INFO dev dev.example 7 1 2 - pending",
                        "INFO prod-eu prod-eu.example 7 1 2 - pending",
                        "INFO prod-us prod-us.example 7 2 2 - pending",
                        "INFO ",
                        "INFO dev, prod-eu:",
                        "INFO First adoption: the connection has no applied record of this owner yet.",
                        "INFO ~ from +15550100000 -> +61491570156 adopting a value that is not from this descriptor",
                        "INFO + gateway_authentication.audience (secret, 30 characters)");
        assertThat(told()).containsOnlyOnce("INFO prod-us:").endsWith("INFO Outcome of 3 environments: 3 pending.");
        assertThat(report())
                .containsSubsequence(
                        "\"environment\": \"dev\"", "\"environment\": \"prod-eu\"", "\"environment\": \"prod-us\"");
        tenants.values()
                .forEach(tenant -> assertThat(tenant.requests())
                        .extracting(RecordedRequest::method)
                        .doesNotContain("PATCH"));
    }

    @Test
    void faultsComeAtTheEndAndEachEnvironmentIsTold(
            @MojoParameter(name = "environment", value = "prod-eu") @InjectMojo(goal = "apply") ApplyMojo apply,
            @MojoParameter(name = "environment", value = "prod-*,dev") @InjectMojo(goal = "verify") VerifyMojo verify)
            throws IOException {
        run(apply);
        new Colleague(tenants.get("prod-eu")).sets("from", Value.of("+61491570110"));
        TenantWire.to(tenants.get("dev")).drops(TenantWire.ALL);
        assertThat(named(failure(verify))).isEqualTo("""
                2 of 3 environments failed: dev, prod-eu.
                dev: Getting a Management API token from dev.example failed: the connection closed before the \
                complete answer arrived.
                 Run the goal again.
                prod-eu: Auth0 differs from the descriptor: drift in from.
                 Write Auth0's value into the descriptor, or restore the descriptor's value with messagemedia:apply \
                -Dmessagemedia.environment=prod-eu -Dmessagemedia.onConflict=overwrite.
                Outcome of 3 environments: 1 nothing written, 1 different, 1 pending.""");
        assertThat(told())
                .contains(
                        "INFO dev dev.example nothing written",
                        "INFO prod-eu prod-eu.example - - - 1 different",
                        "INFO prod-us prod-us.example 7 1 2 - pending");
        assertThat(report())
                .contains("\"outcome\": \"nothing-written\"", "\"outcome\": \"different\"", "\"outcome\": \"pending\"");
    }

    @Test
    void nothingToDoIsOneLineForAll(
            @MojoParameter(name = "environment", value = "dev") @InjectMojo(goal = "apply") ApplyMojo dev,
            @MojoParameter(name = "environment", value = "prod-eu") @InjectMojo(goal = "apply") ApplyMojo eu,
            @MojoParameter(name = "environment", value = "prod-us") @InjectMojo(goal = "apply") ApplyMojo us,
            @MojoParameter(name = "environment", value = "all") @InjectMojo(goal = "verify") VerifyMojo verify) {
        run(dev);
        run(eu);
        run(us);
        int before = told().size();
        run(verify);
        assertThat(told().subList(before + 8, told().size()))
                .startsWith("INFO ", "INFO dev, prod-eu, prod-us:")
                .endsWith(
                        "INFO Outcome: in sync; Auth0 matches the descriptor.",
                        "INFO Outcome of 3 environments: 3 nothing to do.");
    }

    @Test
    void aFindingIsToldToThePipelineOnceWithItsEnvironments(
            @MojoParameter(name = "annotations", value = "gitlab")
                    @MojoParameter(name = "environment", value = "all")
                    @InjectMojo(goal = "verify")
                    VerifyMojo verify)
            throws IOException {
        run(verify);
        assertThat(Files.readString(folder.resolve("target/messagemedia/gl-code-quality-report.json")))
                .containsOnlyOnce(
                        "\"description\": \"dev, prod-eu, prod-us: provider is in the descriptor but not yet in Auth0.\"");
    }

    @Test
    @MojoParameter(name = "environment", value = "dev,prod-eu")
    @MojoParameter(name = "parallel", value = "0")
    void fewerThanOneAtATimeIsAFault(@InjectMojo(goal = "plan") PlanMojo plan) {
        assertThat(failure(plan)).startsWith("messagemedia.parallel is 0.\nUse a number from 1 on; 24 is the default.");
    }

    @Test
    void aTrialTakesOneEnvironment(
            @MojoParameter(name = "environment", value = "prod-*") @InjectMojo(goal = "try") TryMojo trial) {
        assertThat(failure(trial))
                .startsWith(
                        "messagemedia.environment is \"prod-*\", and this goal works on one environment at a time.\n"
                                + "Name one environment. The goals validate, plan, apply, verify, doctor and rollback take several.\n"
                                + "Outcome: failed; nothing was written to Auth0.");
        tenants.values().forEach(tenant -> assertThat(tenant.requests()).isEmpty());
    }
}
