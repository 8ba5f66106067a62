package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.Test;

/** A goal as the lifecycle of a parent runs it in a module. */
class BoundMojoTest extends GoalTest {

    @Override
    MojoExecution execution() {
        return new MojoExecution(super.execution().getMojoDescriptor(), "validate", MojoExecution.Source.LIFECYCLE);
    }

    @Test
    @InjectMojo(goal = "validate")
    void doesNothingWithoutADescriptorThoughAnotherModuleHasOne(ValidateMojo validate) {
        build().module("a");
        build().file("a/messagemedia-auth0.yaml", SANDBOX).file("a/pom.xml", "");
        run(validate);
        assertThat(logged()).containsExactly("INFO Nothing to do here: " + folder + " has no messagemedia-auth0.yaml.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void warnsOfAFileOfNearlyTheName(ValidateMojo validate) {
        build().file("src/messagemedia-auth0.yml", SANDBOX);
        run(validate);
        assertThat(logged())
                .containsExactly(
                        "INFO Nothing to do here: " + folder + " has no messagemedia-auth0.yaml.",
                        "WARN This goal did nothing, because " + folder + " has no messagemedia-auth0.yaml. There is"
                                + " src/messagemedia-auth0.yml. If you mean it, name it with"
                                + " -Dmessagemedia.file=src/messagemedia-auth0.yml or <file> in the plugin's"
                                + " configuration, or move it to messagemedia-auth0.yaml.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void worksOnTheModulesOwnDescriptor(ValidateMojo validate) {
        build().module("a");
        build().descriptor(SANDBOX).file("a/messagemedia-auth0.yaml", "no: descriptor");
        run(validate);
        assertThat(logged()).containsExactly("INFO The descriptor is valid.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void doesNothingWhereAnotherModuleHasTheNamedFile(ValidateMojo validate) throws IllegalAccessException {
        build().module("a");
        build().file("a/config/sms.yaml", SANDBOX);
        named(validate, "config/sms.yaml");
        run(validate);
        assertThat(logged()).containsExactly("INFO Nothing to do here: " + folder + " has no config/sms.yaml.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void fileThatNoModuleHasIsAFault(ValidateMojo validate) throws IllegalAccessException {
        build().module("a");
        build().file("a/config/sms.yaml", SANDBOX);
        named(validate, "config/smss.yaml");
        assertThat(failure(validate)).isEqualTo("""
                smss.yaml has 1 error.

                smss.yaml: does not exist: %s
                  Create it, or name another file with -Dmessagemedia.file=<path>.

                Outcome: failed; nothing was written to Auth0.""".formatted(folder.resolve("config/smss.yaml")));
    }

    /** As Maven names a file: in the project's folder. */
    private void named(Mojo mojo, String file) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(
                mojo, "file", folder.resolve(file).toFile());
    }
}
