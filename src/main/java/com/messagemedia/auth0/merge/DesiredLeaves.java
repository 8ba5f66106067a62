package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.Reason;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides the leaves that the descriptor sets, and the live leaves that are in their way. */
final class DesiredLeaves {

    private final MergeInput input;
    private final List<Decision> decisions = new ArrayList<>();

    DesiredLeaves(MergeInput input) {
        this.input = input;
    }

    List<Decision> decide() {
        Map<FieldPath, Set<FieldPath>> obstructed = new TreeMap<>();
        for (Map.Entry<FieldPath, Value> leaf :
                input.desired().options().leaves().entrySet()) {
            Optional<FieldPath> obstacle = obstacle(input.live(), leaf.getKey());
            if (obstacle.isPresent()) {
                obstructed
                        .computeIfAbsent(obstacle.get(), any -> new TreeSet<>())
                        .add(leaf.getKey());
            } else {
                decideLeaf(leaf.getKey(), leaf.getValue());
            }
        }
        for (Map.Entry<FieldPath, Set<FieldPath>> leaves : obstructed.entrySet()) {
            decideObstructed(leaves.getKey(), leaves.getValue());
        }
        return decisions;
    }

    /** The path above {@code path} where live holds something that is no object, so that nothing can stand below it. */
    static Optional<FieldPath> obstacle(Options live, FieldPath path) {
        for (FieldPath above : path.above()) {
            Optional<Value> value = live.get(above);
            if (value.isPresent() && !(value.get() instanceof Value.Tree)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private void decideLeaf(FieldPath path, Value desired) {
        Optional<Value> live = input.live().get(path);
        Optional<String> other = input.claims().claimedBy(path);
        Optional<Value> effective = input.rules().canonical().effective(input.live(), path);
        boolean overObject = live.isPresent() && !live.get().isLeaf() && !desired.equals(Value.Tree.EMPTY);
        if (overObject) {
            decideOverObject(path, desired);
        } else if (other.isPresent()) {
            conflict(path, new Cause(Kind.CLAIMED, other));
        } else if (effective.isPresent() && input.satisfies(path, effective.get(), desired)) {
            decisions.add(new Kept(path, effective.get(), true));
        } else if (input.changedSince(path)) {
            conflict(path, changed(path, desired));
        } else {
            set(path, live, desired, input.base().owns(path) ? How.OWNED : How.ADOPTED);
        }
    }

    private void set(FieldPath path, Optional<Value> live, Value desired, How how) {
        decisions.add(live.isPresent() ? new Changed(path, live.get(), desired, how) : new Added(path, desired, how));
    }

    private Cause changed(FieldPath path, Value desired) {
        return Cause.of(input.base().agrees(path, desired) ? Kind.DRIFT : Kind.BOTH_CHANGED);
    }

    private void conflict(FieldPath path, Cause cause) {
        decisions.add(new Conflict(
                path, input.desired().options().get(path), input.live().get(path), cause));
    }

    /** A scalar or array is desired where live holds an object: what nobody's record holds may go only where listed. */
    private void decideOverObject(FieldPath path, Value desired) {
        Map<FieldPath, Value> below = input.live().leavesUnder(path);
        List<FieldPath> unmanaged =
                below.keySet().stream().filter(this::isUnmanaged).toList();
        Optional<String> other = input.claims().claimedBy(path);
        boolean changed = input.base().owns(path) || below.keySet().stream().anyMatch(input::changedSince);
        boolean kept = (changed || other.isPresent()) && input.policies().at(path) == ConflictPolicy.KEEP;
        if (!unmanaged.isEmpty() && !kept) {
            decisions.add(new Refused(path, desired, unmanaged));
        } else if (other.isPresent()) {
            conflict(path, new Cause(Kind.CLAIMED, other));
        } else if (changed) {
            conflict(path, changed(path, desired));
        } else {
            below.forEach((leaf, value) -> decisions.add(new Removed(leaf, value, Reason.REPLACED)));
            How how = below.keySet().stream().allMatch(input.base()::owns) ? How.OWNED : How.ADOPTED;
            set(path, input.live().get(path), desired, how);
        }
    }

    private boolean isUnmanaged(FieldPath leaf) {
        return !input.base().owns(leaf)
                && !input.desired().removes(leaf)
                && input.claims().claimedBy(leaf).isEmpty();
    }

    /** Members are desired where live holds a scalar, an array or null. */
    private void decideObstructed(FieldPath obstacle, Set<FieldPath> leaves) {
        Optional<String> other = input.claims().claimedBy(obstacle);
        boolean changed = input.changedSince(obstacle) || leaves.stream().anyMatch(input::changedSince);
        if (other.isPresent()) {
            conflict(obstacle, new Cause(Kind.CLAIMED, other));
        } else if (changed) {
            boolean drift = leaves.stream()
                    .allMatch(leaf -> input.base()
                            .agrees(leaf, input.desired().options().get(leaf).orElseThrow()));
            conflict(obstacle, Cause.of(drift ? Kind.DRIFT : Kind.BOTH_CHANGED));
        } else {
            How how = input.base().owns(obstacle) ? How.OWNED : How.ADOPTED;
            decisions.add(new Removed(obstacle, input.live().get(obstacle).orElseThrow(), Reason.REPLACED));
            leaves.forEach(leaf -> decisions.add(
                    new Added(leaf, input.desired().options().get(leaf).orElseThrow(), how)));
        }
    }
}
