package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Colleague;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;

/**
 * Each goal has its page, and what the page shows of a run is what the goal prints at the sandbox. Only the folder, the time and
 * the marks of secrets are other ones in each run.
 */
class GoalPagesTest extends RunningTenantTest {

    private static final String TEMPLATE = "options:\n  template: \"Your verification code is: @@password@@\"\n";
    private static final String ARTIFACT = "messagemedia-auth0";

    private final Transcript transcript = Transcript.of(this);

    @Test
    void eachGoalHasAPage() {
        assertThat(build().execution().getMojoDescriptor().getPluginDescriptor().getMojos())
                .hasSizeGreaterThan(12)
                .map(mojo -> mojo.getGoal())
                .allSatisfy(goal -> assertThat(Path.of("docs", goal.toUpperCase(Locale.ROOT) + ".md"))
                        .content()
                        .contains("mvn messagemedia:" + goal)
                        .contains(goal.equals("sandbox") ? "[INFO] Sandbox tenant: " : "<!-- transcript of a test: "));
    }

    @Test
    @InjectMojo(goal = "validate")
    void validate(ValidateMojo validate) throws IOException {
        describe("");
        shows("VALIDATE.md", "valid", ran(validate));
        build().descriptor(
                        descriptor().replace("from: ", "form: ").replace("sandbox-client-id", "${env.AUTH0_CLIENT_ID"));
        shows("VALIDATE.md", "faults", failed(validate));
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "domain", value = "acme.eu.auth0.com")
    @MojoParameter(name = "delivery", value = "phoneProvider")
    @MojoParameter(name = "from", value = "+61491570156")
    void init(InitMojo init) throws IOException {
        shows("INIT.md", "init", ran(init));
        shows("INIT.md", "again", failed(init));
    }

    @Test
    @InjectMojo(goal = "apply")
    void apply(ApplyMojo apply) throws IOException {
        describe(TEMPLATE);
        shows("APPLY.md", "first", ran(apply));
        shows("APPLY.md", "again", ran(apply));
        colleagueEdits();
        shows("APPLY.md", "conflict", failed(apply));
    }

    @Test
    void verify(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "verify") VerifyMojo verify)
            throws IOException {
        describe(TEMPLATE);
        run(apply);
        colleagueEdits();
        shows("VERIFY.md", "drift", failed(verify));
    }

    @Test
    void rollback(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "a-passphrase-for-the-backup");
        describe(TEMPLATE);
        run(apply);
        colleagueEdits();
        shows("ROLLBACK.md", "rollback", ran(rollback));
    }

    @Test
    void packageAndAttach(
            @InjectMojo(goal = "package") PackageMojo packaging,
            @InjectMojo(goal = "attach") @MojoParameter(name = "classifier", value = ARTIFACT) AttachMojo attach)
            throws IOException {
        build().descriptor(SANDBOX);
        project(ARTIFACT);
        shows("PACKAGE.md", "package", ran(packaging));
        build().descriptor(SANDBOX + "options:\n  template: \"@@password@@ ${project.name}\"\n");
        shows("PACKAGE.md", "refusal", failed(packaging));
        build().descriptor(SANDBOX);
        project("jar");
        shows("ATTACH.md", "attach", ran(attach));
    }

    @Test
    void doctor(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor)
            throws IOException {
        describe("");
        run(apply);
        colleagueSets("gateway_authentication.secret_base64_encoded", Value.of(true));
        shows("DOCTOR.md", "doctor", failed(doctor));
    }

    @Test
    @MojoParameter(name = "to", value = "+61491570006")
    @MojoParameter(name = "clientId", value = "sandboxWebClient0000000000000000")
    void tryIt(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "try") TryMojo trial)
            throws IOException {
        describe("");
        run(apply);
        shows("TRY.md", "try", ran(trial));
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "domain", value = "sandbox")
    void export(ExportMojo export) throws IOException {
        shows("EXPORT.md", "export", ran(export));
    }

    @Test
    @InjectMojo(goal = "plan")
    void plan(PlanMojo plan) throws IOException {
        describe("");
        shows("PLAN.md", "plan", ran(plan));
    }

    @Test
    @InjectMojo(goal = "help")
    @MojoParameter(name = "goal", value = "plan")
    void help(Mojo help) throws Exception {
        help.execute();
        shows("HELP.md", "help", transcript.since(0));
    }

    private void project(String type) {
        build().project()
                .setArtifact(new DefaultArtifact(
                        "com.acme", "login", "1.2.3", null, type, null, new DefaultArtifactHandler("yaml")));
    }

    private void colleagueEdits() {
        colleagueSets("template", Value.of("Edited by a colleague: @@password@@"));
    }

    private void colleagueSets(String option, Value value) {
        new Colleague(sandbox).sets(option, value);
    }

    private List<String> ran(Mojo mojo) {
        return transcript.ran(mojo);
    }

    private List<String> failed(Mojo mojo) {
        return transcript.failed(mojo);
    }

    private void shows(String page, String name, List<String> lines) throws IOException {
        transcript.shows(page, name, lines);
    }
}
