package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.export.StarterDescriptor;
import com.messagemedia.auth0.testing.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.junit.jupiter.api.Test;

/** The plugin in the POM and the pipeline, by parameter and by question. */
@MojoParameter(name = "domain", value = "acme.eu.auth0.com")
@MojoParameter(name = "from", value = "+61491570156")
@MojoParameter(name = "delivery", value = "gateway")
class StarterFilesTest extends GoalTest {

    static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.acme</groupId>
              <artifactId>login</artifactId>
              <version>1.2.3</version>
            </project>
            """;
    private static final StarterDescriptor STARTER =
            new StarterDescriptor("acme.eu.auth0.com", "gateway", "+61491570156", "sms");

    private final List<String> asked = new ArrayList<>();

    private Path path(String name) {
        return folder.resolve(name);
    }

    private String version() {
        return execution().getMojoDescriptor().getPluginDescriptor().getVersion();
    }

    private StarterFiles files() {
        GoalRun goal = new GoalRun(new GoalBuild(session(), execution(), folder, null), false, log());
        DescriptorSelection selection = new DescriptorSelection(goal, null, Optional.empty());
        DescriptorTarget target = new DescriptorTarget(selection, false);
        target.look(false, "", "");
        return new StarterFiles(goal, selection, target);
    }

    private Optional<Function<String, Optional<String>>> answers(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        return Optional.of(question -> {
            asked.add(question);
            return Optional.ofNullable(left.poll());
        });
    }

    private List<String> asking(String... answers) {
        StarterFiles files = files();
        files.choose(Optional.empty(), Optional.empty(), answers(answers));
        return files.write(STARTER);
    }

    private String pomQuestion() {
        return "Add the plugin to " + path("pom.xml")
                + "? Each build then checks the descriptor; none changes Auth0 [yes]: ";
    }

    private static final String CI =
            "Write a pipeline that plans each change and applies releases, for github, gitlab or jenkins; or none [%s]: ";

    @Test
    void asksForBothAndAnEmptyAnswerMeansYes() throws IOException {
        build().file("pom.xml", POM).file(".github/CODEOWNERS", "");
        assertThat(asking("", ""))
                .containsExactly(
                        "Wrote " + path(".github/workflows/sms-login.yml") + ", a pipeline for GitHub Actions.",
                        "  its first lines say which environments and secrets it needs;",
                        "Added the plugin to " + path("pom.xml") + ".");
        assertThat(asked).containsExactly(pomQuestion(), CI.formatted("github"));
        assertThat(path("pom.xml"))
                .content()
                .contains("        <version>" + version() + "</version>\n", "<goal>validate</goal>");
        assertThat(path(".github/workflows/sms-login.yml"))
                .hasSameTextualContentAs(Path.of("config-examples/ci/github-actions.yml"));
        assertThat(validation().environments()).containsExactly("prod");
        assertThat(validation().diagnostics()).isEmpty();
    }

    private Validation validation() {
        return new DescriptorSource(path("messagemedia-auth0.yaml"), new Variables(Map.of()), Deliveries.CHOICES)
                .validate(Optional.empty());
    }

    @Test
    void asksAgainUntilTheAnswerIsClearAndWritesNothingForNo() throws IOException {
        build().file("pom.xml", POM).file("Jenkinsfile", "mine");
        assertThat(asking("perhaps", "N", "travis", "None")).isEmpty();
        assertThat(asked)
                .containsExactly(
                        pomQuestion(),
                        "Write yes or no.\n" + pomQuestion(),
                        CI.formatted("jenkins"),
                        "Write github, gitlab, jenkins or none.\n" + CI.formatted("jenkins"));
        assertThat(path("pom.xml")).hasContent(POM);
        assertThat(names()).containsExactly("Jenkinsfile", "messagemedia-auth0.yaml", "pom.xml");
        assertThat(validation().environments()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void asksNothingWhereNothingIsFound() throws IOException {
        assertThat(asking()).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(names()).containsExactly("messagemedia-auth0.yaml");
    }

    @Test
    @InjectMojo(goal = "init")
    void writesTheDescriptorAloneWhereItCannotAskAndNobodySaidMore(InitMojo init) throws IOException {
        build().file("pom.xml", POM).file(".gitlab-ci.yml", "mine").file(".github/x", "");
        run(init);
        assertThat(names()).containsExactly(".github", ".gitlab-ci.yml", "messagemedia-auth0.yaml", "pom.xml");
        assertThat(path("pom.xml")).hasContent(POM);
        assertThat(logged())
                .contains("INFO   mvn messagemedia:plan shows what it would change.")
                .noneMatch(line -> line.contains("pom.xml"));
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "pom", value = "true")
    @MojoParameter(name = "ci", value = "GitLab")
    void writesWhatParametersSay(InitMojo init) {
        build().file("pom.xml", POM);
        session().getRequest().setGoals(List.of("com.messagemedia:messagemedia-maven-plugin:9:init"));
        run(init);
        assertThat(path(".gitlab-ci.yml")).hasSameTextualContentAs(Path.of("config-examples/ci/gitlab-ci.yml"));
        assertThat(logged())
                .containsExactly(
                        "INFO Wrote " + path(".gitlab-ci.yml") + ", a pipeline for GitLab CI.",
                        "INFO   its first lines say which environments and secrets it needs;",
                        "INFO Added the plugin to " + path("pom.xml") + ".",
                        "INFO Wrote " + path("messagemedia-auth0.yaml") + ". What to do next:",
                        "INFO   set the environment variables AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET,"
                                + " MESSAGEMEDIA_API_KEY, MESSAGEMEDIA_API_SECRET;",
                        // The POM makes the prefix known.
                        "INFO   mvn messagemedia:validate checks the file offline;",
                        "INFO   mvn messagemedia:plan -Dmessagemedia.environment=prod shows what it would change.");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "pom", value = "yes")
    void refusesAWordThatItDoesNotKnow(InitMojo init) throws IllegalAccessException {
        assertThat(failure(init))
                .isEqualTo("messagemedia.pom is \"yes\".\nUse one of true and false.\n"
                        + "Outcome: failed; no file was written.");
        MojoExtension.setVariableValueToObject(init, "pom", null);
        MojoExtension.setVariableValueToObject(init, "ci", "travis");
        assertThat(failure(init))
                .isEqualTo("messagemedia.ci is \"travis\".\nUse one of github, gitlab, jenkins and none.\n"
                        + "Outcome: failed; no file was written.");
        assertThat(path("messagemedia-auth0.yaml")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "pom", value = "true")
    void showsTheLinesWhereAChangeIsNotSafe(InitMojo init) {
        String pom = "<!DOCTYPE project>\n" + POM;
        build().file("pom.xml", pom);
        run(init);
        assertThat(path("pom.xml")).hasContent(pom);
        assertThat(logged())
                .startsWith(
                        "INFO The goal did not change " + path("pom.xml")
                                + ": it has a document type declaration. Add this to <build><plugins> yourself:",
                        "INFO   <plugin>",
                        "INFO     <groupId>com.messagemedia</groupId>");
    }

    @Test
    void asksNothingAboutAPluginThatAParentDeclares() {
        build().file("pom.xml", POM);
        project().getModel().getBuild().addPlugin(plugin("1.0.0"));
        assertThat(asking()).isEmpty();
        assertThat(asked).isEmpty();
    }

    private static Plugin plugin(String version) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("com.messagemedia");
        plugin.setArtifactId("messagemedia-maven-plugin");
        plugin.setVersion(version);
        return plugin;
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "pom", value = "true")
    void saysSoWhereThePluginIsDeclared(InitMojo init) {
        build().file("pom.xml", POM);
        project().getModel().getBuild().addPlugin(plugin("1.0.0"));
        run(init);
        assertThat(logged())
                .startsWith("INFO The plugin is declared already in " + path("pom.xml")
                        + " or in its parent: the goal did not change it.");
        assertThat(path("pom.xml")).hasContent(POM);
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "pom", value = "true")
    @MojoParameter(name = "ci", value = "jenkins")
    void aManagedVersionIsLeftOutAndAnotherDescriptorIsNamed(InitMojo init) throws IllegalAccessException {
        build().file("pom.xml", POM);
        MojoExtension.setVariableValueToObject(
                init, "file", path("config/sms.yaml").toFile());
        PluginManagement managed = new PluginManagement();
        managed.addPlugin(plugin("1.0.0"));
        project().getModel().getBuild().setPluginManagement(managed);
        run(init);
        assertThat(path("pom.xml"))
                .content()
                .contains("          <file>config/sms.yaml</file>")
                .doesNotContain(version());
        assertThat(path("Jenkinsfile")).hasSameTextualContentAs(Path.of("config-examples/ci/Jenkinsfile"));
        assertThat(logged()).contains("INFO   mvn messagemedia:validate checks the file offline;");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "pom", value = "true")
    @MojoParameter(name = "ci", value = "github")
    void afterAFaultInTheMiddleTheMessageNamesWhatWasWritten(InitMojo init) {
        // A file in the place of the folder that the pipeline needs.
        build().file("pom.xml", POM).file(".github", "mine");
        assertThat(failure(init))
                .isEqualTo("The pipeline " + path(".github/workflows/sms-login.yml")
                        + " could not be written (FileSystemException).\n"
                        + "Check that its folder exists, is writable and has free space.\n"
                        + "Outcome: failed; written: " + path("messagemedia-auth0.yaml")
                        + ". No other file changed.");
        assertThat(path("pom.xml")).hasContent(POM);
        assertThat(path(".github")).hasContent("mine");
    }

    @Test
    void aPomThatChangesWhileTheGoalAsksIsNotReplaced() throws IOException {
        build().file("pom.xml", POM);
        StarterFiles files = files();
        files.choose(Optional.of(StarterPom.Wanted.TRUE), Optional.empty(), Optional.empty());
        build().file("pom.xml", POM + "\n");
        assertThatThrownBy(() -> files.write(STARTER))
                .hasMessage("Another program changed the POM " + path("pom.xml")
                        + " while the goal ran. The goal did not change it.");
        assertThat(path("pom.xml")).hasContent(POM + "\n");
        assertThat(files.failed())
                .isEqualTo("Outcome: failed; written: " + path("messagemedia-auth0.yaml") + ". No other file changed.");
    }

    @Test
    void theEndOfTheInputWritesNothing() throws IOException {
        build().file("pom.xml", POM);
        assertThatThrownBy(() -> asking())
                .hasMessage("The input ended before messagemedia.pom was answered. No file was written.");
        assertThat(names()).containsExactly("pom.xml");
    }
}
