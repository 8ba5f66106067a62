package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.report.PlanReport.PlanSummary;
import com.messagemedia.auth0.report.Printable.NameColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a user reads about a plan. The text, the Markdown and the page of a plan are all written from it, so they hold the same
 * facts. Each text in it is safe to print and holds no known secret.
 *
 * @param target what the plan is for
 * @param verdict whether an apply may write the plan
 * @param counts the plan in a few words, for a heading
 * @param summary the plan in one line
 * @param record what is special about the applied record, as a sentence; empty if nothing is
 * @param rows the options that change, stop the plan, or stay because of a policy, in the order of their paths
 * @param clients the client ids that an apply enables
 * @param kept the options that stay as they are
 * @param notices what a user should know
 * @param refusals what stops the plan, besides conflicts
 * @param remedies how to end the conflicts
 */
public record PlanView(
        Target target,
        Verdict verdict,
        String counts,
        String summary,
        Optional<String> record,
        List<PlanRow> rows,
        List<String> clients,
        Kept kept,
        List<Notice> notices,
        List<String> refusals,
        PlanRemedies remedies) {

    /** Copies the lists. */
    public PlanView {
        rows = List.copyOf(rows);
        clients = List.copyOf(clients);
        notices = List.copyOf(notices);
        refusals = List.copyOf(refusals);
    }

    /** Returns how many options are of a kind. */
    long count(PlanRow.Kind kind) {
        long count = 0;
        for (PlanRow row : rows) {
            if (row.kind() == kind) {
                count++;
            }
        }
        return count;
    }

    /**
     * Returns the plan without what differs between tenants by nature: the target, and the fingerprints of hidden values, which
     * have another salt in each tenant. Plans that are equal then say the same.
     */
    PlanView shared() {
        return new PlanView(
                new Target("", "", Optional.empty()),
                verdict,
                counts,
                summary,
                record,
                rows.stream().map(PlanRow::shared).toList(),
                clients,
                kept,
                notices,
                refusals,
                remedies);
    }

    /** Returns the rows with those first that stop the plan. */
    List<PlanRow> rowsStopsFirst() {
        return Stream.concat(
                        rows.stream().filter(row -> row.kind().stops()),
                        rows.stream().filter(row -> !row.kind().stops()))
                .toList();
    }

    /** Returns the paths that stop the plan. */
    List<String> inConflict() {
        List<String> paths = new ArrayList<>();
        for (PlanRow row : rows) {
            if (row.kind().stops()) {
                paths.add(row.path());
            }
        }
        return Collections.unmodifiableList(paths);
    }

    /** Whether an apply may write a plan. */
    public enum Verdict {
        /** Auth0 already holds what the descriptor says. */
        NOTHING_TO_DO,
        /** An apply may write it. */
        APPLICABLE,
        /** A conflict or a refusal stops it. */
        STOPPED
    }

    /**
     * What a plan is for.
     *
     * @param tenant the tenant's name as its users know it
     * @param connection the connection in words, such as {@code connection sms (con_...)}
     * @param environment the environment of the descriptor; empty if the descriptor has none
     */
    public record Target(String tenant, String connection, Optional<String> environment) {

        /** Returns the tenant and the environment, such as {@code acme.eu.auth0.com, environment prod}. */
        String tenantInWords() {
            return tenant + (environment.isPresent() ? ", environment " + environment.get() : "");
        }
    }

    /**
     * What a user should know about a plan.
     *
     * @param isWarning whether the plan's result may be wrong
     * @param text one or more sentences
     */
    public record Notice(boolean isWarning, String text) {}

    /**
     * The options that stay as they are.
     *
     * @param managed those that already are as the descriptor says
     * @param unmanaged those that are not the descriptor's
     */
    public record Kept(List<String> managed, List<String> unmanaged) {

        /** Copies the lists. */
        public Kept {
            managed = List.copyOf(managed);
            unmanaged = List.copyOf(unmanaged);
        }

        /** Returns how many there are. */
        int count() {
            return managed.size() + unmanaged.size();
        }
    }

    /**
     * Reads a plan.
     *
     * @param values shows the values, and knows the secrets
     * @param origins the places in the descriptor that set or remove a path
     */
    public static PlanView of(Plan plan, ValueText values, Origins origins) {
        PlanRows rows = new PlanRows(plan.record(), values, origins);
        PlanSummary summary = new PlanSummary(plan);
        PlanSentences sentences = new PlanSentences(plan, values.delivery());
        return new PlanView(
                target(plan.target(), values),
                verdict(plan),
                summary.counts(),
                summary.line(),
                record(plan),
                rows(plan, rows),
                clients(plan, values),
                new Kept(kept(plan, values, true), kept(plan, values, false)),
                notices(plan, values),
                refusals(plan, values),
                sentences.remedies(values));
    }

    private static List<PlanRow> rows(Plan plan, PlanRows rows) {
        List<PlanRow> shown = new ArrayList<>();
        for (Decision decision : plan.merge().decisions()) {
            Optional<PlanRow> row = rows.row(decision);
            if (row.isPresent()) {
                shown.add(row.get());
            }
        }
        return shown;
    }

    private static List<String> clients(Plan plan, ValueText values) {
        List<String> clients = new ArrayList<>();
        for (String client : plan.clients()) {
            clients.add(values.own(client));
        }
        return clients;
    }

    private static List<Notice> notices(Plan plan, ValueText values) {
        List<Notice> notices = new ArrayList<>();
        for (Plan.Notice notice : plan.notices()) {
            notices.add(new Notice(notice.isWarning(), values.own(PlanSentences.text(notice))));
        }
        return notices;
    }

    private static List<String> refusals(Plan plan, ValueText values) {
        List<String> refusals = new ArrayList<>();
        for (Plan.Refusal refusal : plan.refusals()) {
            refusals.add(values.own(PlanSentences.text(refusal)));
        }
        return refusals;
    }

    private static Target target(Plan.Target target, ValueText values) {
        return new Target(
                values.own(target.tenant()),
                values.own(target.connectionInWords()),
                target.environment().isPresent()
                        ? Optional.of(values.own(target.environment().get()))
                        : Optional.empty());
    }

    private static Verdict verdict(Plan plan) {
        if (plan.isNothingToDo()) {
            return Verdict.NOTHING_TO_DO;
        }
        return plan.mayBeApplied() ? Verdict.APPLICABLE : Verdict.STOPPED;
    }

    private static Optional<String> record(Plan plan) {
        if (plan.record() == RecordChange.ADOPT && !plan.target().id().isEmpty()) {
            return Optional.of("First adoption: the connection has no applied record of this owner yet.");
        }
        return plan.record() == RecordChange.REWRITE
                ? Optional.of("The applied record of this owner cannot be read, so every difference is a conflict.")
                : Optional.empty();
    }

    private static List<String> kept(Plan plan, ValueText values, boolean managed) {
        List<String> names = new ArrayList<>();
        for (Decision decision : plan.merge().decisions()) {
            if (decision instanceof Decision.Kept option && option.live().isLeaf() && option.managed() == managed) {
                names.add(values.own(NameColumn.name(option.path())));
            }
        }
        return names;
    }
}
