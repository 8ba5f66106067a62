package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plan of a rollback as text.
 *
 * @param plan the plan
 * @param values how values are shown
 * @param stays the options that stay, each with the one that was changed since the apply: itself, or one that it belongs
 *     together with
 * @param given the options whose value an environment variable gave, each with that variable
 * @param asked the options whose value nobody gave, each with what would give it
 * @param palette the colours
 */
public record RollbackReport(
        Plan plan,
        ValueText values,
        Map<FieldPath, FieldPath> stays,
        Map<FieldPath, String> given,
        Map<FieldPath, String> asked,
        Palette palette) {

    /** What to know of values that nobody gave yet: the rollback itself stops without them. */
    public static List<String> wishes(Map<FieldPath, String> asked) {
        return asked.isEmpty()
                ? List.of()
                : List.of("Without " + (asked.size() == 1 ? "this value" : "these values") + " the rollback stops: "
                        + asked.entrySet().stream()
                                .map(wish -> wish.getKey() + " (" + wish.getValue() + ")")
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /** The lines of the report. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        var target = plan.target();
        lines.add(palette.bold(Printable.text("Rollback of " + target.tenant() + ", connection " + target.connection()
                + " (" + target.id() + ")"
                + target.environment().map(name -> ", environment " + name).orElse(""))));
        plan.merge().decisions().forEach(decision -> line(decision).ifPresent(lines::add));
        stays.forEach((path, cause) -> lines.add("  = " + names().cell(path) + "stays" + why(path, cause)));
        lines.addAll(PlanRemedies.ofRollback(plan, given));
        Plan.Counts counts = plan.counts();
        lines.add(palette.bold(
                plan.changesOptions()
                        ? "Plan: " + counts.added() + " to add, " + counts.changed() + " to change, " + counts.removed()
                                + " to remove. The applied record stays."
                        : "Plan: nothing to do. What that apply replaced "
                                + (stays.isEmpty() ? "is there again." : "stays, or is there again.")));
        return lines;
    }

    private static String why(FieldPath path, FieldPath cause) {
        return path.equals(cause)
                ? ": changed since that apply"
                : ": goes back only together with " + NameColumn.name(cause) + ", which was changed since that apply";
    }

    private Optional<String> line(Decision decision) {
        FieldPath path = decision.path();
        if (decision instanceof Added added) {
            return Optional.of(line(palette.green("+"), path, restored(path, added.desired())));
        }
        if (decision instanceof Changed changed) {
            String both = values.show(path, changed.live()) + " -> " + restored(path, changed.desired());
            return Optional.of(line(palette.yellow("~"), path, both));
        }
        return decision instanceof Removed removed
                ? Optional.of(line(palette.red("-"), path, values.show(path, removed.live())))
                : Optional.empty();
    }

    private String restored(FieldPath path, Value value) {
        return Optional.ofNullable(asked.get(path))
                .map(wish -> "(" + wish + ")")
                .orElseGet(() -> values.show(path, value));
    }

    private String line(String sign, FieldPath path, String text) {
        return "  " + sign + " " + names().cell(path) + text;
    }

    private NameColumn names() {
        return NameColumn.of(Stream.concat(
                plan.merge().decisions().stream().filter(Decision::changesLive).map(Decision::path),
                stays.keySet().stream()));
    }
}
