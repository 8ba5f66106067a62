package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.report.Printable.NameColumn;
import com.messagemedia.auth0.report.Printable.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan of a rollback as text.
 *
 * @param values shows the values
 * @param stays the options that stay, each with the option that somebody changed after the apply: itself, or one of its
 *     group
 * @param left what stays because it was new with that apply, each with the reason
 * @param given the options whose value comes from an environment variable, each with that variable
 * @param asked the options that still need a value, each with the way to give it
 */
public record RollbackReport(
        Plan plan,
        ValueText values,
        Map<FieldPath, FieldPath> stays,
        Map<FieldPath, String> left,
        Map<FieldPath, String> given,
        Map<FieldPath, String> asked,
        Palette palette) {

    /** Returns hints about missing values. The rollback itself stops without them. */
    public static List<String> wishes(Map<FieldPath, String> asked) {
        return asked.isEmpty()
                ? List.of()
                : List.of("Without " + (asked.size() == 1 ? "this value" : "these values") + " the rollback stops: "
                        + NameList.of(asked.entrySet().stream()
                                .map(wish -> wish.getKey() + " (" + wish.getValue() + ")")
                                .toList())
                        + ".");
    }

    /** Returns the lines of the report. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        NameColumn column = names();
        var target = plan.target();
        lines.add(palette.bold(Printable.text("Rollback of " + target.tenant() + ", " + target.connectionInWords()
                + target.environment().map(name -> ", environment " + name).orElse(""))));
        plan.merge().decisions().forEach(decision -> {
            line(decision, column).ifPresent(lines::add);
            changedLines(decision).ifPresent(diff -> lines.addAll(diff.painted(palette)));
        });
        stays.forEach((path, cause) -> lines.add("  = " + column.cell(path) + "stays" + why(path, cause)));
        left.values().stream().distinct().forEach(reason -> lines.add("  = " + left(reason)));
        lines.addAll(PlanSentences.ofRollback(plan, given));
        Plan.Counts counts = plan.counts();
        lines.add(palette.bold(
                plan.changesOptions()
                        ? "Plan: " + counts.added() + " to add, " + counts.changed() + " to change, " + counts.removed()
                                + " to remove. The applied record stays."
                        : "Plan: nothing to do. "
                                + (stays.isEmpty() && left.isEmpty()
                                        ? "Auth0 already holds the values from before that apply."
                                        : "All other options already have their values from before that apply.")));
        return lines;
    }

    private String left(String reason) {
        List<FieldPath> paths = left.keySet().stream()
                .filter(path -> reason.equals(left.get(path)))
                .toList();
        return PlanSentences.names(paths) + (paths.size() == 1 ? " stays: " : " stay: ") + Printable.text(reason) + ".";
    }

    private static String why(FieldPath path, FieldPath cause) {
        return path.equals(cause)
                ? ": changed since that apply"
                : ": is restored only together with " + NameColumn.name(cause) + ", which was changed since that apply";
    }

    private Optional<String> line(Decision decision, NameColumn column) {
        FieldPath path = decision.path();
        String name = column.cell(path);
        if (decision instanceof Added added) {
            return Optional.of(line(palette.green("+"), name, restored(path, added.desired())));
        }
        if (decision instanceof Changed changed) {
            String both = values.show(path, changed.live()) + " -> " + restored(path, changed.desired());
            return Optional.of(line(
                    palette.yellow("~"),
                    name,
                    changedLines(decision).map(LineDiff::summary).orElse(both)));
        }
        return decision instanceof Removed removed
                ? Optional.of(line(palette.red("-"), name, values.show(path, removed.live())))
                : Optional.empty();
    }

    private Optional<LineDiff> changedLines(Decision decision) {
        return decision instanceof Changed changed && !asked.containsKey(changed.path())
                ? values.lines(changed.path(), changed.live(), changed.desired())
                : Optional.empty();
    }

    private String restored(FieldPath path, Value value) {
        return Optional.ofNullable(asked.get(path))
                .map(wish -> "(" + wish + ")")
                .orElseGet(() -> values.show(path, value));
    }

    private static String line(String sign, String name, String text) {
        return "  " + sign + " " + name + text;
    }

    private NameColumn names() {
        List<FieldPath> paths = new ArrayList<>(stays.keySet());
        for (Decision decision : plan.merge().decisions()) {
            if (decision.changesLive()) {
                paths.add(decision.path());
            }
        }
        return NameColumn.of(paths);
    }

    /**
     * The result of a rollback as text.
     *
     * @param plan the plan of the rollback
     * @param outcome {@link Outcome#APPLIED}, {@link Outcome#NOTHING_TO_DO}, or {@link Outcome#PENDING} if the goal only
     *     showed the rollback
     * @param settled whether the reply was lost and a second read showed the change
     * @param next the plan of the next apply of the descriptor; empty if it is unknown
     */
    public record RolledBackReport(Plan plan, Outcome outcome, boolean settled, Optional<Plan> next) {

        /** Returns the closing line. */
        public String line() {
            return switch (outcome) {
                case NOTHING_TO_DO -> "Outcome: nothing to do; nothing was written.";
                case PENDING -> "Outcome: pending; nothing was written. Run without messagemedia.dryRun to roll back.";
                default ->
                    "Outcome: rolled back."
                            + (settled
                                    ? " Auth0's reply was lost, but a second read shows every value that was sent."
                                    : "")
                            + " The applied record stays"
                            + next.map(this::whatComes).orElse("") + ".";
            };
        }

        private String whatComes(Plan after) {
            List<Decision.Conflict> conflicts = after.merge().decisions().stream()
                    .filter(Decision.Conflict.class::isInstance)
                    .map(Decision.Conflict.class::cast)
                    .toList();
            if (!conflicts.isEmpty()) {
                boolean drift =
                        conflicts.stream().allMatch(conflict -> conflict.cause().kind() == Kind.DRIFT);
                return drift
                        ? ": an apply of the same descriptor now stops at drift"
                        : ": an apply of the descriptor now stops at a conflict";
            }
            return undone().isEmpty() ? ", and an apply of the descriptor keeps the restored options" : "";
        }

        /** Returns a warning if the next apply undoes the rollback. */
        public List<String> warnings() {
            return undone().isEmpty()
                    ? List.of()
                    : List.of("The next apply of this descriptor would undo the rollback of "
                            + PlanSentences.names(undone()) + ". Change the descriptor before you apply again.");
        }

        private List<FieldPath> undone() {
            PathIndex wentBack = PathIndex.of(changed(plan));
            return next.filter(after -> outcome == Outcome.APPLIED && after.mayBeApplied()).stream()
                    .flatMap(after -> changed(after).stream())
                    .filter(wentBack::overlaps)
                    .toList();
        }

        private static List<FieldPath> changed(Plan plan) {
            return plan.merge().decisions().stream()
                    .filter(Decision::changesLive)
                    .map(Decision::path)
                    .toList();
        }
    }

    /** Lists the backups that a rollback can restore. */
    public static final class BackupList {

        private BackupList() {}

        /**
         * Returns the lines of the list; none if there is only one backup.
         *
         * @param backups the names of the backups in order, each with the paths that it puts back; no paths if the plugin
         *     cannot read it
         */
        public static List<String> lines(Map<String, List<FieldPath>> backups) {
            if (backups.size() < 2) {
                return List.of();
            }
            List<String> lines = new ArrayList<>();
            lines.add("Backups of this connection, newest first; -Dmessagemedia.backup=NAME undoes that one apply:");
            backups.forEach((name, paths) ->
                    lines.add("  " + name + "  " + (paths.isEmpty() ? "cannot be read" : heads(paths))));
            return lines;
        }

        private static String heads(List<FieldPath> paths) {
            return NameList.of(paths.stream()
                    .map(path -> Printable.text(path.head()))
                    .distinct()
                    .sorted()
                    .toList());
        }
    }
}
