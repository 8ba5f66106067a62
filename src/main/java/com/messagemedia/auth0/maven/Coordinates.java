package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.artifact.ArtifactUtils;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The coordinates of one released descriptor.
 *
 * @param classifier the classifier; empty for the main artifact
 */
record Coordinates(String groupId, String artifactId, String version, String classifier) {

    static final String EXTENSION = "yaml";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Set<String> MOVING = Set.of("LATEST", "RELEASE");

    /** Parses {@code groupId:artifactId:version[:classifier]}; refuses any other text, and versions that name several releases. */
    static Coordinates parse(String text) {
        List<String> parts = List.of(text.trim().split(":", -1));
        boolean wellFormed = (parts.size() == 3 || parts.size() == 4)
                && parts.stream().allMatch(part -> PART.matcher(part).matches());
        if (!wellFormed || MOVING.contains(parts.get(2).toUpperCase(Locale.ROOT))) {
            throw new Fault(
                    "messagemedia.artifact is \"" + text + "\", which does not name one released descriptor.",
                    "Write groupId:artifactId:version, or groupId:artifactId:version:classifier for an attached"
                            + " one, such as"
                            + " com.acme:sms-config:1.4.2.");
        }
        return new Coordinates(parts.get(0), parts.get(1), parts.get(2), parts.size() == 4 ? parts.get(3) : "");
    }

    /** Whether the version can change its content. Maven and its resolver have different rules for a snapshot; either one counts. */
    boolean isSnapshot() {
        return ArtifactUtils.isSnapshot(version)
                || new DefaultArtifact(groupId, artifactId, classifier, EXTENSION, version).isSnapshot();
    }

    /**
     * Whether Maven found the requested version; the version of a snapshot may hold the time of its build.
     *
     * @param found its version
     * @param base the same, or the snapshot's version without the time
     */
    boolean isAnsweredBy(String found, String base) {
        return version.equals(found) || (isSnapshot() && version.equals(base));
    }

    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":" + version + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    /** Refuses a snapshot, whose content can change, if the descriptor's environment is protected. */
    void requireFixedFor(Descriptor descriptor) {
        if (isSnapshot() && descriptor.protectedEnvironment()) {
            throw new Fault(
                    "Environment " + descriptor.environment().orElse("") + " is protected, and " + this
                            + " is a SNAPSHOT, whose content can change.",
                    "Release the descriptor, and name the released version.",
                    Outcome.REFUSED);
        }
    }
}
