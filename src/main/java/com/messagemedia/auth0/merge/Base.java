package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Value;

/** What was last applied, as far as the merge needs to know it: the questions it asks. */
public interface Base {

    /** Base before the first apply: it owns nothing. */
    Base NOTHING = new Base() {
        @Override
        public boolean owns(FieldPath path) {
            return false;
        }

        @Override
        public boolean agrees(FieldPath path, Value value) {
            return false;
        }
    };

    /** Whether the descriptor, when it was last applied, held a leaf at exactly this path. */
    boolean owns(FieldPath path);

    /** Whether the value that was applied at this path means the same as this one. */
    boolean agrees(FieldPath path, Value value);

    /** Whether Auth0 put this value here by itself after it was removed, so that removing it again is of no use. */
    default boolean returned(FieldPath path, Value value) {
        return false;
    }
}
