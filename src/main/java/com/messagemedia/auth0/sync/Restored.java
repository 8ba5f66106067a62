package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Value;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rollback puts back.
 *
 * @param values the values; a stand-in where one is asked for
 * @param given the paths whose value an environment variable gave, each with that variable
 * @param asked the paths whose value nobody gave, each with what would give it
 */
record Restored(Map<FieldPath, Value> values, Map<FieldPath, String> given, Map<FieldPath, String> asked) {

    Restored {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "values of " + values.keySet();
    }
}
