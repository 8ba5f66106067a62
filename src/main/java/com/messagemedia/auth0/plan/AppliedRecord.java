package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the plugin remembers of the last apply. An absent record and a lost record differ, and the plugin never treats one as
 * the other.
 */
public sealed interface AppliedRecord {

    /**
     * Returns the paths of live options that may hold a value from a confidential source, even if the descriptor no longer
     * says so. All paths count as confidential if the record is unreadable. So do all owned paths of a version 1 record.
     */
    default Set<FieldPath> confidential(Options live) {
        Set<FieldPath> paths = new TreeSet<>();
        if (this instanceof Lost) {
            paths.addAll(live.leaves().keySet());
        } else if (this instanceof Present present) {
            paths.addAll(present.hidden().isPresent() ? present.hidden().get() : present.owned());
        }
        return paths;
    }

    /** No record exists: this owner has applied nothing yet. */
    record Absent() implements AppliedRecord {}

    /** A record exists but is unusable, so the plugin does not know what was applied. */
    record Lost(Loss loss) implements AppliedRecord {}

    /** Why a record is unusable. */
    enum Loss {
        /** Its text is not a record, or somebody cut or edited it. */
        DAMAGED,
        /** A newer version of the plugin wrote it. */
        NEWER_VERSION
    }

    /**
     * A readable record.
     *
     * @param fingerprints the key of the fingerprints
     * @param prints the fingerprint of the applied value for each owned path, or {@link #UNKNOWN}
     * @param returned the fingerprint of the value that Auth0 put back by itself, for each path that we removed
     * @param hidden the paths whose value came from a confidential source; empty in a version 1 record, which does not store
     *     this. It never holds a path that is secret by itself
     * @param marks the marks of the unmanaged options at the last apply, see {@link UnmanagedMarks}; versions 1 and 2 have
     *     none, and a later record may have none
     */
    record Present(
            Fingerprints fingerprints,
            Map<FieldPath, String> prints,
            Map<FieldPath, String> returned,
            Optional<SortedSet<FieldPath>> hidden,
            SortedSet<String> marks)
            implements AppliedRecord {

        /** Creates a record without confidential paths, as in version 1 of the format. */
        public Present(Fingerprints fingerprints, Map<FieldPath, String> prints, Map<FieldPath, String> returned) {
            this(fingerprints, prints, returned, Optional.empty(), Collections.emptySortedSet());
        }

        /** Marks a value that we own but do not know. It matches no value. */
        static final String UNKNOWN = "*".repeat(Fingerprints.LENGTH);

        public Present {
            prints = Collections.unmodifiableMap(new TreeMap<>(prints));
            returned = Collections.unmodifiableMap(new TreeMap<>(returned));
            hidden = hidden.isPresent()
                    ? Optional.of(Collections.unmodifiableSortedSet(new TreeSet<>(hidden.get())))
                    : Optional.empty();
            // Version 1 cannot store marks.
            marks = hidden.isEmpty()
                    ? Collections.emptySortedSet()
                    : Collections.unmodifiableSortedSet(new TreeSet<>(marks));
        }

        /** Returns every path in the record. */
        SortedSet<FieldPath> owned() {
            SortedSet<FieldPath> paths = new TreeSet<>(prints.keySet());
            paths.addAll(returned.keySet());
            return paths;
        }

        /**
         * Returns this record with these paths marked as confidential. It leaves out paths that are secret by themselves.
         */
        public Present hiding(SecretPaths secrets, Predicate<FieldPath> confidential) {
            SortedSet<FieldPath> paths = new TreeSet<>();
            for (FieldPath path : owned()) {
                if (!secrets.isSecret(path) && confidential.test(path)) {
                    paths.add(path);
                }
            }
            return new Present(fingerprints, prints, returned, Optional.of(paths), marks);
        }

        /** Returns this record with these marks of unmanaged options. */
        public Present marking(SortedSet<String> unmanaged) {
            return new Present(fingerprints, prints, returned, hidden, unmanaged);
        }

        /**
         * Returns whether both records say the same about our options. Data that version 1 does not store is no difference.
         * The marks of unmanaged options do not count: they alone do not justify a write.
         */
        public boolean saysTheSame(Present other) {
            boolean old = hidden.isEmpty() || other.hidden.isEmpty();
            return fingerprints.salt().equals(other.fingerprints.salt())
                    && prints.equals(other.prints)
                    && returned.equals(other.returned)
                    && (old || hidden.equals(other.hidden));
        }

        /** Returns whether the record holds nothing. */
        public boolean isEmpty() {
            return prints.isEmpty() && returned.isEmpty();
        }

        /** Returns whether Auth0 put this value back by itself after we removed it. */
        public boolean hasReturned(Canonical canonical, FieldPath path, Value value) {
            return isPrint(returned.get(path), canonical, path, value);
        }

        /** Returns this record with the values that Auth0 put back by itself. */
        public Present withReturned(Canonical canonical, Map<FieldPath, Value> values) {
            return new Present(fingerprints, prints, with(returned, canonical, values), hidden, marks);
        }

        /** Returns this record with these values at further paths. */
        public Present remembering(Canonical canonical, Map<FieldPath, Value> values) {
            return new Present(fingerprints, with(prints, canonical, values), returned, hidden, marks);
        }

        private Map<FieldPath, String> with(
                Map<FieldPath, String> known, Canonical canonical, Map<FieldPath, Value> values) {
            Map<FieldPath, String> all = new TreeMap<>(known);
            for (Map.Entry<FieldPath, Value> leaf : values.entrySet()) {
                all.put(leaf.getKey(), prints(canonical).of(leaf.getKey(), leaf.getValue()));
            }
            return all;
        }

        /** Returns whether the last apply wrote this value at this path. */
        public boolean agrees(Canonical canonical, FieldPath path, Value value) {
            return isPrint(prints.get(path), canonical, path, value);
        }

        /** Most paths have no fingerprint here, and to make one takes long. */
        private boolean isPrint(@Nullable String print, Canonical canonical, FieldPath path, Value value) {
            return print != null && print.equals(prints(canonical).of(path, value));
        }

        /** Returns the maker of this record's fingerprints. */
        ValuePrints prints(Canonical canonical) {
            return new ValuePrints(fingerprints, canonical);
        }
    }
}
