package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The values that an apply replaced. Each changed path has its old value and a fingerprint of its new value. The backup
 * seals each secret, or leaves it out.
 *
 * @param subject the connection and the owner that the options belong to
 * @param plugin the name and version of the plugin that made the backup
 * @param run the run of the goal that made it; empty in a backup of an early version
 * @param key the key that makes the fingerprints
 * @param entries the changed paths, and the paths that a rollback puts back only together with them
 */
public record Backup(Subject subject, String plugin, Optional<RunId> run, Fingerprints key, List<Entry> entries) {

    /** Throws {@link IllegalArgumentException} when two entries give two values to one place. */
    public Backup {
        entries = List.copyOf(entries);
        Set<FieldPath> all = new HashSet<>();
        Set<FieldPath> before = new HashSet<>();
        Set<FieldPath> after = new HashSet<>();
        for (Entry entry : entries) {
            all.add(entry.path());
            if (entry.hasBefore()) {
                before.add(entry.path());
            }
            if (entry.after().isPresent()) {
                after.add(entry.path());
            }
        }
        if (all.size() < entries.size() || holdsOneBelowAnother(before) || holdsOneBelowAnother(after)) {
            throw new IllegalArgumentException("two values at one place");
        }
    }

    /** An object can replace a scalar, but the two cannot exist side by side. */
    private static boolean holdsOneBelowAnother(Set<FieldPath> paths) {
        for (FieldPath path : paths) {
            if (!Collections.disjoint(path.above(), paths)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The connection and the owner that a backup belongs to.
     *
     * @param tenant the address that users know the tenant by
     * @param owner the owner of the descriptor that was applied
     */
    public record Subject(String tenant, String connection, String connectionId, String owner) {

        @Override
        public String toString() {
            return "connection " + connection + " (" + connectionId + ") of " + tenant + ", owner " + owner;
        }
    }

    /** The value before the apply. */
    public sealed interface Before {

        /** The path had no value. */
        record Absent() implements Before {}

        /** The apply did not change the value. The backup watches it: other paths go back only while it stays the same. */
        record Unchanged() implements Before {}

        /** A value that is no secret. */
        record Plain(Value value) implements Before {}

        /** A sealed secret and its fingerprint. */
        record Sealed(String text, String print) implements Before {}

        /**
         * Auth0 keeps the value itself, in a version of the resource that the path's first segment names. A rollback restores
         * the version, and with it values that nobody can read.
         */
        record InVersion(String id) implements Before {}

        /** A secret that the backup does not keep, because the user gave no key: its JSON type and its fingerprint. */
        record Withheld(String kind, String print) implements Before {}
    }

    /**
     * One path of a backup.
     *
     * @param before the value before the apply
     * @param after the fingerprint of the value after the apply; empty where the path had no value then
     * @param confidential whether the plugin hides every value of this path
     */
    public record Entry(FieldPath path, Before before, Optional<String> after, boolean confidential) {

        private Entry holding(Optional<Value> value) {
            Before known = value.<Before>map(Before.Plain::new).orElseGet(Before.Absent::new);
            return new Entry(path, known, after, confidential);
        }

        /** Whether the apply changed it. */
        public boolean isChange() {
            return !(before instanceof Before.Unchanged);
        }

        private boolean hasBefore() {
            return !(before instanceof Before.Absent || before instanceof Before.InVersion);
        }

        @Override
        public String toString() {
            return "entry " + path;
        }
    }

    /**
     * Returns the text that binds a sealed secret to its backup, its connection and its path. A sealed text then opens
     * neither at another path nor in another backup.
     */
    public static String purpose(Subject subject, Fingerprints key, FieldPath path) {
        return String.join(
                "\n", subject.tenant(), subject.connectionId(), subject.owner(), key.salt(), path.toString());
    }

    /** Returns the id of each version that holds old values, by the name of its resource. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.before() instanceof Before.InVersion version) {
                versions.put(entry.path().head(), version.id());
            }
        }
        return versions;
    }

    /**
     * Returns this backup with the values that a version of a resource holds.
     *
     * @param version the version's values, at their paths in the whole tree
     */
    Backup reading(String resource, Options version) {
        List<Entry> read = entries.stream()
                .map(entry -> entry.before() instanceof Before.InVersion
                                && entry.path().head().equals(resource)
                        ? entry.holding(version.get(entry.path()))
                        : entry)
                .toList();
        return new Backup(subject, plugin, run, key, read);
    }

    /** Returns the paths that the apply changed. */
    public List<FieldPath> changed() {
        return entries.stream().filter(Entry::isChange).map(Entry::path).toList();
    }

    /** Returns the paths whose values the backup does not keep. */
    public List<FieldPath> withheld() {
        List<FieldPath> paths = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.before() instanceof Before.Withheld) {
                paths.add(entry.path());
            }
        }
        return List.copyOf(paths);
    }

    /** Returns the paths whose values the plugin hides. */
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
