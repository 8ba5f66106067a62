package com.messagemedia.auth0.maven;

import java.io.File;
import javax.inject.Inject;
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
public final class AttachMojo extends AbstractPublishingMojo {

    /**
     * The classifier of the attached descriptor. Example: {@code -Dmessagemedia.classifier=sms}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.classifier", defaultValue = "messagemedia-auth0")
    private String classifier;

    private final MavenProjectHelper helper;

    /** Takes what Maven injects. */
    @Inject
    public AttachMojo(SettingsDecrypter decrypter, MavenProjectHelper helper) {
        super(decrypter);
        this.helper = helper;
    }

    @Override
    String suffix() {
        return "-" + classifier;
    }

    @Override
    String publish(MavenProject project, File copy) {
        helper.attachArtifact(project, Coordinates.EXTENSION, classifier, copy);
        return "is attached to " + project.getArtifact() + " with classifier " + classifier + ".";
    }
}
