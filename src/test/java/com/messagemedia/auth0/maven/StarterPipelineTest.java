package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the pipeline goes, and that it replaces nothing. */
@MojoParameter(name = "domain", value = "acme.eu.auth0.com")
@MojoParameter(name = "from", value = "+61491570156")
@MojoParameter(name = "delivery", value = "gateway")
class StarterPipelineTest extends GoalTest {

    private Path path(String name) {
        return folder.resolve(name);
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "pom", value = "true")
    @MojoParameter(name = "ci", value = "github")
    void withoutAPomThePipelineAndTheNextCommandNameThePluginInFull(InitMojo init) throws IOException {
        String full = "com.messagemedia:messagemedia-maven-plugin:"
                + execution().getMojoDescriptor().getPluginDescriptor().getVersion() + ":";
        session().getRequest().setGoals(List.of(full + execution().getGoal()));
        run(init);
        assertThat(path(".github/workflows/sms-login.yml"))
                .content()
                .contains("mvn -B -ntp " + full + "plan -Dmessagemedia.environment=prod")
                .doesNotContain("-ntp messagemedia:", "cache: maven");
        assertThat(logged())
                .contains(
                        "INFO There is no pom.xml in " + folder + ", and the plugin needs none.",
                        "INFO   without a pom.xml, call each goal as below; mvn messagemedia:GOAL works anywhere once"
                                + " settings.xml has the plugin group com.messagemedia;",
                        "INFO   mvn " + full + "validate checks the file offline;");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "ci", value = "jenkins")
    void anotherDescriptorIsNamedInThePipelineWhereThePomDoesNot(InitMojo init) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(
                init, "file", path("config/sms.yaml").toFile());
        run(init);
        assertThat(path("Jenkinsfile")).content().contains(":validate -Dmessagemedia.file=config/sms.yaml'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gitlab | .gitlab-ci.yml | sms-login.gitlab-ci.yml | GitLab CI"
                        + " | add this line to .gitlab-ci.yml: include: [{local: sms-login.gitlab-ci.yml}];",
                "jenkins | Jenkinsfile | Jenkinsfile.sms-login | Jenkins"
                        + " | create a multibranch pipeline in Jenkins whose script path is Jenkinsfile.sms-login;"
            })
    void aPipelineThatIsThereStaysAndTheNewOneStandsBesideIt(
            String ci, String usual, String beside, String title, String hint, @InjectMojo(goal = "init") InitMojo init)
            throws IllegalAccessException {
        build().file("pom.xml", StarterFilesTest.POM).file(usual, "mine");
        MojoExtension.setVariableValueToObject(init, "ci", ci);
        MojoExtension.setVariableValueToObject(init, "pom", "true");
        run(init);
        assertThat(path(usual)).hasContent("mine");
        assertThat(path(beside)).exists();
        assertThat(logged())
                .startsWith(
                        "INFO Wrote " + path(beside) + ", a pipeline for " + title + ".",
                        "INFO   " + path(usual) + " exists and was not changed:",
                        "INFO   " + hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "jenkins"})
    void nothingIsReplacedWhereAllPlacesAreTaken(String ci, @InjectMojo(goal = "init") InitMojo init)
            throws IllegalAccessException {
        build().file(".github/workflows/sms-login.yml", "mine")
                .file("Jenkinsfile", "mine")
                .file("Jenkinsfile.sms-login", "mine");
        MojoExtension.setVariableValueToObject(init, "ci", ci);
        run(init);
        assertThat(path(".github/workflows/sms-login.yml")).hasContent("mine");
        assertThat(path("Jenkinsfile.sms-login")).hasContent("mine");
        assertThat(logged())
                .first()
                .isEqualTo(
                        ci.equals("github")
                                ? "INFO No pipeline was written: " + path(".github/workflows/sms-login.yml")
                                        + " exists already. The goal did not change it."
                                : "INFO No pipeline was written: " + path("Jenkinsfile") + " and "
                                        + path("Jenkinsfile.sms-login")
                                        + " exist already. The goal did not change them.");
    }

    @Test
    void aProjectBelowTheTopOfItsRepositoryGetsItsPipelineAtTheTop() throws IOException {
        Path top = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectories(top.resolve(".git"));
        Files.createDirectories(top.resolve(".github"));
        StarterPipeline pipeline = StarterPipeline.of(Files.createDirectories(top.resolve("sms/login")));
        var system = pipeline.chosen(Optional.empty(), Optional.of(question -> Optional.of("")))
                .orElseThrow();
        assertThat(pipeline.write(pipeline.draft(system).orElseThrow(), "text"))
                .containsExactly(
                        "Wrote " + top.resolve(".github/workflows/sms-login.yml") + ", a pipeline for GitHub Actions.",
                        "  its first lines say which environments and secrets it needs;",
                        "  it runs at the top of the repository: add -f sms/login to its mvn commands, and sms/login/ to"
                                + " the paths of its files;");
    }
}
