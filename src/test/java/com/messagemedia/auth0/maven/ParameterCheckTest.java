package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.SettingsUtils;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parameters stop a goal before it does anything, and which are none of its business. */
class ParameterCheckTest {

    private static final String USER = " (on the command line or in .mvn/maven.config)";
    private static final String UNKNOWN = ": no goal of this plugin has such a parameter. ";

    @TempDir
    private Path folder;

    private Build build;

    @BeforeEach
    void startABuild() {
        build = new Build(folder);
    }

    // What stays legitimate.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "plan",
                "apply",
                "verify",
                "export",
                "init",
                "rollback",
                "doctor",
                "try",
                "sandbox",
                "package",
                "attach"
            })
    void everyParameterMayBeGivenToEveryGoalForOneCommandLineMayRunSeveral(String goal) {
        KnownParameters known = new KnownParameters(plugin());
        known.names().stream()
                .filter(name -> !List.of("dryRun", "failOnChanges").contains(name))
                .forEach(name -> build.property("messagemedia." + name, known.isBoolean(name) ? "true" : "1"));
        accepted(goal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maven.test.skip", "dryRun", "messagemediaplan", "com.acme.messagemedia.apiKey", "from"})
    void aPropertyOfSomebodyElseIsNone(String name) {
        build.property(name, "x");
        accepted("apply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messagemedia.version", "messagemedia.apiKey", "messagemedia.sender.name"})
    void aPropertyOfThePomOrOfSettingsOrOfTheMachineMayBeginLikeAParameter(String name) {
        build.project().getProperties().setProperty(name, "x");
        accepted("apply");
        settings(name, "x");
        accepted("apply");
        build.maven().getSystemProperties().setProperty(name, "x");
        accepted("apply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<properties><messagemedia.apiKey>none</messagemedia.apiKey></properties>",
                "<profiles><profile><id>p</id><properties><messagemedia.apiKey/></properties></profile></profiles>",
                "<profiles><profile><id>p</id><activation><property><name>!messagemedia.apiKey</name></property>"
                        + "</activation></profile></profiles>",
                "<build><plugins><plugin><artifactId>surefire</artifactId><configuration><argLine>"
                        + "-Dkey=${messagemedia.apiKey}</argLine></configuration></plugin></plugins></build>"
            })
    void aPropertyOfTheCommandLineThatThePomDeclaresOrUsesIsTheApplications(String inPom) {
        build.property("messagemedia.apiKey", "key-of-the-application");
        build.project().setOriginalModel(model(inPom));
        accepted("apply");
    }

    @Test
    void aParentsUseCountsAndAnotherModulesToo() {
        build.property("messagemedia.apiKey", "x").property("messagemedia.apiSecret", "y");
        MavenProject parent = new MavenProject(new Model());
        parent.setOriginalModel(model("<properties><messagemedia.apiKey>none</messagemedia.apiKey></properties>"));
        build.project().setParent(parent);
        build.module("other").setOriginalModel(model("<description>${messagemedia.apiSecret}</description>"));
        accepted("validate");
    }

    @Test
    void aPropertyThatSettingsDeclareOrUseIsLegitimateOnTheCommandLine() {
        settings("messagemedia.apiKey", "none");
        build.file(
                "settings.xml",
                "<settings><servers><server><id>${messagemedia.serverId}</id></server></servers>" + "</settings>");
        build.maven()
                .getRequest()
                .setUserSettingsFile(folder.resolve("settings.xml").toFile());
        build.property("messagemedia.apiKey", "x").property("messagemedia.serverId", "y");
        accepted("apply");
    }

    @Test
    void aPropertyThatADescriptorRefersToIsLegitimate() {
        build.property("messagemedia.number", "+61491570156").descriptor("from: ${messagemedia.number}\n");
        accepted("apply");
    }

    @Test
    void theDescriptorMayBeAnotherModulesWhereverItsPomSaysItIs() {
        build.property("messagemedia.number", "+61491570156").property("messagemedia.text", "x");
        build.file("a/messagemedia-auth0.yaml", "from: ${messagemedia.number}\n");
        build.file("b/src/sms.yaml", "template: ${messagemedia.text}\n");
        build.module("a");
        MavenProject second = build.module("b");
        second.getBuild().addPlugin(ours("<configuration><file>src/sms.yaml</file></configuration>"));
        accepted("validate");
    }

    @Test
    void oneSlipThatThePomRefersToIsAPropertyOfItsOwn() {
        build.project().getProperties().setProperty("messagemedia.form", "x");
        build.project().setOriginalModel(model("<description>${messagemedia.form}</description>"));
        accepted("apply");
    }

    @Test
    void anotherVersionOfThePluginInTheBuildMayHaveParametersThatThisOneLacks() {
        Plugin older = ours("");
        older.setVersion("0.9.0");
        build.module("older").getBuild().addPlugin(older);
        build.property("messagemedia.ofTheOtherVersion", "x");
        accepted("apply");
        build.property("messagemedia.dryrun", "true");
        assertThat(refused("rollback"))
                .isEqualTo("-Dmessagemedia.dryrun" + USER + UNKNOWN + "Did you mean messagemedia.dryRun?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "True", "false", "FALSE"})
    void aBooleanIsTrueOrFalseInAnyCapitals(String value) {
        build.property("messagemedia.skip", value);
        build.project().getProperties().setProperty("messagemedia.adopt", value);
        build.project().getBuild().addPlugin(ours("<configuration><dryRun>" + value + "</dryRun></configuration>"));
        accepted("apply");
    }

    @Test
    void aBooleanMayReferToAPropertyAndOneWithoutAValueLeavesTheDefault() {
        build.project().getProperties().setProperty("noSms", "true");
        build.project()
                .getBuild()
                .addPlugin(ours("<configuration><skip>${noSms}</skip><adopt>${messagemedia.adopt}</adopt>"
                        + "</configuration>"));
        accepted("apply");
    }

    @Test
    void parametersOfAnyGoalMayStandInTheConfigurationOfThePlugin() {
        build.project()
                .getBuild()
                .addPlugin(
                        ours("<configuration><annotations>none</annotations><dryRun>true</dryRun><detail>true</detail>"
                                + "<allowedHosts><host>login.acme.example</host></allowedHosts></configuration>"));
        accepted("apply");
    }

    @Test
    void anExecutionHasTheParametersOfItsGoalsAndOfThePlugin() {
        Plugin plugin = ours("<configuration><dryRun>true</dryRun></configuration>");
        plugin.addExecution(execution(
                "<planFile>p.json</planFile><annotations>none</annotations><dryRun>true</dryRun>", "validate", "plan"));
        build.project().getBuild().addPlugin(plugin);
        accepted("plan");
    }

    @Test
    void aParameterThatKeepsFromWritingMayStandOnALineWithTheGoalThatHasIt() {
        build.property("messagemedia.failOnChanges", "true");
        build.maven().getRequest().setGoals(List.of("messagemedia:validate", "messagemedia:plan@ci"));
        accepted("validate");
        build.maven().getRequest().setGoals(List.of("verify"));
        Plugin plugin = ours("");
        plugin.addExecution(execution("", "validate", "plan"));
        build.project().getBuild().addPlugin(plugin);
        accepted("validate");
    }

    @Test
    void aParameterThatKeepsFromWritingIsAcceptedWhereItIsFalseOrComesFromThePom() {
        build.property("messagemedia.dryRun", "false");
        build.project().getProperties().setProperty("messagemedia.failOnChanges", "true");
        accepted("apply");
    }

    // What is an error.

    @ParameterizedTest
    @CsvSource({
        "messagemedia.dryrun, messagemedia.dryRun",
        "messagemedia.failOnChange, messagemedia.failOnChanges",
        "messagemedia.planfile, messagemedia.planFile",
        "messagemedia.enviroment, messagemedia.environment",
        "messagemedia.approev, messagemedia.approve",
        "messagemedia.onConflicts, messagemedia.onConflict",
        "messagemedia.alowedHost, messagemedia.allowedHosts",
        "messagemedia.backup-directory, messagemedia.backupDirectory",
        "mesagemedia.environment, messagemedia.environment",
        "messagemedia_skip, messagemedia.skip",
        "messageMedia.dryRun, messagemedia.dryRun"
    })
    void aMisspeltParameterIsAnErrorWithTheOneThatWasMeant(String written, String meant) {
        build.property(written, "true");
        assertThat(refused("rollback")).isEqualTo("-D" + written + USER + UNKNOWN + "Did you mean " + meant + "?");
    }

    @Test
    void anUnknownParameterThatIsLikeNoOtherIsAnErrorAsWell() {
        build.property("messagemedia.apiKey", "secret-of-somebody");
        assertThat(refused("apply"))
                .isEqualTo("-Dmessagemedia.apiKey" + USER + UNKNOWN
                        + "If it is a property of your own, refer to it in the POM or in the descriptor; otherwise"
                        + " remove it.");
    }

    @Test
    void aReferenceThatIsEscapedOrStandsForALongerNameIsNoUse() {
        build.property("messagemedia.number", "x").descriptor("template: $${messagemedia.number}\n");
        build.project().setOriginalModel(model("<description>${messagemedia.number.long}</description>"));
        assertThat(refused("apply")).startsWith("-Dmessagemedia.number" + USER + UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "messagemedia.dryrun, messagemedia.dryRun",
        "messagemedia.enviroment, messagemedia.environment",
        "messagemedia.form, messagemedia.from"
    })
    void oneSlipIsAnErrorInThePomInSettingsAndInTheOptionsOfMaven(String written, String meant) {
        String problem = UNKNOWN + "Did you mean " + meant + "?";
        build.maven().getSystemProperties().setProperty(written, "x");
        assertThat(refused("apply")).isEqualTo(written + " in MAVEN_OPTS or .mvn/jvm.config" + problem);
        build.maven().getSystemProperties().remove(written);
        build.project().getProperties().setProperty(written, "x");
        build.project().setOriginalModel(model("<properties><" + written + ">x</" + written + "></properties>"));
        assertThat(refused("apply")).isEqualTo(written + " in the POM's properties" + problem);
        settings(written, "x");
        assertThat(refused("apply")).isEqualTo(written + " in a profile of settings.xml" + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "dryRun, apply, rollback, messagemedia:plan shows what an apply would change.",
        "dryRun, try, rollback, 'Leave it out here, or call that goal.'",
        "dryRun, validate, rollback, 'Leave it out here, or call that goal.'",
        "failOnChanges, apply, plan, 'Leave it out here, or call that goal.'",
        "failOnChanges, verify, plan, 'Leave it out here, or call that goal.'"
    })
    void aParameterThatKeepsFromWritingIsAnErrorForAGoalWithoutIt(
            String name, String goal, String owner, String advice) {
        build.property("messagemedia." + name, "true");
        assertThat(refused(goal))
                .isEqualTo("-Dmessagemedia." + name + USER + ": messagemedia:" + goal
                        + " has no such parameter and would ignore it; messagemedia:" + owner + " has it. " + advice);
    }

    @Test
    void aGoalThatWritesIsNotExcusedByAnotherOnTheSameLine() {
        build.property("messagemedia.dryRun", "true");
        build.maven().getRequest().setGoals(List.of("messagemedia:rollback", "messagemedia:apply"));
        assertThat(refused("apply")).contains("messagemedia:apply has no such parameter");
    }

    @ParameterizedTest
    @CsvSource({"yes, 'is \"yes\"'", "1, 'is \"1\"'", "'', is empty", "'true ', 'is \"true \"'", "on, 'is \"on\"'"})
    void aBooleanThatIsNeitherIsAnErrorWhereverItStands(String value, String told) {
        String problem = " " + told + ", but it must be true or false.";
        build.property("messagemedia.skip", value);
        assertThat(refused("apply")).isEqualTo("-Dmessagemedia.skip" + USER + problem);
        build.maven().getUserProperties().clear();
        build.project().getProperties().setProperty("messagemedia.adopt", value);
        assertThat(refused("apply")).isEqualTo("messagemedia.adopt in the POM's properties" + problem);
        build.project().getProperties().clear();
        build.maven().getSystemProperties().setProperty("messagemedia.adopt", value);
        assertThat(refused("apply")).isEqualTo("messagemedia.adopt in MAVEN_OPTS or .mvn/jvm.config" + problem);
    }

    @Test
    void aBooleanOfAnotherGoalIsAnErrorOnTheCommandLine() {
        build.property("messagemedia.dryRun", "yes");
        assertThat(refused("apply"))
                .isEqualTo("-Dmessagemedia.dryRun" + USER + " is \"yes\", but it must be true or false.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifact", "environment", "planFile", "approve", "onConflict"})
    void aParameterWithoutAValueIsAnError(String name) {
        build.property("messagemedia." + name, " ");
        assertThat(refused("apply"))
                .isEqualTo("-Dmessagemedia." + name + USER + " is empty. Give it a value, or leave it out.");
    }

    @Test
    void anElementOfTheConfigurationThatNoGoalReadsIsAnError() {
        build.project()
                .getBuild()
                .addPlugin(ours("<configuration><dryrun>true</dryrun><nonsense>1</nonsense><skip>yes</skip>"
                        + "<session>x</session></configuration>"));
        String where = "In the plugin's <configuration> of the POM, ";
        assertThat(refused("apply").lines())
                .containsExactly(
                        where + "<dryrun> is not a parameter of this plugin. Did you mean <dryRun>?",
                        where + "<nonsense> is not a parameter of this plugin. Remove it.",
                        where + "<skip> is \"yes\", but it must be true or false.",
                        where + "<session> is not a parameter of this plugin. Remove it.");
    }

    @Test
    void theConfigurationOfPluginManagementAndOfTheExecutionIsCheckedToo() {
        Plugin plugin = ours("");
        plugin.addExecution(execution("<dryRun>true</dryRun><enviroment>prod</enviroment><skip/>", "apply"));
        Model model = build.project().getModel();
        model.getBuild().setPluginManagement(new PluginManagement());
        model.getBuild().getPluginManagement().addPlugin(plugin);
        String where = "In the <configuration> of execution default-cli of the POM, ";
        assertThat(refused("apply").lines())
                .containsExactly(
                        where
                                + "<dryRun> is not a parameter of that execution's goals, only of"
                                + " messagemedia:rollback.",
                        where + "<enviroment> is not a parameter of this plugin. Did you mean <environment>?",
                        where + "<skip> is empty, but it must be true or false.");
    }

    @Test
    void allAreToldAtOnceWithTheCommandThatListsTheParameters() {
        build.property("messagemedia.dryrun", "true").property("messagemedia.skip", "yes");
        build.maven().getRequest().setGoals(List.of("messagemedia:rollback"));
        Fault fault = fault("rollback");
        assertThat(fault.problem().lines()).hasSize(2);
        assertThat(fault.remedy())
                .isEqualTo(
                        "The goal did nothing. mvn messagemedia:help -Ddetail -Dgoal=rollback lists its parameters.");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
    }

    @Test
    void aNameOrAValueCannotForgeALine() {
        build.property("messagemedia.x\nOutcome: applied", "true").property("messagemedia.skip", "y\nes");
        assertThat(refused("apply").lines())
                .containsExactly(
                        "-Dmessagemedia.skip" + USER + " is \"y\\u000Aes\", but it must be true or false.",
                        "-Dmessagemedia.x\\u000AOutcome: applied" + USER + UNKNOWN
                                + "If it is a property of your own, refer to it in the POM or in the descriptor;"
                                + " otherwise remove it.");
    }

    private void accepted(String goal) {
        assertThatCode(() -> check(goal).require()).as(goal).doesNotThrowAnyException();
    }

    private String refused(String goal) {
        return fault(goal).problem();
    }

    private Fault fault(String goal) {
        return catchThrowableOfType(Fault.class, () -> check(goal).require());
    }

    private ParameterCheck check(String goal) {
        MojoExecution execution = new MojoExecution(plugin().getMojo(goal), "default-cli", MojoExecution.Source.CLI);
        BuildDescriptors descriptors = new BuildDescriptors(build.maven(), folder);
        return new ParameterCheck(build.maven(), execution, () -> descriptors.all(Optional.empty()));
    }

    private PluginDescriptor plugin() {
        return build.execution().getMojoDescriptor().getPluginDescriptor();
    }

    private Plugin ours(String configuration) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(plugin().getGroupId());
        plugin.setArtifactId(plugin().getArtifactId());
        plugin.setVersion(plugin().getVersion());
        plugin.setConfiguration(configuration.isEmpty() ? null : dom(configuration));
        return plugin;
    }

    private static PluginExecution execution(String configuration, String... goals) {
        PluginExecution execution = new PluginExecution();
        execution.setId("default-cli");
        execution.setGoals(List.of(goals));
        execution.setConfiguration(dom("<configuration>" + configuration + "</configuration>"));
        return execution;
    }

    private void settings(String name, String value) {
        build.project().getProperties().setProperty(name, value);
        Profile profile = new Profile();
        profile.setId("of-settings");
        profile.setProperties(properties(Map.of(name, value)));
        build.maven().getRequest().addProfile(profile);
        build.maven().getSettings().addProfile(SettingsUtils.convertToSettingsProfile(profile));
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }

    private static Model model(String content) {
        try {
            return new MavenXpp3Reader()
                    .read(new StringReader("<project><modelVersion>4.0.0</modelVersion>" + content + "</project>"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Xpp3Dom dom(String text) {
        try {
            return Xpp3DomBuilder.build(new StringReader(text));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
