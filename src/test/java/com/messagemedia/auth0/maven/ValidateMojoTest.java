package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateMojoTest extends GoalTest {

    private static final String ENVIRONMENTS = """
            version: 1
            tenant:
              server: auth0
            messageMedia:
              apiKey: ${env.MESSAGEMEDIA_API_KEY}
              apiSecret: ${env.MESSAGEMEDIA_API_SECRET}
              from: "+61491570156"
            environments:
              dev: {tenant: {domain: acme-dev.eu.auth0.com}}
              prod: {tenant: {domain: acme.eu.auth0.com}}
            """;

    @Test
    @InjectMojo(goal = "validate")
    void goodDescriptorIsOneSentence(ValidateMojo validate) {
        build().descriptor(SANDBOX);
        run(validate);
        assertThat(logged()).containsExactly("INFO The descriptor is valid.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void needsNoSecretAndSaysWhatItDidNotSee(ValidateMojo validate) {
        build().descriptor(ENVIRONMENTS);
        run(validate);
        assertThat(logged())
                .containsExactly(
                        "INFO Not set here, so not checked: server auth0 of settings.xml (line 3),"
                                + " ${env.MESSAGEMEDIA_API_KEY} (line 5), ${env.MESSAGEMEDIA_API_SECRET} (line 6)",
                        "INFO The descriptor is valid. Environments: dev, prod.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void eachFaultAndWarningIsToldToGitHubAtItsLine(ValidateMojo validate) {
        build().environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_WORKSPACE", folder.resolveSibling("").toString())
                .descriptor(SANDBOX.replace("from:", "form:") + "options: {brand_new_option: \"@@password@@\"}\n");
        String at = " file=" + folder.getFileName() + "/messagemedia-auth0.yaml,line=";
        assertThat(printedBy(() -> failure(validate)).lines())
                .contains("::error" + at
                        + "7,col=3,title=SMS login%3A descriptor::messageMedia.form is not a known key. Did"
                        + " you mean from?")
                .anyMatch(
                        line -> line.startsWith("::warning" + at + "8,col=11,title=SMS login%3A descriptor::options."));
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "annotations", value = "gitlab")
    void gitLabGetsAReportOfAllFaultsAndAnEmptyOneWhereThereAreNone(ValidateMojo validate) throws IOException {
        Path report = folder.resolve("target/messagemedia/gl-code-quality-report.json");
        build().descriptor(SANDBOX.replace("from:", "form:"));
        assertThat(printedBy(() -> failure(validate))).isEmpty();
        assertThat(Files.readString(report))
                .contains(
                        "\"description\": \"messageMedia.form is not a known key. Did you mean from?\"",
                        "\"check_name\": \"messagemedia-descriptor\"",
                        "\"severity\": \"major\"",
                        "\"begin\": 7");
        build().descriptor(SANDBOX);
        run(validate);
        assertThat(report).hasContent("[]");
    }

    @Test
    @InjectMojo(goal = "validate")
    void badDescriptorFailsWithEveryErrorAtOnce(ValidateMojo validate) {
        build().descriptor(SANDBOX.replace("domain", "domian").replace("\"+61491570156\"", "0412 345 678"));
        assertThat(failure(validate))
                .startsWith("messagemedia-auth0.yaml has ")
                .contains("\nmessagemedia-auth0.yaml:3:3: tenant.domian ")
                .contains("\n  3 |   domian: sandbox\n    |   ^^^^^^\n")
                .contains("\nmessagemedia-auth0.yaml:7:9: messageMedia.from ")
                .contains("\n  7 |   from: 0412 345 678\n    |         ^^^^^^^^^^^^\n");
        assertThat(logged()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "validate")
    void literalSecretIsRefusedAndNotShown(ValidateMojo validate) {
        build().descriptor(SANDBOX.replace("SandboxApiKey0000000", "environment-secret-0001"));
        assertThat(failure(validate))
                .startsWith("messagemedia-auth0.yaml has 1 error.")
                .contains("messageMedia.apiKey");
    }

    @Test
    @InjectMojo(goal = "validate")
    void warningIsLoggedAndFailsNothing(ValidateMojo validate) {
        build().descriptor(SANDBOX + "options:\n  brand_new_option: \"Your code is @@password@@\"\n");
        run(validate);
        assertThat(logged())
                .anyMatch(
                        line -> line.startsWith("WARN messagemedia-auth0.yaml:9:3: warning: options.brand_new_option "))
                .endsWith("INFO The descriptor is valid.");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "environment", value = "stage")
    void unknownEnvironmentIsAnError(ValidateMojo validate) {
        build().descriptor(ENVIRONMENTS);
        assertThat(failure(validate)).contains("do not include stage; the file has: dev, prod");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "environment", value = " ")
    void blankEnvironmentIsNone(ValidateMojo validate) {
        build().descriptor(SANDBOX);
        run(validate);
        assertThat(logged()).containsExactly("INFO The descriptor is valid.");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "skip", value = "true")
    void skippedGoalLooksAtNothing(ValidateMojo validate) {
        build().descriptor("no: descriptor");
        run(validate);
        assertThat(logged()).containsExactly("INFO Skipped: messagemedia.skip is true.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void calledByNameWithoutADescriptorFails(ValidateMojo validate) {
        assertThat(failure(validate))
                .isEqualTo("There is no messagemedia-auth0.yaml in " + folder + ".\n"
                        + "Write one, or name the descriptor with -Dmessagemedia.file=PATH.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void namesBothDescriptorsOfAReactor(ValidateMojo validate) {
        build().module("a");
        build().module("b");
        build().file("a/messagemedia-auth0.yaml", SANDBOX).file("b/messagemedia-auth0.yaml", SANDBOX);
        assertThat(failure(validate))
                .isEqualTo("This build has 2 descriptors: " + folder.resolve("a/messagemedia-auth0.yaml") + ", "
                        + folder.resolve("b/messagemedia-auth0.yaml") + ".\n"
                        + "Name the one you mean with -Dmessagemedia.file=PATH.\n"
                        + "Outcome: failed; nothing was written to Auth0.");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "file", value = "b/messagemedia-auth0.yaml")
    void fileChoosesAmongSeveralAndStartsAtTheProjectsFolder(ValidateMojo validate) {
        build().module("a");
        build().file("a/messagemedia-auth0.yaml", "no: descriptor").file("b/messagemedia-auth0.yaml", SANDBOX);
        run(validate);
        assertThat(logged()).containsExactly("INFO The descriptor is valid.");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "file", value = "nowhere.yaml")
    void fileThatIsNotThereIsNamed(ValidateMojo validate) {
        assertThat(failure(validate))
                .startsWith("nowhere.yaml has 1 error.")
                .contains("does not exist: " + folder.resolve("nowhere.yaml"));
        assertThat(Files.exists(folder.resolve("nowhere.yaml"))).isFalse();
    }

    @Test
    @InjectMojo(goal = "validate")
    void faultOfThePluginIsToldWithoutItsTextAndCause(ValidateMojo validate) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(validate, "file", new File("\0server-password-0001"));
        MojoExecutionException fault = catchThrowableOfType(MojoExecutionException.class, validate::execute);
        assertThat(fault).hasNoCause();
        assertThat(fault.getMessage())
                .startsWith(
                        "The plugin failed with InvalidPathException, which is a fault of the plugin.\n"
                                + "Please report it with these lines; the plan goal shows what Auth0 holds.\n  at com.messagemedia.auth0.maven.")
                .doesNotContain("server-password-0001");
    }

    @Test
    void aNameInAWarningCannotRepaintTheTerminal() {
        new GoalOutput(log()).warn(List.of("Reset by Auth0: a\u001b[2J."));
        assertThat(logged()).containsExactly("WARN Reset by Auth0: a\\u001B[2J.");
    }

    @Test
    @InjectMojo(goal = "validate")
    @MojoParameter(name = "skip", value = "true")
    void aMisspeltParameterStopsTheGoalBeforeAnythingElseEvenWhereItIsSkipped(ValidateMojo mojo) {
        build().property("messagemedia.enviroment", "prod");
        assertThat(failure(mojo)).isEqualTo("""
                -Dmessagemedia.enviroment (on the command line or in .mvn/maven.config): no goal of this plugin has such\
                 a parameter. Did you mean messagemedia.environment?
                The goal did nothing. mvn messagemedia:help -Ddetail -Dgoal=plan lists its parameters.
                Outcome: failed; nothing was written to Auth0.""");
        assertThat(logged()).isEmpty();
    }

    @Test
    void warningsFailWhereTheUserWantsNone(
            @InjectMojo(goal = "validate") ValidateMojo lenient,
            @InjectMojo(goal = "validate") @MojoParameter(name = "failOnWarnings", value = "true")
                    ValidateMojo strict) {
        build().descriptor(SANDBOX + "options: {use_phone_provider: true}\n");
        run(lenient);
        assertThat(logged())
                .anyMatch(line -> line.contains("options.use_phone_provider makes Auth0 send through the tenant's phone"
                        + " provider, so that the messageMedia section has no effect"));
        assertThat(failure(strict))
                .isEqualTo(
                        "The descriptor has 1 warning, and messagemedia.failOnWarnings is true. Nothing was written.\n"
                                + "Correct what the warning says, or leave messagemedia.failOnWarnings out.\n"
                                + "Outcome: refused; Auth0 did not change.");
    }

    /** Such a link can stand in any repository whose build somebody runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "root:x:0:0:root:/root:/bin/bash\n",
                "hunter2: hunter2\n",
                "[default]\npassword = hunter2\n",
                "{\"auths\": {\"acme\": \"hunter2\"}}\n"
            })
    @InjectMojo(goal = "validate")
    void aLinkToAnotherFilePrintsNothingOfIt(String content, ValidateMojo validate) throws IOException {
        build();
        Path target = Files.writeString(folder.resolve("other"), content);
        Files.createSymbolicLink(folder.resolve("messagemedia-auth0.yaml"), target);
        assertThat(failure(validate)).contains("messagemedia-auth0.yaml").doesNotContain("root", "hunter2");
        assertThat(String.join("\n", logged())).doesNotContain("root", "hunter2");
    }
}
