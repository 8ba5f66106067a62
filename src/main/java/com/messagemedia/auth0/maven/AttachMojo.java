package com.messagemedia.auth0.maven;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Attaches the descriptor to a project of any packaging, byte for byte, as an artifact of type {@code yaml} with a classifier.
 * Refuses what the goal package refuses.
 *
 * @since 1.0.0
 */
@Mojo(name = "attach", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class AttachMojo extends AbstractDescriptorMojo {

    /**
     * The classifier of the attached descriptor. Example: {@code -Dmessagemedia.classifier=sms}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.classifier", defaultValue = "messagemedia-auth0")
    private String classifier;

    private final MavenProjectHelper helper;

    /** Is called by Maven. */
    @Inject
    public AttachMojo(SettingsDecrypter decrypter, MavenProjectHelper helper) {
        super(decrypter);
        this.helper = helper;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalRun goal = goal();
        goal.run(descriptor(goal), descriptor -> {
            MavenProject project = session().getCurrentProject();
            DescriptorArtifact artifact = new DescriptorArtifact(goal, descriptor);
            helper.attachArtifact(project, Coordinates.EXTENSION, classifier, artifact.copy("-" + classifier));
            artifact.tell("is attached to " + project.getArtifact() + " with classifier " + classifier + ".");
        });
    }
}
