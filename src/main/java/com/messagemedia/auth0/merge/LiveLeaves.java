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
import java.util.ArrayList;
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
        List<Decision> decisions = new ArrayList<>();
        for (Map.Entry<FieldPath, Value> leaf : input.live().leaves().entrySet()) {
            if (!isDecidedByDesired(leaf.getKey())) {
                decisions.add(decide(leaf));
            }
        }
        return decisions;
    }

    /** Whether a path is a desired leaf, is below one that is not an empty object, or is in the way of one. */
    private boolean isDecidedByDesired(FieldPath path) {
        Optional<Value> live = input.live().get(path);
        boolean object = live.isPresent() && live.get() instanceof Value.Tree;
        boolean obstacle = !object && input.desired().setsAtOrBelow(path);
        return obstacle || isAtOrBelowDesiredLeaf(path);
    }

    private boolean isAtOrBelowDesiredLeaf(FieldPath path) {
        Options desired = input.desired().options();
        Optional<FieldPath> leaf = desired.leafAtOrAbove(path);
        return leaf.isPresent()
                && (leaf.get().equals(path) || !desired.get(leaf.get()).equals(Optional.of(Value.Tree.EMPTY)));
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
        for (FieldPath above : path.above()) {
            if (input.base().owns(above)
                    && !input.desired().setsAtOrBelow(above)
                    && !input.base().agrees(above, Value.Tree.EMPTY)) {
                return true;
            }
        }
        return false;
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
