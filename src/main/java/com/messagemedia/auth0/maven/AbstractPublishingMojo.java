package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.report.ValidationReport;
import com.messagemedia.auth0.sync.DescriptorSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that make the descriptor an artifact: only one that is valid, and means the same everywhere. */
abstract class AbstractPublishingMojo extends AbstractDescriptorMojo {

    AbstractPublishingMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    final void execute(Path descriptor) {
        DescriptorSource source = new DescriptorSource(descriptor, references(descriptor));
        // All environments, whichever this build applies: the artifact is promoted from one to the next.
        Validation validation = source.validate(Optional.empty());
        warn(new ValidationReport(validation).warnings());
        validation.requireNoErrors(String.valueOf(descriptor.getFileName()));
        source.requirePortable();
        info(List.of(publish(session().getCurrentProject(), descriptor)));
    }

    /** Makes it an artifact of the project, byte for byte, and says as which. */
    abstract String publish(MavenProject project, Path descriptor);
}
