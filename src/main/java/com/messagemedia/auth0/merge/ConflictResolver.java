package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settles conflicts by policy. The unit is settled as a whole: if one of its conflicts is kept, all of it is kept. */
final class ConflictResolver {

    private final MergeInput input;

    ConflictResolver(MergeInput input) {
        this.input = input;
    }

    List<Decision> resolve(List<Decision> decisions) {
        boolean unitKept = keepsUnit(decisions);
        List<Decision> settled = new ArrayList<>();
        for (Decision decision : decisions) {
            if (unitKept && input.rules().inUnit(decision.path())) {
                settled.addAll(keep(decision));
            } else if (decision instanceof Conflict conflict) {
                settled.addAll(resolve(conflict));
            } else {
                settled.add(decision);
            }
        }
        return settled;
    }

    private boolean keepsUnit(List<Decision> decisions) {
        Set<ConflictPolicy> policies = EnumSet.noneOf(ConflictPolicy.class);
        for (Decision decision : decisions) {
            if (decision instanceof Conflict && input.rules().inUnit(decision.path())) {
                policies.add(input.policies().at(decision.path()));
            }
        }
        return policies.contains(ConflictPolicy.KEEP) && !policies.contains(ConflictPolicy.FAIL);
    }

    /** Applies the policy to a conflict; the result is the conflict itself, or the decisions that settle it. */
    List<Decision> resolve(Conflict conflict) {
        return switch (input.policies().at(conflict.path())) {
            case FAIL -> fail(conflict);
            case KEEP -> keep(conflict);
            case OVERWRITE -> overwrite(conflict);
        };
    }

    private List<Decision> keep(Decision decision) {
        if (decision instanceof Conflict conflict) {
            List<Decision> kept = new ArrayList<>();
            kept.add(new KeptByPolicy(conflict.path(), conflict.live(), conflict.desired()));
            liveBelow(conflict)
                    .forEach((leaf, value) -> kept.add(new KeptByPolicy(leaf, Optional.of(value), Optional.empty())));
            desiredBelow(conflict)
                    .forEach((leaf, value) -> kept.add(new KeptByPolicy(leaf, Optional.empty(), Optional.of(value))));
            return kept;
        }
        if (decision instanceof Added added) {
            return List.of(new KeptByPolicy(added.path(), Optional.empty(), Optional.of(added.desired())));
        }
        if (decision instanceof Changed changed) {
            return List.of(
                    new KeptByPolicy(changed.path(), Optional.of(changed.live()), Optional.of(changed.desired())));
        }
        if (decision instanceof Removed removed) {
            Optional<Value> desired = input.desired().options().get(removed.path());
            return List.of(new KeptByPolicy(removed.path(), Optional.of(removed.live()), desired));
        }
        return List.of(decision);
    }

    private static List<Decision> fail(Conflict conflict) {
        List<Decision> decisions = new ArrayList<>(List.of(conflict));
        liveBelow(conflict).forEach((leaf, value) -> decisions.add(new Kept(leaf, value, false)));
        return decisions;
    }

    private List<Decision> overwrite(Conflict conflict) {
        List<Decision> decisions = new ArrayList<>();
        if (conflict.desired().isEmpty()) {
            decisions.add(new Removed(conflict.path(), conflict.live().orElseThrow(), Reason.OVERWRITTEN));
            return decisions;
        }
        liveBelow(conflict).forEach((leaf, value) -> decisions.add(new Removed(leaf, value, Reason.OVERWRITTEN)));
        Map<FieldPath, Value> below = desiredBelow(conflict);
        if (!below.isEmpty()) {
            conflict.live().ifPresent(live -> decisions.add(new Removed(conflict.path(), live, Reason.OVERWRITTEN)));
            below.forEach((leaf, value) -> decisions.add(new Added(leaf, value, How.OVERWRITTEN)));
        } else {
            decisions.add(
                    set(conflict.path(), conflict.live(), conflict.desired().orElseThrow()));
        }
        return decisions;
    }

    private Decision set(FieldPath path, Optional<Value> live, Value desired) {
        if (live.isEmpty()) {
            return new Added(path, desired, How.OVERWRITTEN);
        }
        return input.satisfies(path, live.get(), desired)
                ? new Kept(path, live.get(), true)
                : new Changed(path, live.get(), desired, How.OVERWRITTEN);
    }

    /** The live leaves that this conflict also decides. Leaves in a desired empty object are decided one by one. */
    private static Map<FieldPath, Value> liveBelow(Conflict conflict) {
        boolean decidedAlone =
                conflict.desired().filter(Value.Tree.EMPTY::equals).isPresent();
        return decidedAlone ? Map.of() : leavesBelow(conflict.path(), conflict.live());
    }

    /** The desired leaves below a live value that is in their way. */
    private static Map<FieldPath, Value> desiredBelow(Conflict conflict) {
        return leavesBelow(conflict.path(), conflict.desired());
    }

    private static Map<FieldPath, Value> leavesBelow(FieldPath path, Optional<Value> value) {
        return value.filter(present -> !present.isLeaf())
                .map(tree -> Options.EMPTY.with(path, tree).leavesUnder(path))
                .orElse(Map.of());
    }
}
