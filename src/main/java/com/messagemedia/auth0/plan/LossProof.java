package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves that a write loses nothing. Every live leaf is in the body unchanged, or the plan lists its change or removal. The
 * body holds every listed value and no removed value. It holds nothing that is in neither the live options nor the plan. The
 * proof reads the body itself and does not trust the merge.
 */
final class LossProof {

    private final Options live;
    private final Options body;
    private final List<Decision> changes = new ArrayList<>();
    private final Set<FieldPath> listed = new HashSet<>();

    LossProof(Options live, Options body, List<Decision> decisions) {
        this.live = live;
        this.body = body;
        for (Decision decision : decisions) {
            if (decision.changesLive()) {
                changes.add(decision);
                listed.add(decision.path());
            }
        }
    }

    /** Returns the leaves for which the proof fails; empty if the write loses nothing. */
    List<FieldPath> unproven() {
        Set<FieldPath> unproven = new TreeSet<>();
        for (Map.Entry<FieldPath, Value> leaf : live.leaves().entrySet()) {
            if (!isCarried(leaf) && !listed.contains(leaf.getKey())) {
                unproven.add(leaf.getKey());
            }
        }
        for (Map.Entry<FieldPath, Value> leaf : body.leaves().entrySet()) {
            if (!isFromLive(leaf) && !listed.contains(leaf.getKey())) {
                unproven.add(leaf.getKey());
            }
        }
        for (Decision change : changes) {
            if (!isCarriedOut(change)) {
                unproven.add(change.path());
            }
        }
        return List.copyOf(unproven);
    }

    private boolean isCarriedOut(Decision change) {
        Optional<Value> sent = body.get(change.path());
        if (change instanceof Decision.Added added) {
            return sent.equals(Optional.of(added.desired()));
        }
        if (change instanceof Decision.Changed changed) {
            return sent.equals(Optional.of(changed.desired()));
        }
        // An object may replace a leaf. The plan lists its members separately.
        return sent.isEmpty() || !sent.get().isLeaf();
    }

    private boolean isCarried(Map.Entry<FieldPath, Value> leaf) {
        Value value = leaf.getValue();
        Optional<Value> sent = body.get(leaf.getKey());
        // An empty object that gains members is not lost.
        return sent.isPresent()
                && (sent.get().equals(value) || (value.equals(Value.Tree.EMPTY) && sent.get() instanceof Value.Tree));
    }

    private boolean isFromLive(Map.Entry<FieldPath, Value> leaf) {
        Value value = leaf.getValue();
        Optional<Value> before = live.get(leaf.getKey());
        return before.isPresent()
                && (before.get().equals(value)
                        || (value.equals(Value.Tree.EMPTY) && before.get() instanceof Value.Tree));
    }
}
