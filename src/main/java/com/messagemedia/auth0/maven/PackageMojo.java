package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes the descriptor the artifact of a project of packaging {@code messagemedia-auth0}, byte for byte. Refuses one that is not
 * valid, and what would mean something else where it is applied: references to the project and to files beside it. The
 * packaging binds this goal; publishing goes on with install and deploy, and nothing goes live.
 *
 * @since 1.0.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends AbstractPublishingMojo {

    /** Takes what Maven injects. */
    @Inject
    public PackageMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    String suffix() {
        return "";
    }

    @Override
    String publish(MavenProject project, File copy) {
        project.getArtifact().setFile(copy);
        return "is packaged as " + project.getArtifact() + ".";
    }

    @Override
    void withoutDescriptor(String name) {
        throw new Fault(
                "There is no " + name + " in " + folder()
                        + ", and a project of packaging messagemedia-auth0 is nothing else.",
                "Write one there, or name the descriptor with <file> in the plugin's configuration.");
    }
}
