package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.report.ValidationReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * A descriptor that becomes an artifact of the project. It must be valid and have the same meaning everywhere.
 *
 * @param goal the run of the goal
 * @param descriptor the descriptor's file
 */
record DescriptorArtifact(GoalRun goal, Path descriptor) {

    /**
     * Copies the descriptor to the build directory, byte for byte: later changes of the source are not published.
     *
     * @param suffix the end of the copy's name, after the project's final name
     * @throws Fault when the descriptor has errors or is not portable
     */
    File copy(String suffix) {
        requirePublishable();
        MavenProject project = goal.build().project().orElseThrow();
        String name = project.getBuild().getFinalName() + suffix + "." + Coordinates.EXTENSION;
        Path copy = Path.of(project.getBuild().getDirectory()).resolve(name);
        try {
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(descriptor, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy.toFile();
        } catch (IOException e) {
            throw unwritten(copy, e);
        }
    }

    private void requirePublishable() {
        DescriptorSource source = new DescriptorSource(
                descriptor, goal.build().references(descriptor).allowingAll(), Deliveries.CHOICES);
        // Checks all environments: users promote the artifact from one to the next.
        Validation validation = source.validate(Optional.empty());
        List<String> warnings = new ValidationReport(validation).warnings();
        goal.output().warn(goal.build().unlessTold(descriptor, Optional.empty(), warnings));
        validation.requireNoErrors(String.valueOf(descriptor.getFileName()));
        source.requirePortable();
    }

    private static Fault unwritten(Path copy, IOException cause) {
        Fault fault = new Fault(
                copy + " could not be written (" + cause.getClass().getSimpleName() + ").",
                "Check that its folder exists, is writable and has free space.");
        fault.initCause(cause);
        return fault;
    }

    /** Prints where the descriptor was published. */
    void tell(String published) {
        goal.output().info(List.of(descriptor.getFileName() + " " + published));
    }
}
