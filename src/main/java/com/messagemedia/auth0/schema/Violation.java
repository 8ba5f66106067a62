package com.messagemedia.auth0.schema;

import java.util.List;

/**
 * One thing that the schema refuses. Holds no value of the document.
 *
 * @param path the keys and list indices from the top to the field it is about; to the missing key where one is missing
 * @param kind where the fault is to be shown
 * @param problem what is wrong, a clause that reads on from the field's name
 * @param remedy what to write instead
 */
public record Violation(List<String> path, Kind kind, String problem, String remedy) {

    /** What the fault points to. */
    public enum Kind {
        /** A key that should not be there. */
        UNKNOWN_KEY,
        /** A key that should be there; its parent is. */
        MISSING_KEY,
        /** A value of another type than expected. */
        TYPE,
        /** A value of the right type that is out of bounds. */
        VALUE
    }

    public Violation {
        path = List.copyOf(path);
    }
}
