package com.messagemedia.auth0.apply;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a plan made now with the approved one; they must be the same in everything. */
final class SavedPlanCheck {

    private final Map<String, Value> approved;
    private final Map<String, Value> now;
    private final boolean isNothingToDo;
    private final Set<String> putBack;

    /** Compares an approved plan with one made now, under the approved plan's key. */
    public SavedPlanCheck(SavedPlan approved, PreparedChange planned, Descriptor descriptor, String plugin) {
        this.approved = approved.members();
        this.now = SavedPlan.of(planned, descriptor, plugin, approved.key()).members();
        this.isNothingToDo = planned.plan().isNothingToDo();
        this.putBack = SavedPlan.putBackByAuth0(planned, descriptor, approved.key());
    }

    /**
     * Whether the approved plan was already applied: something differs, nothing is left to do, and Auth0 holds exactly the
     * plan's result, apart from removed options that Auth0 itself put back. The plugin's version does not matter here.
     */
    public boolean isAlreadyApplied() {
        return isNothingToDo
                && difference().isPresent()
                && Value.of(true).equals(approved.get("applicable"))
                && Stream.of("tenant", "connection", "environment", "owner", "state", "descriptor")
                        .allMatch(key -> Objects.equals(approved.get(key), now.get(key)))
                && (isCreation() || Objects.equals(approved.get("connectionId"), now.get("connectionId")))
                && result().equals(liveLessPutBack());
    }

    /** What Auth0 holds now, without the options that the approved plan removed and Auth0 itself put back. */
    private Map<String, Value> liveLessPutBack() {
        Map<String, Value> live = new TreeMap<>(members(now.get("live")));
        live.keySet().removeIf(path -> putBack.contains(path) && isRemoved(path));
        return live;
    }

    private boolean isRemoved(String path) {
        Value change = members(approved.get("changes")).get(path);
        return Value.of("remove").equals(members(change).get("action"));
    }

    private boolean isCreation() {
        return Value.of("").equals(approved.get("connectionId"));
    }

    /** What Auth0 holds after the approved plan: its live fingerprints with its changes. */
    private Map<String, Value> result() {
        Map<String, Value> result = new TreeMap<>(members(approved.get("live")));
        Map<String, Value> changes = members(approved.get("changes"));
        result.keySet().removeIf(this::isRemoved);
        changes.forEach((path, change) -> Optional.ofNullable(members(change).get("to"))
                .ifPresent(to -> {
                    // An empty object that got members is no longer a leaf.
                    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                        result.remove(path.substring(0, dot));
                    }
                    result.put(path, to);
                }));
        return result;
    }

    /** Refuses to go on if anything differs, and names it. */
    public void require() {
        difference().ifPresent(difference -> {
            throw new Fault(
                    "The approved plan no longer fits: " + difference + ". Nothing was written.",
                    "Run messagemedia:plan again, and have the new plan approved.",
                    Outcome.REFUSED);
        });
    }

    private Optional<String> difference() {
        return Stream.of(
                        single("plugin", "it was made by another version of the plugin"),
                        single("tenant", "it is for another tenant"),
                        single("connection", "it is for another connection"),
                        single("connectionId", "it is for another connection"),
                        single("environment", "it is for another environment"),
                        single("owner", "the descriptor has another owner now"),
                        single("state", "the descriptor keeps the applied record elsewhere now"),
                        paths("live", "Auth0 holds something else now at "),
                        paths("descriptor", "the descriptor, or a value it refers to, says something else now at "),
                        single("appliedRecord", "the connection's applied record or metadata has changed"),
                        paths("changes", "the plan decides otherwise now at "),
                        single("clients", "other clients are to be enabled now"),
                        single("applicable", "it could not be applied when it was made"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> single(String key, String difference) {
        return Objects.equals(approved.get(key), now.get(key)) ? Optional.empty() : Optional.of(difference);
    }

    private Optional<String> paths(String key, String difference) {
        Map<String, Value> before = decided(approved.get(key));
        Map<String, Value> after = decided(now.get(key));
        Set<String> moved = new TreeSet<>(before.keySet());
        moved.addAll(after.keySet());
        moved.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
        return moved.isEmpty() ? Optional.empty() : Optional.of(difference + NameList.of(moved));
    }

    /** A value may come from another reference or another line: the decision stays the same. */
    private static Map<String, Value> decided(@Nullable Value entries) {
        Map<String, Value> decided = new TreeMap<>();
        members(entries).forEach((path, entry) -> {
            Map<String, Value> rest = new TreeMap<>(members(entry));
            rest.keySet().removeAll(Set.of(SavedPlan.REFERENCES, SavedPlan.LINE, SavedPlan.FILE));
            decided.put(path, entry instanceof Tree ? new Tree(rest) : entry);
        });
        return decided;
    }

    private static Map<String, Value> members(@Nullable Value value) {
        return value instanceof Tree tree ? tree.members() : Map.of();
    }
}
