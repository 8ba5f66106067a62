package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
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
        build().file("a/messagemedia-auth0.yaml", SANDBOX);
        run(validate);
        assertThat(logged()).containsExactly("INFO Nothing to do here: " + folder + " has no messagemedia-auth0.yaml.");
    }

    @Test
    @InjectMojo(goal = "validate")
    void worksOnTheModulesOwnDescriptor(ValidateMojo validate) {
        build().module("a");
        build().descriptor(SANDBOX).file("a/messagemedia-auth0.yaml", "no: descriptor");
        run(validate);
        assertThat(logged()).containsExactly("INFO The descriptor is valid.");
    }
}
