package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an apply replaced: each changed path with the value before it and a fingerprint of the value after it. A secret is in it
 * sealed, or not at all.
 *
 * @param subject whose options they are
 * @param plugin who made it, name and version
 * @param key the key of the fingerprints
 * @param entries the changed paths, and the ones that go back only together with them
 */
public record Backup(Subject subject, String plugin, Fingerprints key, List<Entry> entries) {

    /** Refuses, with {@link IllegalArgumentException}, entries that contradict each other: two values at one place. */
    public Backup {
        entries = List.copyOf(entries);
        for (int later = 1; later < entries.size(); later++) {
            if (entries.subList(0, later).stream().anyMatch(entries.get(later)::contradicts)) {
                throw new IllegalArgumentException("two values at one place");
            }
        }
    }

    /**
     * Whose options a backup holds.
     *
     * @param tenant the tenant as its users know it
     * @param connection the connection's name
     * @param connectionId the connection's id
     * @param owner the owner of the descriptor that was applied
     */
    public record Subject(String tenant, String connection, String connectionId, String owner) {

        @Override
        public String toString() {
            return "connection " + connection + " (" + connectionId + ") of " + tenant + ", owner " + owner;
        }
    }

    /** The value before. */
    public sealed interface Before {

        /** There was none. */
        record Absent() implements Before {}

        /** The same as after it; it is here since others go back only as long as it stays so. */
        record Unchanged() implements Before {}

        /** A value that is no secret. */
        record Plain(Value value) implements Before {}

        /** A secret, sealed, and its fingerprint. */
        record Sealed(String text, String print) implements Before {}

        /** A secret that was not kept, since no key was given: its kind in JSON, and its fingerprint. */
        record Withheld(String kind, String print) implements Before {}
    }

    /**
     * A path.
     *
     * @param path the path
     * @param before the value before
     * @param after the fingerprint of the value after; empty where there was none
     * @param confidential whether no value of this path may be shown
     */
    public record Entry(FieldPath path, Before before, Optional<String> after, boolean confidential) {

        /** Whether the apply changed it. */
        public boolean isChange() {
            return !(before instanceof Before.Unchanged);
        }

        /** Whether no options can hold both: an object may have replaced a scalar, but none is beside it. */
        private boolean contradicts(Entry other) {
            boolean sameSide = (hasBefore() && other.hasBefore()) || (after.isPresent() && other.after.isPresent());
            return path.equals(other.path) || (sameSide && path.overlaps(other.path));
        }

        private boolean hasBefore() {
            return !(before instanceof Before.Absent);
        }

        @Override
        public String toString() {
            return "entry " + path;
        }
    }

    /**
     * What a secret at a path is sealed for: this backup of this connection, and the path. So a sealed text opens neither at
     * another path nor in another backup.
     */
    public static String purpose(Subject subject, Fingerprints key, FieldPath path) {
        return String.join(
                "\n", subject.tenant(), subject.connectionId(), subject.owner(), key.salt(), path.toString());
    }

    /** The paths that the apply changed. */
    public List<FieldPath> changed() {
        return entries.stream().filter(Entry::isChange).map(Entry::path).toList();
    }

    /** The paths whose values were not kept. */
    public List<FieldPath> withheld() {
        return entries.stream()
                .filter(entry -> entry.before() instanceof Before.Withheld)
                .map(Entry::path)
                .toList();
    }

    /** The paths of which no value may be shown. */
    public Set<FieldPath> confidential() {
        Set<FieldPath> paths = new TreeSet<>();
        entries.stream().filter(Entry::confidential).map(Entry::path).forEach(paths::add);
        return paths;
    }

    @Override
    public String toString() {
        return "backup of " + subject;
    }
}
