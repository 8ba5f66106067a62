package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.Optional;
import java.util.Set;

/**
 * All that a merge depends on.
 *
 * @param base what was last applied
 * @param desired what the descriptor says
 * @param live what Auth0 holds
 * @param claims what other owners' records hold
 * @param policies what is done about conflicts
 * @param rules what the way of delivery says of the paths
 */
public record MergeInput(
        Base base, Desired desired, Options live, OtherOwners claims, ConflictPolicies policies, MergeRules rules) {

    /** Whether the live value at a path is other than what was applied there, or is gone; false where we own nothing. */
    boolean changedSince(FieldPath path) {
        return base.owns(path)
                && rules.canonical()
                        .effective(live, path)
                        .filter(value -> base.agrees(path, value))
                        .isEmpty();
    }

    /** Whether a live value is as a desired one wants it; the empty object is satisfied by any object. */
    boolean satisfies(FieldPath path, Value live, Value desired) {
        boolean anyObject = desired.equals(Value.Tree.EMPTY) && live instanceof Value.Tree;
        return anyObject || rules.canonical().same(path, live, desired);
    }

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

    /**
     * What the descriptor says.
     *
     * @param options the options it sets
     * @param removals the paths that must not be there
     */
    public record Desired(Options options, Set<FieldPath> removals) {

        public Desired {
            removals = Set.copyOf(removals);
        }

        /** Whether the descriptor lists this path, or one above it, for removal. */
        boolean removes(FieldPath path) {
            return removals.stream().anyMatch(path::startsWith);
        }

        /** Whether the descriptor sets this path or one below it. */
        boolean setsAtOrBelow(FieldPath path) {
            return options.get(path).isPresent();
        }
    }

    /** Which paths the applied records of other owners hold. */
    @FunctionalInterface
    public interface OtherOwners {

        /** Nobody else's record is there. */
        OtherOwners NONE = path -> Optional.empty();

        /** The other owner whose record holds this path, a path above it or a path below it. */
        Optional<String> claimedBy(FieldPath path);
    }
}
