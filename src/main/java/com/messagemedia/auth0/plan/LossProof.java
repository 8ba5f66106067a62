package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Proves that a write loses nothing. Every live leaf is in the body unchanged, or the plan lists its change or removal. The
 * body holds every listed value and no removed value. It holds nothing that is in neither the live options nor the plan. The
 * proof reads the body itself and does not trust the merge.
 */
final class LossProof {

    private final Options live;
    private final Options body;
    private final List<Decision> changes;
    private final Set<FieldPath> listed;

    LossProof(Options live, Options body, List<Decision> decisions) {
        this.live = live;
        this.body = body;
        this.changes = decisions.stream().filter(Decision::changesLive).toList();
        this.listed = changes.stream().map(Decision::path).collect(Collectors.toSet());
    }

    /** Returns the leaves for which the proof fails; empty if the write loses nothing. */
    List<FieldPath> unproven() {
        Set<FieldPath> unproven = new TreeSet<>();
        live.leaves().entrySet().stream()
                .filter(leaf -> !isCarried(leaf) && !listed.contains(leaf.getKey()))
                .forEach(leaf -> unproven.add(leaf.getKey()));
        body.leaves().entrySet().stream()
                .filter(leaf -> !isFromLive(leaf) && !listed.contains(leaf.getKey()))
                .forEach(leaf -> unproven.add(leaf.getKey()));
        changes.stream().filter(change -> !isCarriedOut(change)).forEach(change -> unproven.add(change.path()));
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
        return sent.filter(Value::isLeaf).isEmpty();
    }

    private boolean isCarried(Map.Entry<FieldPath, Value> leaf) {
        Value value = leaf.getValue();
        return body.get(leaf.getKey())
                // An empty object that gains members is not lost.
                .filter(sent -> sent.equals(value) || (value.equals(Value.Tree.EMPTY) && sent instanceof Value.Tree))
                .isPresent();
    }

    private boolean isFromLive(Map.Entry<FieldPath, Value> leaf) {
        boolean emptied = leaf.getValue().equals(Value.Tree.EMPTY)
                && live.get(leaf.getKey()).filter(Value.Tree.class::isInstance).isPresent();
        return emptied
                || live.get(leaf.getKey()).filter(leaf.getValue()::equals).isPresent();
    }
}
