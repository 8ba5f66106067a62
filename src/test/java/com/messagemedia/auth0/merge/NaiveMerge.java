package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The merge once more, from the table of docs/MERGE.md and nothing else: flat maps of paths, every path looked at on its own
 * and against all others, no tree. Slow, and too plain to hide a mistake.
 */
final class NaiveMerge {

    private static final Value EMPTY = Value.Tree.EMPTY;
    private static final String CLAIMED = "conflict, claimed by " + RandomMerge.OTHER_OWNER;

    private final Map<FieldPath, Optional<Value>> base;
    private final Map<FieldPath, Value> desired;
    private final Map<FieldPath, Value> live;
    private final MergeInput input;
    private final Map<FieldPath, String> words = new HashMap<>();

    NaiveMerge(RandomMerge merge) {
        base = new HashMap<>(merge.base().applied());
        desired = new HashMap<>(merge.desired().leaves());
        live = new HashMap<>(merge.live().leaves());
        input = merge.input();
        desired.keySet().forEach(this::decideDesired);
        live.keySet().stream().filter(path -> !isCovered(path)).forEach(this::decideLive);
        settleUnit();
        List.copyOf(words.keySet()).forEach(this::settle);
        switchProvider();
    }

    /** What became of each path, in the words of {@link DecisionText}. */
    Map<FieldPath, String> words() {
        return new TreeMap<>(words);
    }

    /** The leaves to be sent. */
    Map<FieldPath, Value> leaves() {
        Map<FieldPath, Value> out = new HashMap<>();
        words.forEach((path, word) -> {
            if (word.startsWith("added") || word.startsWith("changed")) {
                out.put(path, desired.get(path));
            } else if (!word.startsWith("removed") && live.containsKey(path)) {
                out.put(path, live.get(path));
            } else if (word.equals("managed")) {
                out.put(path, EMPTY);
            }
        });
        out.entrySet()
                .removeIf(leaf -> leaf.getValue().equals(EMPTY)
                        && out.keySet().stream().anyMatch(path -> isBelow(path, leaf.getKey())));
        return out;
    }

    private void decideDesired(FieldPath path) {
        Optional<FieldPath> obstacle = live.keySet().stream()
                .filter(above -> isBelow(path, above) && !live.get(above).equals(EMPTY))
                .findFirst();
        Set<FieldPath> inside = below(path, live.keySet());
        if (obstacle.isPresent()) {
            decideObstructed(path, obstacle.get());
        } else if (!inside.isEmpty() && !desired.get(path).equals(EMPTY)) {
            decideOverObject(path, inside);
        } else if (isClaimed(path)) {
            words.put(path, CLAIMED);
        } else if (isSatisfied(path)) {
            words.put(path, "managed");
        } else if (isTouched(path)) {
            words.put(path, conflict(List.of(path)));
        } else {
            String how = base.containsKey(path) ? "owned" : "adopted";
            words.put(path, (live.containsKey(path) ? "changed, " : "added, ") + how);
        }
    }

    private void decideObstructed(FieldPath path, FieldPath obstacle) {
        Set<FieldPath> wanted = below(obstacle, desired.keySet());
        if (isClaimed(obstacle)) {
            words.put(obstacle, CLAIMED);
        } else if (isTouched(obstacle) || wanted.stream().anyMatch(this::isTouched)) {
            words.put(obstacle, conflict(wanted));
        } else {
            words.put(obstacle, "removed, replaced");
            words.put(path, "added, " + (base.containsKey(obstacle) ? "owned" : "adopted"));
        }
    }

    private void decideOverObject(FieldPath path, Set<FieldPath> inside) {
        boolean changed = base.containsKey(path) || inside.stream().anyMatch(this::isTouched);
        boolean disputed = changed || isClaimed(path);
        Predicate<FieldPath> somebodys = leaf -> base.containsKey(leaf) || isListed(leaf) || isClaimed(leaf);
        String unmanaged = inside.stream()
                .filter(somebodys.negate())
                .sorted()
                .map(FieldPath::toString)
                .collect(Collectors.joining(" "));
        if (!unmanaged.isEmpty() && !(disputed && policy(path) == ConflictPolicy.KEEP)) {
            words.put(path, "refused, unmanaged " + unmanaged);
        } else if (disputed) {
            words.put(path, isClaimed(path) ? CLAIMED : conflict(List.of(path)));
        } else {
            inside.forEach(leaf -> words.put(leaf, "removed, replaced"));
            words.put(path, "changed, " + (base.keySet().containsAll(inside) ? "owned" : "adopted"));
        }
    }

    /** A live leaf about which a desired leaf has decided: the same, one inside it, or one that takes the whole place. */
    private boolean isCovered(FieldPath path) {
        return desired.keySet().stream()
                .anyMatch(wanted -> wanted.equals(path)
                        || (isBelow(wanted, path) && !live.get(path).equals(EMPTY))
                        || (isBelow(path, wanted) && !desired.get(wanted).equals(EMPTY)));
    }

    private void decideLive(FieldPath path) {
        if (isListed(path)) {
            words.put(path, isClaimed(path) ? CLAIMED : "removed, listed");
        } else if (!below(path, desired.keySet()).isEmpty()) {
            words.put(path, "kept");
        } else if (isTouched(path) || hasGrown(path)) {
            words.put(path, "conflict, changed before removal");
        } else if (base.containsKey(path)) {
            words.put(path, isClaimed(path) ? CLAIMED : "removed, no longer desired");
        } else {
            words.put(path, "kept");
        }
    }

    private boolean hasGrown(FieldPath path) {
        return base.keySet().stream()
                .filter(above -> isBelow(path, above))
                .filter(above -> !base.get(above).equals(Optional.of(EMPTY)))
                .anyMatch(above -> !desired.containsKey(above)
                        && below(above, desired.keySet()).isEmpty());
    }

    private void settleUnit() {
        Set<ConflictPolicy> policies = words.keySet().stream()
                .filter(path -> isInUnit(path) && words.get(path).startsWith("conflict"))
                .map(this::policy)
                .collect(Collectors.toSet());
        if (policies.contains(ConflictPolicy.KEEP) && !policies.contains(ConflictPolicy.FAIL)) {
            for (FieldPath path : List.copyOf(words.keySet())) {
                boolean moves =
                        Stream.of("added", "changed", "removed", "conflict").anyMatch(words.get(path)::startsWith);
                if (isInUnit(path) && moves) {
                    keep(path);
                }
            }
        }
    }

    private void keep(FieldPath path) {
        String before = words.put(path, "kept by policy");
        if (before.startsWith("conflict")) {
            decidedWith(path).forEach(leaf -> words.put(leaf, "kept by policy"));
            below(path, desired.keySet()).forEach(leaf -> words.put(leaf, "kept by policy"));
        }
    }

    private void settle(FieldPath path) {
        if (!words.get(path).startsWith("conflict")) {
            return;
        }
        switch (policy(path)) {
            case FAIL -> decidedWith(path).forEach(leaf -> words.put(leaf, "kept"));
            case KEEP -> keep(path);
            case OVERWRITE -> overwrite(path);
        }
    }

    private void overwrite(FieldPath path) {
        decidedWith(path).forEach(leaf -> words.put(leaf, "removed, overwritten"));
        below(path, desired.keySet()).forEach(leaf -> words.put(leaf, "added, overwritten"));
        if (!desired.containsKey(path)) {
            words.put(path, "removed, overwritten");
        } else if (isSatisfied(path)) {
            words.put(path, "managed");
        } else {
            boolean present =
                    live.containsKey(path) || !below(path, live.keySet()).isEmpty();
            words.put(path, (present ? "changed" : "added") + ", overwritten");
        }
    }

    private Set<FieldPath> decidedWith(FieldPath path) {
        return EMPTY.equals(desired.get(path)) ? Set.of() : below(path, live.keySet());
    }

    private void switchProvider() {
        FieldPath provider = FieldPath.of("provider");
        Value gateway = Value.of("sms_gateway");
        if (!gateway.equals(leaves().get(provider)) || !gateway.equals(desired.get(provider))) {
            return;
        }
        for (FieldPath path : List.copyOf(words.keySet())) {
            if (Set.of("twilio_sid", "twilio_token").contains(path.head())
                    && words.get(path).equals("kept")) {
                words.put(path, isClaimed(path) ? CLAIMED : "removed, provider switch");
                settle(path);
            }
        }
    }

    private String conflict(Iterable<FieldPath> wanted) {
        for (FieldPath path : wanted) {
            if (!agrees(path, desired.get(path))) {
                return "conflict, both changed";
            }
        }
        return "conflict, drift";
    }

    private boolean isTouched(FieldPath path) {
        return base.containsKey(path) && !(live.containsKey(path) && agrees(path, live.get(path)));
    }

    private boolean agrees(FieldPath path, Value value) {
        return base.getOrDefault(path, Optional.empty())
                .filter(applied -> GatewayOptions.MERGE_RULES.canonical().same(path, applied, value))
                .isPresent();
    }

    private boolean isSatisfied(FieldPath path) {
        boolean anyObject =
                desired.get(path).equals(EMPTY) && !below(path, live.keySet()).isEmpty();
        return anyObject
                || (live.containsKey(path)
                        && GatewayOptions.MERGE_RULES.canonical().same(path, live.get(path), desired.get(path)));
    }

    private boolean isClaimed(FieldPath path) {
        return input.claims().claimedBy(path).isPresent();
    }

    private boolean isListed(FieldPath path) {
        return input.desired().removals().stream().anyMatch(listed -> listed.equals(path) || isBelow(path, listed));
    }

    private ConflictPolicy policy(FieldPath path) {
        return input.policies().at(path);
    }

    private static boolean isInUnit(FieldPath path) {
        return List.of("provider", "gateway_url").contains(path.head())
                || path.head().equals("gateway_authentication");
    }

    private static Set<FieldPath> below(FieldPath path, Set<FieldPath> paths) {
        return paths.stream().filter(other -> isBelow(other, path)).collect(Collectors.toSet());
    }

    private static boolean isBelow(FieldPath path, FieldPath above) {
        return !path.equals(above) && path.startsWith(above);
    }
}
