package com.messagemedia.auth0.store;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.List;
import java.util.Optional;

/**
 * What an apply replaced: each changed path with the value before it and a fingerprint of the value after it. A secret is in it
 * sealed, or not at all.
 *
 * @param tenant the tenant as its users know it
 * @param connection the connection's name
 * @param connectionId the connection's id
 * @param plugin who made it, name and version
 * @param key the key of the fingerprints
 * @param entries the changed paths
 */
public record Backup(
        String tenant, String connection, String connectionId, String plugin, Fingerprints key, List<Entry> entries) {

    public Backup {
        entries = List.copyOf(entries);
    }

    /** The value before. */
    public sealed interface Before {

        /** There was none. */
        record Absent() implements Before {}

        /** A value that is no secret. */
        record Plain(Value value) implements Before {}

        /** A secret, sealed. */
        record Sealed(String text) implements Before {}

        /** A secret that was not kept, since no key was given. */
        record Withheld() implements Before {}
    }

    /**
     * A changed path.
     *
     * @param path the path
     * @param before the value before
     * @param after the fingerprint of the value after; empty where there was none
     */
    public record Entry(FieldPath path, Before before, Optional<String> after) {

        @Override
        public String toString() {
            return "entry " + path;
        }
    }

    /** The fingerprint of a value at a path. */
    public static String print(Fingerprints key, FieldPath path, Value value) {
        return key.of(path + "\n" + Canonical.text(path, value));
    }

    /** The paths whose values were not kept. */
    public List<FieldPath> withheld() {
        return entries.stream()
                .filter(entry -> entry.before() instanceof Before.Withheld)
                .map(Entry::path)
                .toList();
    }

    @Override
    public String toString() {
        return "backup of " + connection + " (" + connectionId + ")";
    }
}
