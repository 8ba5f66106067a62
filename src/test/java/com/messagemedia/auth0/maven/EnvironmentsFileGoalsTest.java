package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;

/** The goals with environments in a file of their own. */
class EnvironmentsFileGoalsTest extends GoalTest {

    private static final String DESCRIPTOR =
            SANDBOX.replace("sandbox", "sandbox/${messagemedia.environment}") + "environmentsFile: tenants.yaml\n";

    private void describe(String list) {
        build().descriptor(DESCRIPTOR).file("tenants.yaml", list);
    }

    private List<String> told() {
        return logged().stream().map(line -> line.replaceAll(" {2,}", " ")).toList();
    }

    @Test
    @InjectMojo(goal = "validate")
    void eachFaultIsToldToGitHubAtItsFileAndLine(ValidateMojo validate) {
        describe("dev:\n  options: {totp: {length: six}}\n");
        build().environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_WORKSPACE", folder.resolveSibling("").toString())
                .descriptor(DESCRIPTOR.replace("from:", "form:"));
        String at = "::error file=" + folder.getFileName();
        assertThat(printedBy(() -> assertThat(failure(validate))
                                .startsWith("messagemedia-auth0.yaml and tenants.yaml have "))
                        .lines())
                .contains(
                        at + "/messagemedia-auth0.yaml,line=7,col=3,title=SMS login%3A descriptor::messageMedia.form is"
                                + " not a known key. Did you mean from?",
                        at + "/tenants.yaml,line=2,col=28,title=SMS login%3A descriptor::environments.dev.options.totp"
                                + ".length must be a whole number. How many digits the code has, 4 to 40.");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "annotations", value = "gitlab")
    void gitLabIsToldOfAFileThatIsEmpty(ValidateMojo validate) throws IOException {
        describe("# no tenant yet\n");
        assertThat(failure(validate)).isEqualTo("""
                tenants.yaml has 1 error.

                tenants.yaml: is empty
                  Write each environment by its name, such as prod-eu: {tenant: {domain: acme-eu.eu.auth0.com}}.

                Outcome: failed; nothing was written to Auth0.""");
        assertThat(Files.readString(folder.resolve("target/messagemedia/gl-code-quality-report.json")))
                .contains("\"path\": \"tenants.yaml\"", "\"begin\": 1");
    }

    @Test
    @InjectMojo(goal = "validate")
    void whatIsNotSetIsToldWithItsFile(ValidateMojo validate) {
        describe("dev: {owner: \"${owner.of.dev}\"}\nprod:\n");
        run(validate);
        assertThat(logged())
                .containsExactly(
                        "INFO Not set here, so not checked: ${owner.of.dev} (line 1 of tenants.yaml)",
                        "INFO The descriptor is valid. Environments: dev, prod.");
    }

    @Test
    @MojoParameter(name = "environment", value = "all")
    @InjectMojo(goal = "plan")
    void aPlanIsForAllOfThem(PlanMojo plan) throws IOException {
        describe("""
                dev:
                  options: {template: "${messagemedia.template}"}
                prod:
                  protected: true
                """);
        build().property("messagemedia.template", "Code @@password@@");
        run(plan);
        assertThat(told())
                .anyMatch(line -> line.startsWith("INFO dev sandbox/dev "))
                .anyMatch(line -> line.startsWith("INFO prod sandbox/prod "))
                .anyMatch(line -> line.contains("from ${messagemedia.template}, line 2 of tenants.yaml"));
        assertThat(Files.readString(folder.resolve("target/messagemedia/plan.json")))
                .contains("\"line\": 2,\n", "\"file\": \"tenants.yaml\"");
    }

    @Test
    @MojoParameter(name = "environment", value = "dev")
    void anApplyAndItsSavedPlanTakeOneOfThem(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "verify") VerifyMojo verify) {
        describe("dev: {options: {template: \"${env.TEMPLATE}\"}}\nprod: {protected: true}\n");
        build().environment("TEMPLATE", "Code @@password@@");
        run(plan);
        run(apply);
        run(verify);
        assertThat(told()).last().asString().contains("in sync");
    }

    @Test
    @InjectMojo(goal = "package")
    void aPackageIsOneFile(PackageMojo mojo) {
        build().project()
                .setArtifact(new DefaultArtifact(
                        "com.acme", "login", "1.2.3", null, "yaml", null, new DefaultArtifactHandler("yaml")));
        describe("dev:\nprod:\n");
        assertThat(failure(mojo)).isEqualTo("""
                messagemedia-auth0.yaml has 1 error.

                messagemedia-auth0.yaml:8:19: environmentsFile names a file beside the descriptor, which is not published with it
                  8 | environmentsFile: tenants.yaml
                    |                   ^^^^^^^^^^^^
                  Write the environments into the descriptor.

                Outcome: failed; nothing was written to Auth0.""");
    }
}
