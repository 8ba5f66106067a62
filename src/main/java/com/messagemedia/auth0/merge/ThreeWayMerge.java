package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.OptionsDraft;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The three-way merge: decides each leaf of desired and of live, settles conflicts by policy, and builds the full options to
 * be sent. Objects are walked; scalars, arrays and empty objects are leaves. docs/MERGE.md holds the table.
 */
public final class ThreeWayMerge {

    private ThreeWayMerge() {}

    /** Merges. A result with conflicts or refusals must not be sent. */
    public static MergeResult merge(MergeInput input) {
        List<Decision> decisions = new ArrayList<>(new DesiredLeaves(input).decide());
        decisions.addAll(new LiveLeaves(input).decide());
        List<Decision> settled = new ConflictResolver(input).resolve(decisions);
        Optional<LeavingKeys> leaving = input.rules().leaving();
        List<Decision> switched =
                leaving.isPresent() ? leaving.get().apply(input, settled, tree(input, settled)) : settled;
        List<Decision> sorted = new ArrayList<>(switched);
        sorted.sort(Comparator.comparing(Decision::path));
        return new MergeResult(tree(input, sorted), sorted);
    }

    private static Options tree(MergeInput input, List<Decision> decisions) {
        OptionsDraft merged = OptionsDraft.of(input.live());
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Removed removed) {
                merged.without(removed.path());
            }
        }
        for (Decision decision : decisions) {
            set(merged, input, decision);
        }
        return merged.options();
    }

    private static void set(OptionsDraft merged, MergeInput input, Decision decision) {
        if (decision instanceof Decision.Added added) {
            merged.with(added.path(), added.desired());
        } else if (decision instanceof Decision.Changed changed) {
            merged.with(changed.path(), changed.desired());
        } else if (decision instanceof Decision.Kept kept
                && kept.managed()
                && kept.live() instanceof Value.Tree
                && !merged.has(kept.path())) {
            // Removals took the last member of a desired empty object, and so the object: it is set again.
            merged.with(kept.path(), input.desired().options().get(kept.path()).orElseThrow());
        }
    }

    /**
     * The result of a merge.
     *
     * @param merged the full options to send; not to be sent unless {@link #isSettled}
     * @param decisions one decision for each leaf of live and of desired, in path order; a refusal speaks for the live leaves
     *     below it, and a conflict that stands for the desired ones
     */
    public record MergeResult(Options merged, List<Decision> decisions) {

        public MergeResult {
            decisions = List.copyOf(decisions);
        }

        /** Whether no conflict and no refusal is left. */
        public boolean isSettled() {
            for (Decision decision : decisions) {
                if (decision instanceof Decision.Conflict || decision instanceof Decision.Refused) {
                    return false;
                }
            }
            return true;
        }
    }
}
