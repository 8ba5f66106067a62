package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Value;

/**
 * All that a merge depends on.
 *
 * @param base what was last applied
 * @param desired what the descriptor says
 * @param live what Auth0 holds
 * @param claims what other owners' records hold
 * @param policies what is done about conflicts
 */
public record MergeInput(Base base, Desired desired, Options live, OtherOwners claims, ConflictPolicies policies) {

    /** Whether the live value at a path is other than what was applied there, or is gone; false where we own nothing. */
    boolean changedSince(FieldPath path) {
        return base.owns(path)
                && Canonical.effective(live, path)
                        .filter(value -> base.agrees(path, value))
                        .isEmpty();
    }

    /** Whether a live value is as a desired one wants it; the empty object is satisfied by any object. */
    static boolean satisfies(FieldPath path, Value live, Value desired) {
        boolean anyObject = desired.equals(Value.Tree.EMPTY) && live instanceof Value.Tree;
        return anyObject || Canonical.same(path, live, desired);
    }
}
