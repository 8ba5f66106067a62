package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.report.Printable.NameColumn;
import com.messagemedia.auth0.report.Printable.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a plan into text: the target, each change with its old and new value, the options that stay, and the count line. */
public final class PlanReport {

    private final PlanView plan;
    private final Palette palette;
    private final NameColumn names;
    private final String rest;

    /** Prepares the report of a plan that no file holds. */
    public PlanReport(PlanView plan, Palette palette) {
        this(plan, palette, "");
    }

    private PlanReport(PlanView plan, Palette palette, String rest) {
        this.plan = plan;
        this.rest = rest;
        this.palette = palette;
        this.names = NameColumn.ofNames(paths(plan.rows()));
    }

    private static List<String> paths(List<PlanRow> rows) {
        List<String> paths = new ArrayList<>();
        for (PlanRow row : rows) {
            paths.add(row.path());
        }
        return paths;
    }

    /** Returns this report of a plan that a file holds: names that are left out here are there. */
    public PlanReport savedAs(String file) {
        return new PlanReport(plan, palette, ", all in " + file);
    }

    /** Returns the lines of the report. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(palette.bold(targetLine()));
        if (plan.record().isPresent()) {
            lines.add("  " + plan.record().get());
        }
        for (PlanRow row : plan.rows()) {
            lines.addAll(lines(row));
        }
        for (String client : plan.clients()) {
            lines.add("  " + palette.green("+") + " enabled client " + client);
        }
        lines.add(keptLine());
        for (PlanView.Notice notice : plan.notices()) {
            lines.add((notice.isWarning() ? "  Warning: " : "  Note: ") + notice.text());
        }
        for (String refusal : plan.refusals()) {
            lines.add("  Refused: " + refusal);
        }
        lines.addAll(remedies(plan.remedies()));
        lines.add(palette.bold(plan.summary()));
        return lines;
    }

    private String targetLine() {
        PlanView.Target target = plan.target();
        Optional<String> environment = target.environment();
        return target.tenant() + ", " + target.connection()
                + (environment.isPresent() ? ", environment " + environment.get() : "");
    }

    private List<String> lines(PlanRow row) {
        String source = note(row.source());
        return switch (row.kind()) {
            case ADD -> List.of(line(palette.green("+"), row, row.desiredInWords()) + note(row.reason()) + source);
            case CHANGE -> withLines(row, line(palette.yellow("~"), row, change(row)) + note(row.reason()) + source);
            case REMOVE -> List.of(line(palette.red("-"), row, row.liveInWords()) + note(row.reason()));
            case KEEP -> List.of(line("=", row, row.liveInWords()) + note(row.reason() + said(row)) + source);
            case CONFLICT -> {
                String sides = "live " + row.liveInWords() + ", descriptor " + row.desiredInWords();
                yield withLines(row, line(palette.red("!"), row, sides) + source, "      " + row.reason());
            }
            case REFUSED ->
                List.of(line(palette.red("!"), row, row.desiredInWords()) + source, "      " + row.reason());
        };
    }

    private static String change(PlanRow row) {
        Optional<LineDiff> lines = row.lines();
        return lines.isPresent() ? lines.get().summary() : row.liveInWords() + " -> " + row.desiredInWords();
    }

    private static String said(PlanRow row) {
        return row.desired().map(desired -> "; descriptor " + desired).orElse("");
    }

    /** Shows below an option what an apply changes in its long text. */
    private List<String> withLines(PlanRow row, String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        if (row.lines().isPresent() && row.compares()) {
            all.addAll(row.lines().get().painted(palette));
        }
        return all;
    }

    private String line(String sign, PlanRow row, String text) {
        return "  " + sign + " " + names.cell(row.path()) + text;
    }

    private static String note(String text) {
        return text.isEmpty() ? "" : "   " + text;
    }

    private String keptLine() {
        PlanView.Kept kept = plan.kept();
        List<String> unmanaged = kept.unmanaged();
        String count = "  = " + kept.count() + " kept";
        return unmanaged.isEmpty()
                ? count
                : count + ", " + unmanaged.size() + " of them unmanaged: " + NameList.of(unmanaged, rest);
    }

    private static List<String> remedies(PlanRemedies remedies) {
        List<String> lines = new ArrayList<>();
        if (!remedies.choices().isEmpty()) {
            lines.add("  " + PlanRemedies.CHOOSE);
            remedies.choices().forEach(choice -> lines.add("    - " + choice));
        }
        if (remedies.isRefused()) {
            lines.add("  " + PlanRemedies.REPLACING);
        }
        return lines;
    }

    /** A plan in one line: its counts, its losses, and whether an apply may write it. */
    public record PlanSummary(Plan plan) {

        /** Returns the line. */
        public String line() {
            Plan.Counts counts = plan.counts();
            if (plan.isNothingToDo()) {
                return keepsByPolicy()
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

        private boolean keepsByPolicy() {
            for (Decision decision : plan.merge().decisions()) {
                if (decision instanceof KeptByPolicy) {
                    return true;
                }
            }
            return false;
        }

        /** Returns what the plan does in a few words, such as {@code 1 to add, 2 to change}. */
        public String counts() {
            Plan.Counts counts = plan.counts();
            if (plan.isNothingToDo()) {
                return "nothing to do";
            }
            if (!plan.mayBeApplied()) {
                return counts.conflicts() == 0
                        ? "refused"
                        : counts.conflicts() + (counts.conflicts() == 1 ? " conflict" : " conflicts");
            }
            return plan.changesOptions() ? changes(counts) : "no option changes";
        }

        private static String changes(Plan.Counts counts) {
            List<String> parts = new ArrayList<>();
            part(counts.added(), " to add", parts);
            part(counts.changed(), " to change", parts);
            part(counts.removed(), " to remove", parts);
            return String.join(", ", parts);
        }

        private static void part(long count, String what, List<String> parts) {
            if (count > 0) {
                parts.add(count + what);
            }
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
