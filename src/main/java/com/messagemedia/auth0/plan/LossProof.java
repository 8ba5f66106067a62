package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.merge.Decision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The proof that nothing is lost: every live leaf is in the body as it was, or the plan lists its change or removal; and the
 * body holds nothing that neither live nor the plan has. It looks at the body itself and trusts the merge in nothing.
 */
final class LossProof {

    private final Options live;
    private final Options body;
    private final Set<FieldPath> listed;

    LossProof(Options live, Options body, List<Decision> decisions) {
        this.live = live;
        this.body = body;
        this.listed = decisions.stream()
                .filter(LossProof::isListed)
                .map(Decision::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isListed(Decision decision) {
        return decision instanceof Decision.Added
                || decision instanceof Decision.Changed
                || decision instanceof Decision.Removed;
    }

    /** The leaves that the proof fails for; none when nothing is lost. */
    List<FieldPath> unproven() {
        Set<FieldPath> unproven = new TreeSet<>();
        live.leaves().entrySet().stream()
                .filter(leaf -> !isCarried(leaf) && !listed.contains(leaf.getKey()))
                .forEach(leaf -> unproven.add(leaf.getKey()));
        body.leaves().entrySet().stream()
                .filter(leaf -> !isFromLive(leaf) && !listed.contains(leaf.getKey()))
                .forEach(leaf -> unproven.add(leaf.getKey()));
        return List.copyOf(unproven);
    }

    private boolean isCarried(Map.Entry<FieldPath, Value> leaf) {
        Value value = leaf.getValue();
        return body.get(leaf.getKey())
                // An empty object is still there when it has received members.
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
