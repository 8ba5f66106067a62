package com.messagemedia.auth0.apply;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a saved plan: each is there, has the right type, and there is no other. Whoever removes a field can
 * also recompute the file's checksum, so the checksum alone does not show it.
 */
final class SavedPlanFields {

    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{16}");
    private static final Pattern FINGERPRINT = Pattern.compile("[A-Za-z0-9_-]{8}");
    private static final List<String> TEXTS =
            List.of("plugin", "tenant", "connection", "connectionId", "owner", "state");
    private static final Set<String> ALL = all();
    private static final Map<String, Set<String>> CHANGES = Map.of(
            "add", Set.of("to"),
            "change", Set.of("from", "to"),
            "remove", Set.of("from"),
            "keep", Set.of(),
            "conflict", Set.of());

    private SavedPlanFields() {}

    private static Set<String> all() {
        Set<String> all = new HashSet<>(TEXTS);
        all.addAll(Set.of(SavedFile.FORMAT_VERSION, SavedFile.CHECK, SavedPlan.ENVIRONMENT, "applicable", "salt"));
        all.addAll(Set.of("live", "descriptor", "appliedRecord", "changes", "clients"));
        return all;
    }

    static boolean areAllIn(Tree plan) {
        Map<String, Value> members = plan.members();
        return members.keySet().equals(ALL)
                && TEXTS.stream()
                        .allMatch(key -> members.get(key) instanceof Text text
                                // A connection that the plan creates has no id yet.
                                && (!text.text().isEmpty() || key.equals("connectionId")))
                && members.get(SavedPlan.ENVIRONMENT) instanceof Text
                && members.get("applicable") instanceof Value.Bool
                && matches(members.get("salt"), SALT)
                && matches(members.get("appliedRecord"), FINGERPRINT)
                && isTree(members.get("live"), SavedPlanFields::isFingerprint)
                && isTree(members.get("descriptor"), SavedPlanFields::isFingerprint)
                && isTree(members.get("changes"), SavedPlanFields::isChange)
                && members.get("clients") instanceof Array clients
                && clients.items().stream().allMatch(Text.class::isInstance);
    }

    private static boolean isTree(@Nullable Value value, Predicate<Value> member) {
        return value instanceof Tree tree
                && tree.members().keySet().stream().allMatch(SavedPlanFields::isPath)
                && tree.members().values().stream().allMatch(member);
    }

    private static boolean isPath(String text) {
        try {
            return FieldPath.parse(text).toString().equals(text);
        } catch (IllegalArgumentException unused) {
            return false;
        }
    }

    private static boolean isChange(Value value) {
        if (!(value instanceof Tree change) || !(change.members().get("action") instanceof Text action)) {
            return false;
        }
        Map<String, Value> prints = new HashMap<>(change.members());
        prints.remove("action");
        boolean source = isReferences(prints.remove(SavedPlan.REFERENCES))
                && isLine(prints.remove(SavedPlan.LINE))
                && isFile(prints.remove(SavedPlan.FILE))
                && (!action.text().equals("remove") || change.members().size() == 2);
        return source
                && prints.keySet().equals(CHANGES.get(action.text()))
                && prints.values().stream().allMatch(SavedPlanFields::isFingerprint);
    }

    /** A plan of an earlier version names no references. */
    private static boolean isReferences(@Nullable Value value) {
        return value == null
                || (value instanceof Array names
                        && !names.items().isEmpty()
                        && names.items().stream().allMatch(Text.class::isInstance));
    }

    private static boolean isLine(@Nullable Value value) {
        return value == null || value instanceof Value.Numeral;
    }

    private static boolean isFile(@Nullable Value value) {
        return value == null || value instanceof Text;
    }

    private static boolean isFingerprint(Value value) {
        return matches(value, FINGERPRINT);
    }

    private static boolean matches(@Nullable Value value, Pattern pattern) {
        return value instanceof Text text && pattern.matcher(text.text()).matches();
    }
}
