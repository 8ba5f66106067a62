package com.messagemedia.auth0.applied;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What is remembered of the last apply. Absent and lost are different things and are never taken for each other. */
public sealed interface AppliedRecord {

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
     */
    record Present(Fingerprints fingerprints, Map<FieldPath, String> prints, Map<FieldPath, String> returned)
            implements AppliedRecord {

        /** Stands for a value that we own and do not know: it agrees with nothing. */
        static final String UNKNOWN = "*".repeat(Fingerprints.LENGTH);

        public Present {
            prints = Collections.unmodifiableMap(new TreeMap<>(prints));
            returned = Collections.unmodifiableMap(new TreeMap<>(returned));
        }

        /** Whether the record remembers anything. */
        public boolean isEmpty() {
            return prints.isEmpty() && returned.isEmpty();
        }

        /** Whether this value is the one that Auth0 put back by itself after it was removed here. */
        public boolean hasReturned(FieldPath path, Value value) {
            return print(fingerprints, path, value).equals(returned.get(path));
        }

        /** This record with the values that Auth0 put back by itself. */
        public Present withReturned(Map<FieldPath, Value> values) {
            Map<FieldPath, String> all = new TreeMap<>(returned);
            values.forEach((path, value) -> all.put(path, print(fingerprints, path, value)));
            return new Present(fingerprints, prints, all);
        }

        /** Whether this value is the one that was applied at this path. */
        public boolean agrees(FieldPath path, Value value) {
            return print(fingerprints, path, value).equals(prints.get(path));
        }

        /** The fingerprint of a value at a path; the path counts, so that equal values elsewhere do not look alike. */
        static String print(Fingerprints fingerprints, FieldPath path, Value value) {
            return fingerprints.of(path + "\n" + Canonical.text(path, value));
        }
    }
}
