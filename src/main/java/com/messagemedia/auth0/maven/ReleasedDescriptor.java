package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/** Fetches a released descriptor from the build's own repositories, with their mirrors, proxies and credentials. */
record ReleasedDescriptor(MavenSession session, RepositorySystem repositories) {

    /**
     * The file in the local repository.
     *
     * @throws Fault when no repository has it, none that has it can be reached, or another version comes
     */
    Path fetch(Coordinates coordinates) {
        List<RemoteRepository> remote = session.getCurrentProject().getRemoteProjectRepositories();
        DefaultArtifact artifact = new DefaultArtifact(
                coordinates.groupId(),
                coordinates.artifactId(),
                coordinates.classifier(),
                Coordinates.EXTENSION,
                coordinates.version());
        try {
            Artifact found = repositories
                    .resolveArtifact(session.getRepositorySession(), new ArtifactRequest(artifact, remote, null))
                    .getArtifact();
            requireAsked(coordinates, found);
            return found.getFile().toPath();
        } catch (ArtifactResolutionException e) {
            throw missing(coordinates, remote, e);
        }
    }

    /** Refuses a version that the user did not name: a resolver may interpret words such as LATEST. */
    private static void requireAsked(Coordinates coordinates, Artifact found) {
        if (!coordinates.isAnsweredBy(found.getVersion(), found.getBaseVersion())) {
            throw new Fault(
                    "Maven gave version " + found.getVersion() + " for the released descriptor " + coordinates + ".",
                    "Name exactly one released version.",
                    Outcome.REFUSED);
        }
    }

    private Fault missing(Coordinates coordinates, List<RemoteRepository> remote, ArtifactResolutionException failure) {
        String asked = remote.stream().map(RemoteRepository::getId).collect(Collectors.joining(", "));
        boolean absent = failure.getResults().stream()
                .flatMap(result -> result.getExceptions().stream())
                .allMatch(ArtifactNotFoundException.class::isInstance);
        String where = session.isOffline()
                ? "is not in the local repository, and Maven is offline (-o)"
                : absent
                        ? "is in none of the repositories: " + asked
                        : "could not be fetched from the repositories: " + asked;
        return new Fault(
                "The released descriptor " + coordinates + " " + where + ".",
                "Check the coordinates. Check that an active profile of settings.xml names its repository, and a"
                        + " <server> has the login. mvn dependency:get -Dartifact=" + plain(coordinates)
                        + " shows the repository's answer.");
    }

    private static String plain(Coordinates coordinates) {
        String classifier = coordinates.classifier().isEmpty() ? "" : ":" + coordinates.classifier();
        return coordinates.groupId() + ":" + coordinates.artifactId() + ":" + coordinates.version() + ":"
                + Coordinates.EXTENSION + classifier;
    }
}
