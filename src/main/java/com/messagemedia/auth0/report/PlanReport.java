package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.How;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.report.Printable.NameColumn;
import com.messagemedia.auth0.report.Printable.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a plan into text: the target, each change with its old and new value, the options that stay, and the count line. */
public final class PlanReport {

    private final Plan plan;
    private final ValueText values;
    private final Origins origins;
    private final Palette palette;
    private final NameColumn names;

    /**
     * Prepares the report of a plan.
     *
     * @param origins the places in the descriptor that set or remove a path
     */
    public PlanReport(Plan plan, ValueText values, Origins origins, Palette palette) {
        this.plan = plan;
        this.values = values;
        this.origins = origins;
        this.palette = palette;
        this.names = NameColumn.of(plan.merge().decisions().stream()
                .filter(decision -> !(decision instanceof Decision.Kept))
                .map(Decision::path));
    }

    /** Returns the lines of the report. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(palette.bold(headline()));
        if (plan.record() == RecordChange.ADOPT && !plan.target().id().isEmpty()) {
            lines.add("  First adoption: the connection has no applied record of this owner yet.");
        }
        if (plan.record() == RecordChange.REWRITE) {
            lines.add("  The applied record of this owner cannot be read, so every difference is a conflict.");
        }
        plan.merge().decisions().forEach(decision -> lines.addAll(lines(decision)));
        plan.clients()
                .forEach(client -> lines.add("  " + palette.green("+") + " enabled client " + Printable.text(client)));
        lines.add(keptLine());
        lines.addAll(PlanRemedies.of(plan, values.delivery()));
        lines.add(palette.bold(new PlanSummary(plan).line()));
        return lines;
    }

    private String headline() {
        var target = plan.target();
        return Printable.text(target.tenant() + ", " + target.connectionInWords()
                + target.environment().map(name -> ", environment " + name).orElse(""));
    }

    private List<String> lines(Decision decision) {
        if (decision instanceof Added added) {
            return List.of(line(palette.green("+"), added.path(), values.show(added.path(), added.desired()))
                    + note(added.how() == How.OVERWRITTEN ? how(added.how()) : "")
                    + note(origins.from(added.path())));
        }
        if (decision instanceof Changed changed) {
            Optional<LineDiff> lines = values.lines(changed.path(), changed.live(), changed.desired());
            String both =
                    values.live(changed.path(), changed.live()) + " -> " + show(changed.path(), changed.desired());
            String line = line(
                            palette.yellow("~"),
                            changed.path(),
                            lines.map(LineDiff::summary).orElse(both))
                    + note(how(changed.how()))
                    + note(origins.from(changed.path()));
            return withLines(List.of(line), lines);
        }
        if (decision instanceof Removed removed) {
            return List.of(line(palette.red("-"), removed.path(), values.live(removed.path(), removed.live()))
                    + note(why(removed)));
        }
        if (decision instanceof KeptByPolicy kept) {
            String said = kept.desired()
                    .map(desired -> "; descriptor " + show(kept.path(), desired))
                    .orElse("");
            return List.of(line("=", kept.path(), live(kept.path(), kept.live()))
                    + note("kept by onConflict" + said)
                    + note(origins.from(kept.path())));
        }
        return stops(decision);
    }

    private List<String> stops(Decision decision) {
        if (decision instanceof Conflict conflict) {
            String sides = "live " + live(conflict.path(), conflict.live()) + ", descriptor "
                    + show(conflict.path(), conflict.desired());
            List<String> lines = List.of(
                    line(palette.red("!"), conflict.path(), sides) + note(origins.from(conflict.path())),
                    "      "
                            + PlanRemedies.cause(conflict, values.delivery().explain(conflict), plan.record())
                            + origin(conflict.path()));
            return withLines(
                    lines,
                    conflict.live()
                            .flatMap(live ->
                                    conflict.desired().flatMap(value -> values.lines(conflict.path(), live, value))));
        }
        if (decision instanceof Refused refused) {
            return List.of(
                    line(palette.red("!"), refused.path(), show(refused.path(), refused.desired()))
                            + note(origins.from(refused.path())),
                    "      would replace an object that contains unmanaged options: " + names(refused.unmanaged())
                            + origin(refused.path()));
        }
        return List.of();
    }

    /** Shows below a path what an apply changes in its long text. */
    private List<String> withLines(List<String> lines, Optional<LineDiff> changed) {
        return Stream.concat(lines.stream(), changed.stream().flatMap(diff -> diff.painted(palette).stream()))
                .toList();
    }

    private String show(FieldPath path, Value value) {
        return values.show(path, value);
    }

    private String live(FieldPath path, Optional<Value> value) {
        return value.map(present -> values.live(path, present)).orElse("(absent)");
    }

    private String show(FieldPath path, Optional<Value> value) {
        return value.map(present -> show(path, present)).orElse("(absent)");
    }

    private String line(String sign, FieldPath path, String text) {
        return "  " + sign + " " + names.cell(path) + text;
    }

    private static String note(String text) {
        return text.isEmpty() ? "" : "   " + text;
    }

    private static String how(How how) {
        return switch (how) {
            case OWNED -> "";
            case ADOPTED -> "adopting a value that is not from this descriptor";
            case OVERWRITTEN -> "conflict, the descriptor wins";
        };
    }

    private String why(Removed removed) {
        return switch (removed.reason()) {
            case NO_LONGER_DESIRED -> "no longer in the descriptor";
            case LISTED -> "listed in remove" + origin(removed.path());
            case PROVIDER_SWITCH ->
                "switching provider"
                        + values.delivery()
                                .mergeRules()
                                .switchOf()
                                .map(this::origin)
                                .orElse("");
            case REPLACED -> "replaced by a value of another shape" + origin(removed.path());
            case OVERWRITTEN -> "conflict, the descriptor wins";
        };
    }

    private String origin(FieldPath path) {
        return origins.nearest(path)
                .map(place -> " (" + Printable.text(place.file()) + ":" + place.line() + ")")
                .orElse("");
    }

    private String keptLine() {
        List<FieldPath> unmanaged = plan.unmanaged();
        String kept = "  = " + plan.counts().kept() + " kept";
        return unmanaged.isEmpty() ? kept : kept + ", " + unmanaged.size() + " of them unmanaged: " + names(unmanaged);
    }

    static String names(List<FieldPath> paths) {
        return paths.stream().map(NameColumn::name).collect(Collectors.joining(", "));
    }

    /** A plan in one line: its counts, its losses, and whether an apply may write it. */
    public record PlanSummary(Plan plan) {

        /** Returns the line. */
        public String line() {
            Plan.Counts counts = plan.counts();
            if (plan.isNothingToDo()) {
                return plan.merge().decisions().stream().anyMatch(KeptByPolicy.class::isInstance)
                        ? "Plan: nothing to do. Options and applied record match the descriptor, except what onConflict keeps."
                        : "Plan: nothing to do. Options and applied record match the descriptor.";
            }
            if (plan.mayBeApplied() && !plan.changesOptions()) {
                return "Plan: no option changes" + recordPart() + clientsPart() + ". No live option is lost.";
            }
            String sum = "Plan: " + counts.added() + " to add, " + counts.changed() + " to change, " + counts.removed()
                    + " to remove, " + counts.conflicts() + (counts.conflicts() == 1 ? " conflict." : " conflicts.");
            return sum + (plan.mayBeApplied() ? lossPart(counts.removed()) : " Nothing can be written.");
        }

        private static String lossPart(long removed) {
            return removed == 0
                    ? " No live option is lost."
                    : " " + removed + (removed == 1 ? " option is" : " options are")
                            + " removed, as listed; no other option is lost.";
        }

        private String recordPart() {
            long managed = plan.counts().kept() - plan.counts().unmanaged();
            return switch (plan.record()) {
                case NONE -> "";
                case ADOPT ->
                    "; adopt " + managed + (managed == 1 ? " option" : " options") + " into a new applied record";
                case UPDATE -> "; update the applied record";
                case REWRITE -> "; rewrite the unreadable applied record";
            };
        }

        private String clientsPart() {
            int clients = plan.clients().size();
            return clients == 0 ? "" : "; enable " + clients + (clients == 1 ? " client" : " clients");
        }
    }
}
