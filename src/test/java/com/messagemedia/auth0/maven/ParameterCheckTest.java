package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.SettingsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which properties stop a goal before it does anything, and which are none of its business. */
class ParameterCheckTest extends CheckedBuildTest {

    private static final String UNKNOWN = ": no goal of this plugin has such a parameter. ";

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
}
