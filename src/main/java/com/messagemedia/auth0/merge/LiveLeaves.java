package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides all other live leaves: those we own but no longer name, those listed for removal, and those that are not ours. */
final class LiveLeaves {

    private final MergeInput input;

    LiveLeaves(MergeInput input) {
        this.input = input;
    }

    List<Decision> decide() {
        return input.live().leaves().entrySet().stream()
                .filter(leaf -> !isDecidedByDesired(leaf.getKey()))
                .map(this::decide)
                .toList();
    }

    /** Whether a path is a desired leaf, is below one that is not an empty object, or is in the way of one. */
    private boolean isDecidedByDesired(FieldPath path) {
        boolean obstacle =
                input.live().get(path).filter(Value.Tree.class::isInstance).isEmpty()
                        && input.desired().setsAtOrBelow(path);
        return obstacle || isAtOrBelowDesiredLeaf(path);
    }

    private boolean isAtOrBelowDesiredLeaf(FieldPath path) {
        Options desired = input.desired().options();
        return desired.leafAtOrAbove(path)
                .filter(leaf -> leaf.equals(path)
                        || desired.get(leaf)
                                .filter(value -> !value.equals(Value.Tree.EMPTY))
                                .isPresent())
                .isPresent();
    }

    private Decision decide(Map.Entry<FieldPath, Value> leaf) {
        FieldPath path = leaf.getKey();
        if (input.desired().removes(path) && !input.base().returned(path, leaf.getValue())) {
            return remove(path, leaf.getValue(), Reason.LISTED);
        }
        if (input.desired().setsAtOrBelow(path)) {
            // An empty object that gets its first member needs no decision of its own.
            return new Kept(path, leaf.getValue(), false);
        }
        if (input.base().owns(path)) {
            return input.changedSince(path)
                    ? conflict(path, leaf.getValue(), Cause.of(Kind.CHANGED_BEFORE_REMOVAL))
                    : remove(path, leaf.getValue(), Reason.NO_LONGER_DESIRED);
        }
        return grewFromOwned(path)
                ? conflict(path, leaf.getValue(), Cause.of(Kind.CHANGED_BEFORE_REMOVAL))
                : new Kept(path, leaf.getValue(), false);
    }

    /** Whether we owned a scalar or array above this leaf and no longer name it, and somebody turned it into an object. */
    private boolean grewFromOwned(FieldPath path) {
        return path.above().stream()
                .anyMatch(above -> input.base().owns(above)
                        && !input.desired().setsAtOrBelow(above)
                        && !input.base().agrees(above, Value.Tree.EMPTY));
    }

    private Decision remove(FieldPath path, Value live, Reason reason) {
        Optional<String> other = input.claims().claimedBy(path);
        return other.isPresent()
                ? conflict(path, live, new Cause(Kind.CLAIMED, other))
                : new Removed(path, live, reason);
    }

    private static Conflict conflict(FieldPath path, Value live, Cause cause) {
        return new Conflict(path, Optional.empty(), Optional.of(live), cause);
    }
}
