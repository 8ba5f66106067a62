package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a merge depends on.
 *
 * @param base what was last applied
 * @param desired what the descriptor says
 * @param live what Auth0 holds
 * @param claims which paths other owners' records hold
 * @param policies what is done about conflicts
 * @param rules what the delivery says about the paths
 */
public record MergeInput(
        Base base, Desired desired, Options live, OtherOwners claims, ConflictPolicies policies, MergeRules rules) {

    /** Whether the live value at a path that we own differs from what was applied, or no longer exists. */
    boolean changedSince(FieldPath path) {
        if (!base.owns(path)) {
            return false;
        }
        Optional<Value> effective = rules.canonical().effective(live, path);
        return effective.isEmpty() || !base.agrees(path, effective.get());
    }

    /** Whether a live value satisfies a desired one. Any object satisfies the empty object. */
    boolean satisfies(FieldPath path, Value live, Value desired) {
        boolean anyObject = desired.equals(Value.Tree.EMPTY) && live instanceof Value.Tree;
        return anyObject || rules.canonical().same(path, live, desired);
    }

    /** What was last applied: the questions that the merge asks about it. */
    public interface Base {

        /** The base before the first apply: it owns nothing. */
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

        /** Whether the last applied descriptor held a leaf at exactly this path. */
        boolean owns(FieldPath path);

        /** Whether this value means the same as the one that was applied at this path. */
        boolean agrees(FieldPath path, Value value);

        /** Whether Auth0 itself put this value back after we removed it; to remove it again would change nothing. */
        default boolean returned(FieldPath path, Value value) {
            return false;
        }
    }

    /**
     * What the descriptor says.
     *
     * @param options the options it sets
     * @param removals the paths that must not exist
     */
    public record Desired(Options options, Set<FieldPath> removals) {

        public Desired {
            removals = Set.copyOf(removals);
        }

        /** Whether the descriptor lists this path, or one above it, for removal. */
        boolean removes(FieldPath path) {
            return path.isAtOrBelowOneOf(removals);
        }

        /** Whether the descriptor sets this path or one below it. */
        boolean setsAtOrBelow(FieldPath path) {
            return options.get(path).isPresent();
        }
    }

    /** Which paths the applied records of other owners hold. */
    @FunctionalInterface
    public interface OtherOwners {

        /** No other owner has a record. */
        OtherOwners NONE = path -> Optional.empty();

        /** The other owner whose record holds this path, a path above it or a path below it. */
        Optional<String> claimedBy(FieldPath path);
    }
}
