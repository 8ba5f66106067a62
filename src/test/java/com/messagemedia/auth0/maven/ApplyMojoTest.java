package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Colleague;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

class ApplyMojoTest extends GoalTest {

    private static final String NOTHING = "INFO Outcome: nothing to do; nothing was written.";

    @Test
    @InjectMojo(goal = "apply")
    void appliesToTheEmbeddedSandboxOnceAndRemembersIt(ApplyMojo apply) {
        build().descriptor(SANDBOX);
        run(apply);
        assertThat(logged())
                .endsWith("INFO Outcome: applied to sandbox, connection sms. Auth0's reply holds every value that was"
                        + " sent.");
        run(apply);
        assertThat(logged())
                .endsWith("INFO Plan: nothing to do. Options and applied record match the descriptor.", NOTHING);
    }

    @Test
    @InjectMojo(goal = "apply")
    void changesARunningTenantInOnePatchAndThenNotAtAll(ApplyMojo apply) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(PlanMojoTest.at(sandbox));
            run(apply);
            assertThat(sandbox.requests()).map(request -> request.method()).containsExactly("POST", "GET", "PATCH");
            assertThat(option(sandbox, OptionPaths.FROM)).isEqualTo(Value.of("+61491570156"));
            run(apply);
            assertThat(sandbox.requests())
                    .map(request -> request.method())
                    .filteredOn("PATCH"::equals)
                    .hasSize(1);
            assertThat(logged()).endsWith(NOTHING);
        }
    }

    @Test
    @InjectMojo(goal = "apply")
    void driftStopsItWithTheWaysOut(ApplyMojo apply) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(PlanMojoTest.at(sandbox));
            run(apply);
            edit(sandbox, "from", "+15550109999");
            assertThat(failure(apply))
                    .isEqualTo("The plan has 1 conflict: from. Nothing was written.\n"
                            + "The plan above explains each conflict and the ways to settle it.\n"
                            + "Outcome: refused; Auth0 did not change.");
            assertThat(logged())
                    .contains("INFO   ! from  live +15550109999, descriptor +61491570156")
                    .contains("INFO     - to leave Auth0's value, add \"onConflict: {from: keep}\", or"
                            + " -Dmessagemedia.onConflict=keep for all.");
            assertThat(option(sandbox, OptionPaths.FROM)).isEqualTo(Value.of("+15550109999"));
        }
    }

    @Test
    void onConflictOverwriteLetsTheDescriptorWin(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "apply") @MojoParameter(name = "onConflict", value = "Overwrite") ApplyMojo overwrite) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(PlanMojoTest.at(sandbox));
            run(apply);
            edit(sandbox, "from", "+15550109999");
            run(overwrite);
            assertThat(option(sandbox, OptionPaths.FROM)).isEqualTo(Value.of("+61491570156"));
            run(overwrite);
            assertThat(logged()).endsWith(NOTHING);
        }
    }

    @Test
    void onConflictKeepLeavesWhatAuth0Holds(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "apply") @MojoParameter(name = "onConflict", value = "keep") ApplyMojo keep) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(PlanMojoTest.at(sandbox));
            run(apply);
            edit(sandbox, "from", "+15550109999");
            run(keep);
            assertThat(logged()).endsWith(NOTHING);
            assertThat(option(sandbox, OptionPaths.FROM)).isEqualTo(Value.of("+15550109999"));
        }
    }

    @Test
    void savedPlanIsAppliedWhileNothingMovedAndRefusedAfterwards(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") @MojoParameter(name = "planFile", value = "target/messagemedia/plan.json")
                    ApplyMojo apply) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(PlanMojoTest.at(sandbox));
            run(plan);
            edit(sandbox, "name", "renamed by a colleague");
            assertThat(failure(apply))
                    .isEqualTo("The approved plan no longer fits: Auth0 holds something else now at name. Nothing was"
                            + " written.\nRun messagemedia:plan again, and have the new plan approved.\n"
                            + "Outcome: refused; Auth0 did not change.");
            run(plan);
            run(apply);
            assertThat(option(sandbox, OptionPaths.PROVIDER)).isEqualTo(Value.of("sms_gateway"));
            int requests = sandbox.requests().size();
            run(apply);
            assertThat(logged())
                    .contains("INFO The approved plan is already applied: Auth0 holds exactly its result.")
                    .endsWith("INFO Outcome: nothing to do; nothing was written.");
            assertThat(sandbox.requests().stream().skip(requests).map(RecordedRequest::method))
                    .containsExactly("POST", "GET");
        }
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "planFile", value = "nowhere.json")
    void planFileThatIsNotThereIsNamed(ApplyMojo apply) {
        build().descriptor(SANDBOX);
        assertThat(failure(apply))
                .isEqualTo("There is no plan file " + folder.resolve("nowhere.json") + ".\n"
                        + "Run messagemedia:plan first, or name the file it wrote.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    void protectedEnvironmentWantsItsNameAndTheAdoption(
            @InjectMojo(goal = "apply") @MojoParameter(name = "environment", value = "prod") ApplyMojo nobody,
            @InjectMojo(goal = "apply")
                    @MojoParameter(name = "environment", value = "prod")
                    @MojoParameter(name = "adopt", value = "true")
                    ApplyMojo adopting,
            @InjectMojo(goal = "apply")
                    @MojoParameter(name = "environment", value = "prod")
                    @MojoParameter(name = "adopt", value = "true")
                    @MojoParameter(name = "approve", value = "prod")
                    ApplyMojo approved) {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "rehearsal-passphrase-0001");
        build().descriptor(SANDBOX + "environments:\n  prod: {protected: true}\n");
        assertThat(failure(nobody)).contains("is protected, and this apply would adopt the connection");
        assertThat(failure(adopting))
                .isEqualTo("Environment prod is protected, and nobody approved the change. Nothing was written.\n"
                        + "Read the plan. If it is correct, add -Dmessagemedia.approve=prod.\n"
                        + "Outcome: refused; Auth0 did not change. Environment: prod.");
        run(approved);
        assertThat(logged())
                .last()
                .asString()
                .startsWith("INFO Outcome: applied to sandbox, connection sms, environment prod.");
    }

    @Test
    @InjectMojo(goal = "apply")
    void stateFileStandsBesideTheDescriptor(ApplyMojo apply) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            build().descriptor(PlanMojoTest.at(sandbox) + "state: file\n");
            run(apply);
            assertThat(folder.resolve("messagemedia-auth0.yaml.applied.json")).exists();
            assertThat(sandbox.tenant().connection("sms").members()).doesNotContainKey("metadata");
            run(apply);
            assertThat(logged()).endsWith(NOTHING);
        }
    }

    private static Value option(Sandbox sandbox, FieldPath path) {
        Tree options = (Tree) sandbox.tenant().connection("sms").members().get("options");
        return new Options(options).get(path).orElseThrow();
    }

    private static void edit(Sandbox sandbox, String option, String value) {
        new Colleague(sandbox).sets(option, Value.of(value));
    }
}
