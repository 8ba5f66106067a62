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
import java.util.Optional;

/**
 * Keys that are removed when the descriptor sets a certain value at a path and the merged options hold it, because Auth0
 * does not use them with that value. This is the only rule that removes options that no applied record holds.
 *
 * @param at the path that decides
 * @param value the value at that path that removes the keys
 * @param keys the keys to remove, with everything below them
 */
public record LeavingKeys(FieldPath at, Value value, List<FieldPath> keys) {

    public LeavingKeys {
        keys = List.copyOf(keys);
    }

    /** Whether a path is one of the keys, or below one. */
    boolean covers(FieldPath path) {
        for (FieldPath key : keys) {
            if (path.startsWith(key)) {
                return true;
            }
        }
        return false;
    }

    List<Decision> apply(MergeInput input, List<Decision> decisions, Options merged) {
        if (!decides(merged) || !decides(input.desired().options())) {
            return decisions;
        }
        List<Decision> switched = new ArrayList<>();
        for (Decision decision : decisions) {
            switched.addAll(leaves(input, decision) ? remove(input, (Kept) decision) : List.of(decision));
        }
        return switched;
    }

    private boolean decides(Options options) {
        return options.get(at).equals(Optional.of(value));
    }

    private boolean leaves(MergeInput input, Decision decision) {
        return decision instanceof Kept kept
                && !kept.managed()
                && !input.base().returned(kept.path(), kept.live())
                && covers(kept.path());
    }

    private static List<Decision> remove(MergeInput input, Kept kept) {
        Optional<String> other = input.claims().claimedBy(kept.path());
        if (other.isEmpty()) {
            return List.of(new Removed(kept.path(), kept.live(), Reason.PROVIDER_SWITCH));
        }
        Cause claimed = new Cause(Kind.CLAIMED, other);
        return new ConflictResolver(input)
                .resolve(new Conflict(kept.path(), Optional.empty(), Optional.of(kept.live()), claimed));
    }
}
