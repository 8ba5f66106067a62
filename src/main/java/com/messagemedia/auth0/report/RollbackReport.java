package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The plan of a rollback as text.
 *
 * @param plan the plan
 * @param values how values are shown
 * @param stays the options that stay, each with the one that was changed since the apply: itself, or one that it belongs
 *     together with
 * @param palette the colours
 */
public record RollbackReport(Plan plan, ValueText values, Map<FieldPath, FieldPath> stays, Palette palette) {

    /** The lines of the report. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        var target = plan.target();
        lines.add(palette.bold(Printable.text("Rollback of " + target.tenant() + ", connection " + target.connection()
                + " (" + target.id() + ")"
                + target.environment().map(name -> ", environment " + name).orElse(""))));
        plan.merge().decisions().forEach(decision -> line(decision, lines));
        stays.forEach((path, cause) -> lines.add("  = " + name(path) + "  stays" + why(path, cause)));
        lines.addAll(PlanRemedies.ofRollback(plan));
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
                : ": goes back only together with " + name(cause) + ", which was changed since that apply";
    }

    private void line(Decision decision, List<String> lines) {
        FieldPath path = decision.path();
        if (decision instanceof Added added) {
            lines.add("  " + palette.green("+") + " " + name(path) + "  " + values.show(path, added.desired()));
        } else if (decision instanceof Changed changed) {
            lines.add("  " + palette.yellow("~") + " " + name(path) + "  " + values.show(path, changed.live()) + " -> "
                    + values.show(path, changed.desired()));
        } else if (decision instanceof Removed removed) {
            lines.add("  " + palette.red("-") + " " + name(path) + "  " + values.show(path, removed.live()));
        }
    }

    private static String name(FieldPath path) {
        return Printable.text(path.toString());
    }
}
