package com.messagemedia.auth0.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * The command that applies a project's published descriptor from anywhere.
 *
 * @param project the project that publishes it
 * @param plugin this plugin
 */
record Promotion(MavenProject project, PluginDescriptor plugin) {

    /** How to finish an apply that failed in the build that publishes this descriptor; nothing where it publishes none. */
    List<String> wayOn(Path descriptor, Optional<String> environment) {
        return published(descriptor)
                .map(artifact -> List.of(
                        "If " + coordinates(artifact) + " is deployed already, this command finishes the job:",
                        "  mvn " + plugin.getGroupId() + ":" + plugin.getArtifactId() + ":" + plugin.getVersion()
                                + ":apply -Dmessagemedia.artifact=" + coordinates(artifact)
                                + environment
                                        .map(name -> " -Dmessagemedia.environment=" + name)
                                        .orElse("")))
                .orElse(List.of());
    }

    private Optional<Artifact> published(Path descriptor) {
        File file = descriptor.toFile().getAbsoluteFile();
        return Stream.concat(Stream.ofNullable(project.getArtifact()), project.getAttachedArtifacts().stream())
                .filter(artifact -> artifact.getFile() != null)
                .filter(artifact -> artifact.getFile().getAbsoluteFile().equals(file))
                .findFirst();
    }

    private static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getVersion(),
                Optional.ofNullable(artifact.getClassifier()).orElse(""));
    }
}
