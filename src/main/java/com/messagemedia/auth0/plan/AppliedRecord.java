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
import java.util.stream.Collectors;

/** What is remembered of the last apply. Absent and lost are different things and are never taken for each other. */
public sealed interface AppliedRecord {

    /**
     * The paths of live options that may hold a value which the descriptor took from a confidential source, though it no longer
     * says so. An unreadable record counts as confidential, and so does what a record of version 1 owns.
     */
    default Set<FieldPath> confidential(Options live) {
        Set<FieldPath> paths = new TreeSet<>();
        if (this instanceof Lost) {
            paths.addAll(live.leaves().keySet());
        } else if (this instanceof Present present) {
            paths.addAll(present.hidden().orElseGet(present::owned));
        }
        return paths;
    }

    /** There is no record: nothing was applied yet by this owner. */
    record Absent() implements AppliedRecord {}

    /** There is a record and it cannot be used, so nothing is known of what was applied. */
    record Lost(Loss loss) implements AppliedRecord {}

    /** Why a record cannot be used. */
    enum Loss {
        /** Its text is not that of a record, or was cut or edited. */
        DAMAGED,
        /** It was written by a newer version of the plugin. */
        NEWER_VERSION
    }

    /**
     * A record.
     *
     * @param fingerprints the fingerprints' key
     * @param prints for each owned path the fingerprint of the value that was applied, or {@link #UNKNOWN}
     * @param returned for each path that we removed and Auth0 put back by itself, the fingerprint of what it put there
     * @param hidden which of these paths got their value from a confidential source; empty in a record of version 1, which does
     *     not say. A path that is secret by itself is none of these
     * @param marks the marks of unmanaged options that were there, see {@link UnmanagedMarks}; a record may have none, and one
     *     of version 1 or 2 has none
     */
    record Present(
            Fingerprints fingerprints,
            Map<FieldPath, String> prints,
            Map<FieldPath, String> returned,
            Optional<SortedSet<FieldPath>> hidden,
            SortedSet<String> marks)
            implements AppliedRecord {

        /** A record that does not say which values are confidential, as version 1 of the format. */
        public Present(Fingerprints fingerprints, Map<FieldPath, String> prints, Map<FieldPath, String> returned) {
            this(fingerprints, prints, returned, Optional.empty(), Collections.emptySortedSet());
        }

        /** Stands for a value that we own and do not know: it agrees with nothing. */
        static final String UNKNOWN = "*".repeat(Fingerprints.LENGTH);

        public Present {
            prints = Collections.unmodifiableMap(new TreeMap<>(prints));
            returned = Collections.unmodifiableMap(new TreeMap<>(returned));
            hidden = hidden.map(paths -> Collections.unmodifiableSortedSet(new TreeSet<>(paths)));
            // Version 1 has no place for them.
            marks = hidden.isEmpty()
                    ? Collections.emptySortedSet()
                    : Collections.unmodifiableSortedSet(new TreeSet<>(marks));
        }

        /** Every path that the record speaks of. */
        SortedSet<FieldPath> owned() {
            SortedSet<FieldPath> paths = new TreeSet<>(prints.keySet());
            paths.addAll(returned.keySet());
            return paths;
        }

        /** This record, saying that these of its paths are confidential, less those that are secret by themselves. */
        public Present hiding(SecretPaths secrets, Predicate<FieldPath> confidential) {
            Set<FieldPath> paths = owned().stream()
                    .filter(path -> !secrets.isSecret(path))
                    .filter(confidential)
                    .collect(Collectors.toSet());
            return new Present(fingerprints, prints, returned, Optional.of(new TreeSet<>(paths)), marks);
        }

        /** This record with these marks of unmanaged options. */
        public Present marking(SortedSet<String> unmanaged) {
            return new Present(fingerprints, prints, returned, hidden, unmanaged);
        }

        /**
         * Whether a record says the same of what we own; what version 1 does not say is no difference. The marks of unmanaged
         * options do not count: they alone are no reason to write.
         */
        public boolean saysTheSame(Present other) {
            boolean old = hidden.isEmpty() || other.hidden.isEmpty();
            return old
                    ? fingerprints.equals(other.fingerprints)
                            && prints.equals(other.prints)
                            && returned.equals(other.returned)
                    : equals(other.marking(marks));
        }

        /** Whether the record remembers anything. */
        public boolean isEmpty() {
            return prints.isEmpty() && returned.isEmpty();
        }

        /** Whether this value is the one that Auth0 put back by itself after it was removed here. */
        public boolean hasReturned(Canonical canonical, FieldPath path, Value value) {
            return prints(canonical).of(path, value).equals(returned.get(path));
        }

        /** This record with the values that Auth0 put back by itself. */
        public Present withReturned(Canonical canonical, Map<FieldPath, Value> values) {
            Map<FieldPath, String> all = new TreeMap<>(returned);
            values.forEach((path, value) -> all.put(path, prints(canonical).of(path, value)));
            return new Present(fingerprints, prints, all, hidden, marks);
        }

        /** Whether this value is the one that was applied at this path. */
        public boolean agrees(Canonical canonical, FieldPath path, Value value) {
            return prints(canonical).of(path, value).equals(prints.get(path));
        }

        /** What makes the fingerprints of this record. */
        ValuePrints prints(Canonical canonical) {
            return new ValuePrints(fingerprints, canonical);
        }
    }
}
