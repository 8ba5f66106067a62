package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.report.ValidationReport;
import com.messagemedia.auth0.sync.DescriptorSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        DescriptorSource source =
                new DescriptorSource(descriptor, references(descriptor).allowingAll());
        // All environments, whichever this build applies: the artifact is promoted from one to the next.
        Validation validation = source.validate(Optional.empty());
        ToldOnce told = new ToldOnce(session().getRepositorySession().getData(), descriptor, Optional.empty());
        warn(told.unlessTold(new ValidationReport(validation).warnings()));
        validation.requireNoErrors(String.valueOf(descriptor.getFileName()));
        source.requirePortable();
        MavenProject project = session().getCurrentProject();
        String published = publish(project, copy(descriptor, project));
        info(List.of(descriptor.getFileName() + " " + published));
    }

    /** Into the build directory, as any artifact: what was checked is published, whatever becomes of the source until then. */
    private File copy(Path descriptor, MavenProject project) {
        String name = project.getBuild().getFinalName() + suffix() + "." + Coordinates.EXTENSION;
        Path copy = Path.of(project.getBuild().getDirectory()).resolve(name);
        try {
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(descriptor, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy.toFile();
        } catch (IOException e) {
            throw unwritten(copy, e);
        }
    }

    private static Fault unwritten(Path copy, IOException cause) {
        Fault fault = new Fault(
                copy + " could not be written (" + cause.getClass().getSimpleName() + ").",
                "Check that its folder may be written to and has room.");
        fault.initCause(cause);
        return fault;
    }

    /** What the artifact's file name has between the project's final name and its extension. */
    abstract String suffix();

    /**
     * Makes it an artifact of the project, byte for byte.
     *
     * @return what it is now, to go on after its name
     */
    abstract String publish(MavenProject project, File copy);
}
