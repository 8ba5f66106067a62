package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.Test;

/** The goals that make the descriptor an artifact. */
class PublishingMojosTest extends GoalTest {

    private static final String ELSEWHERE = "Outcome: failed; nothing was written to Auth0.";

    private Artifact artifact() {
        Artifact artifact = new DefaultArtifact(
                "com.acme", "login", "1.2.3", null, "messagemedia-auth0", null, new DefaultArtifactHandler("yaml"));
        build().project().setArtifact(artifact);
        return artifact;
    }

    @Test
    @InjectMojo(goal = "package")
    void packageMakesTheDescriptorTheArtifact(PackageMojo mojo) {
        Artifact artifact = artifact();
        build().descriptor(SANDBOX);
        run(mojo);
        assertThat(artifact.getFile().toPath())
                .isEqualTo(folder.resolve("target/login-1.2.3.yaml"))
                .hasSameBinaryContentAs(folder.resolve("messagemedia-auth0.yaml"));
        assertThat(logged())
                .containsExactly(
                        "INFO messagemedia-auth0.yaml is packaged as com.acme:login:messagemedia-auth0:1.2.3.");
    }

    @Test
    @InjectMojo(goal = "attach")
    @MojoParameter(name = "classifier", value = "sms")
    void attachAddsItWithAClassifier(AttachMojo mojo) {
        artifact();
        build().descriptor(SANDBOX);
        run(mojo);
        assertThat(build().project().getAttachedArtifacts()).singleElement().satisfies(attached -> {
            assertThat(attached.getClassifier()).isEqualTo("sms");
            assertThat(attached.getType()).isEqualTo("yaml");
            assertThat(attached.getFile().toPath())
                    .isEqualTo(folder.resolve("target/login-1.2.3-sms.yaml"))
                    .hasSameBinaryContentAs(folder.resolve("messagemedia-auth0.yaml"));
        });
    }

    @Test
    @InjectMojo(goal = "package")
    void descriptorThatIsNotValidIsNoArtifact(PackageMojo mojo) {
        Artifact artifact = artifact();
        build().descriptor(SANDBOX.replace("from:", "form:"));
        assertThat(failure(mojo))
                .startsWith("messagemedia-auth0.yaml has 1 error.")
                .endsWith(ELSEWHERE);
        assertThat(artifact.getFile()).isNull();
    }

    @Test
    @InjectMojo(goal = "package")
    void whatIsBoundToItsPlaceIsRefusedAllAtOnce(PackageMojo mojo) {
        Artifact artifact = artifact();
        build().descriptor(
                        SANDBOX + "options:\n  template: \"@@password@@ ${project.name}\"\n  syntax: ${file:syntax}\n");
        assertThat(failure(mojo)).isEqualTo("""
                messagemedia-auth0.yaml has 2 errors.

                messagemedia-auth0.yaml:9:13: options.template refers to ${project.name}, which has another value in each project that applies the published descriptor
                  9 |   template: "@@password@@ ${project.name}"
                    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  Write the value itself, or refer to ${env.NAME} or to a property of settings.xml.

                messagemedia-auth0.yaml:10:11: options.syntax refers to the file syntax beside the descriptor, which is not published with it
                  10 |   syntax: ${file:syntax}
                     |           ^^^^^^^^^^^^^^
                  Refer to ${env.NAME}, to a server of settings.xml, or to an absolute path.

                """ + ELSEWHERE);
        assertThat(artifact.getFile()).isNull();
    }

    @Test
    @InjectMojo(goal = "package")
    void recordInAFileIsRefusedForOneEnvironmentToo(PackageMojo mojo) {
        artifact();
        build().descriptor(SANDBOX + "environments:\n  dev: {state: file}\n  prod: {connection: sms-prod}\n");
        assertThat(failure(mojo)).isEqualTo("""
                messagemedia-auth0.yaml has 1 error.

                messagemedia-auth0.yaml:9:16: environments.dev.state keeps the applied record in a file beside the descriptor, which is not published with it
                  9 |   dev: {state: file}
                    |                ^^^^
                  Write "state: connection", or leave it out.

                """ + ELSEWHERE);
    }

    @Test
    @InjectMojo(goal = "package")
    void oneEnvironmentThatIsNotValidIsEnoughToRefuseIt(PackageMojo mojo) {
        Artifact artifact = artifact();
        build().property("messagemedia.environment", "prod")
                .descriptor(SANDBOX
                        + "environments:\n  prod: {connection: sms}\n  dev: {connection: sms-dev,"
                        + " messageMedia: {form: Acme}}\n");
        assertThat(failure(mojo))
                .startsWith("messagemedia-auth0.yaml has 1 error.")
                .contains("environments.dev.messageMedia.form is not a known key");
        assertThat(artifact.getFile()).isNull();
    }

    @Test
    @InjectMojo(goal = "package")
    void literalDollarsAndAbsoluteFilesMeanTheSameEverywhere(PackageMojo mojo) {
        Artifact artifact = artifact();
        build().descriptor(SANDBOX
                + "options: {template: \"@@password@@ $${project.name}\", syntax: \"${file:/etc/x}\"}\n");
        run(mojo);
        assertThat(artifact.getFile()).isNotNull();
    }

    @Test
    @InjectMojo(goal = "package")
    void projectOfThisPackagingWithoutADescriptorIsAnError(PackageMojo mojo) throws IllegalAccessException {
        artifact();
        org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject(
                mojo,
                "execution",
                new MojoExecution(build().execution().getMojoDescriptor(), "default", MojoExecution.Source.LIFECYCLE));
        assertThat(failure(mojo))
                .isEqualTo("There is no messagemedia-auth0.yaml in " + folder
                        + ". A project of packaging messagemedia-auth0 needs one.\n"
                        + "Write one there, or name the descriptor with <file> in the plugin's configuration.\n"
                        + ELSEWHERE);
    }

    @Test
    void whatSeveralChecksOfOneBuildFindIsToldOnce(
            @InjectMojo(goal = "validate") ValidateMojo bound,
            @InjectMojo(goal = "validate") ValidateMojo ofThePackaging,
            @InjectMojo(goal = "package") PackageMojo packaged) {
        artifact();
        build().descriptor(SANDBOX + "options: {use_phone_provider: true}\n");
        run(bound);
        run(ofThePackaging);
        run(packaged);
        assertThat(logged())
                .containsOnlyOnce("INFO The descriptor is valid.")
                .filteredOn(line -> line.startsWith("WARN messagemedia-auth0.yaml:"))
                .hasSize(1);
        assertThat(logged()).last().asString().startsWith("INFO messagemedia-auth0.yaml is packaged as ");
    }
}
