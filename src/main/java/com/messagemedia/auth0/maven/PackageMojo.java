package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Fault;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes the descriptor the artifact of a project of packaging {@code messagemedia-auth0}, byte for byte. Refuses a descriptor
 * that is not valid, or that refers to the project or to files beside it: such references have another meaning where it is
 * applied. The packaging binds this goal. Install and deploy publish the artifact; nothing goes live.
 *
 * @since 1.0.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends AbstractDescriptorMojo {

    /** Is called by Maven. */
    @Inject
    public PackageMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalRun goal = goal();
        goal.run(descriptor(goal).whenAbsent(name -> refuse(goal, name)), descriptor -> {
            MavenProject project = session().getCurrentProject();
            DescriptorArtifact artifact = new DescriptorArtifact(goal, descriptor);
            project.getArtifact().setFile(artifact.copy(""));
            artifact.tell("is packaged as " + project.getArtifact() + ".");
        });
    }

    private static void refuse(GoalRun goal, String name) {
        throw new Fault(
                "There is no " + name + " in " + goal.build().folder()
                        + ". A project of packaging messagemedia-auth0 needs one.",
                "Write one there, or name the descriptor with <file> in the plugin's configuration.");
    }
}
