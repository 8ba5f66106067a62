package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Cause.Kind;
import com.messagemedia.auth0.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What a rollback came to, as text.
 *
 * @param plan what went back
 * @param outcome {@link Outcome#APPLIED}, {@link Outcome#NOTHING_TO_DO}, or {@link Outcome#PENDING} where it was only shown
 * @param settled whether the reply was lost and reading again showed the change
 * @param next what the next apply of the descriptor would do, as far as that is known
 */
public record RolledBackReport(Plan plan, Outcome outcome, boolean settled, Optional<Plan> next) {

    /** The closing line. */
    public String line() {
        return switch (outcome) {
            case NOTHING_TO_DO -> "Outcome: nothing to do; nothing was written.";
            case PENDING -> "Outcome: pending; nothing was written. Without messagemedia.dryRun it is rolled back.";
            default ->
                "Outcome: rolled back."
                        + (settled ? " Auth0's reply was lost; reading again shows every value that was sent." : "")
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
                    ? ": the same descriptor now stops as drift"
                    : ": the descriptor as it is now stops at a conflict";
        }
        return undone().isEmpty() ? ", and the descriptor leaves what went back as it is" : "";
    }

    /** A warning where nothing would keep the next apply from undoing the rollback. */
    public List<String> warnings() {
        return undone().isEmpty()
                ? List.of()
                : List.of("The next apply of this descriptor would not stop, but undo the rollback at "
                        + PlanReport.names(undone()) + ". Change the descriptor before you apply again.");
    }

    private List<FieldPath> undone() {
        List<FieldPath> wentBack = changed(plan);
        return next.filter(after -> outcome == Outcome.APPLIED && after.mayBeApplied()).stream()
                .flatMap(after -> changed(after).stream())
                .filter(path -> wentBack.stream().anyMatch(path::overlaps))
                .toList();
    }

    private static List<FieldPath> changed(Plan plan) {
        return plan.merge().decisions().stream()
                .filter(Decision::changesLive)
                .map(Decision::path)
                .toList();
    }
}
