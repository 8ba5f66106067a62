package com.messagemedia.auth0.report;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.report.Remark.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The findings of a drift check as text, one by one and as a closing line.
 *
 * @param verification the result of the check
 * @param origins the places in the descriptor that set or remove a path
 * @param clients the place of each client in the descriptor
 * @param delivery tells what a difference means
 */
public record VerificationReport(
        Verification verification, Origins origins, Map<String, Origin> clients, Delivery delivery) {

    public VerificationReport {
        clients = Map.copyOf(clients);
    }

    /** Returns each difference; none if Auth0 matches the descriptor. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Decision decision : verification.plan().merge().decisions()) {
            if (!(decision instanceof Decision.Kept || decision instanceof Decision.KeptByPolicy)) {
                findings.add(finding(decision));
            }
        }
        if (!verification.plan().refusals().isEmpty()) {
            findings.add(
                    whole(Verdict.CONFLICT, "options", "The plugin refuses to send these options; the plan says why."));
        }
        verification.plan().clients().forEach(client -> findings.add(client(client)));
        record().ifPresent(findings::add);
        return findings;
    }

    private Finding finding(Decision decision) {
        String path = Printable.text(decision.path().toString());
        String sentence = driftWords(decision)
                .map(words -> path + ": " + Printable.text(words) + ".")
                .orElseGet(() -> path + " " + clause(decision) + ".");
        return new Finding(kind(decision), path, sentence, place(decision.path()));
    }

    private Optional<String> driftWords(Decision decision) {
        return verification.isDrift(decision) && decision instanceof Decision.Conflict conflict
                ? delivery.explain(conflict).cause()
                : Optional.empty();
    }

    private Verdict kind(Decision decision) {
        if (verification.isDrift(decision)) {
            return Verdict.DRIFT;
        }
        return verification.isConflict(decision) ? Verdict.CONFLICT : Verdict.PENDING;
    }

    private Optional<Origin> place(FieldPath path) {
        return origins.nearest(path);
    }

    private String clause(Decision decision) {
        if (verification.isDrift(decision)) {
            return "was changed in Auth0 since the last apply; the descriptor still has the applied value";
        }
        if (decision instanceof Decision.Conflict conflict) {
            return "is in conflict: "
                    + PlanSentences.cause(
                            conflict,
                            delivery.explain(conflict),
                            verification.plan().record());
        }
        if (decision instanceof Decision.Refused) {
            return "would replace an object that contains unmanaged options";
        }
        if (decision instanceof Decision.Removed) {
            return "is in Auth0, and an apply removes it";
        }
        return decision instanceof Decision.Added
                ? "is in the descriptor but not yet in Auth0"
                : "has another value in Auth0, which an apply replaces";
    }

    private Finding client(String client) {
        String name = Printable.text(client);
        return new Finding(
                Verdict.PENDING,
                "enabledClients",
                "The client " + name + " is not enabled: no apply has enabled it yet, or somebody disabled it.",
                Optional.ofNullable(clients.get(client)));
    }

    private Optional<Finding> record() {
        RecordChange change = verification.plan().record();
        return switch (change) {
            case NONE -> Optional.empty();
            case ADOPT ->
                Optional.of(whole(
                        Verdict.PENDING, "applied record", "This descriptor was never applied to the connection."));
            case UPDATE ->
                Optional.of(whole(Verdict.PENDING, "applied record", "The applied record is not up to date."));
            case REWRITE ->
                Optional.of(whole(
                        Verdict.UNREADABLE,
                        "applied record",
                        "The applied record cannot be read, so the plugin does not know who changed which option."));
        };
    }

    private static Finding whole(Verdict kind, String subject, String sentence) {
        return new Finding(kind, subject, sentence, Optional.empty());
    }

    /** Returns the closing line of a goal that succeeds. */
    public String line() {
        return verification.verdict() == Verdict.IN_SYNC
                ? "Outcome: in sync; Auth0 matches the descriptor."
                : "Outcome: " + counted() + "; no drift and no conflict.";
    }

    /** Returns the fault of a goal that fails. */
    public Fault fault() {
        Outcome outcome = verification.verdict() == Verdict.PENDING ? Outcome.PENDING : Outcome.DIFFERENT;
        return new Fault("Auth0 differs from the descriptor: " + counted() + ".", remedy(), outcome);
    }

    private String counted() {
        return List.of(Verdict.UNREADABLE, Verdict.CONFLICT, Verdict.DRIFT, Verdict.PENDING).stream()
                .map(this::counted)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String counted(Verdict kind) {
        List<String> subjects = findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::subject)
                .distinct()
                .toList();
        return subjects.isEmpty() ? "" : kind.word() + " in " + NameList.of(subjects);
    }

    private String remedy() {
        return switch (verification.verdict()) {
            case DRIFT -> remedyOfDrift();
            case UNREADABLE ->
                "Run the newest version of the plugin that your team uses, or rewrite the record with"
                        + " messagemedia:apply -Dmessagemedia.adopt=true.";
            case CONFLICT -> "The plan, which -q hides, explains each conflict and the ways to settle it.";
            default -> "Apply the changes with messagemedia:apply, or run without messagemedia.failOnPending.";
        };
    }

    private String remedyOfDrift() {
        boolean mayAdopt = verification.plan().merge().decisions().stream()
                .filter(Decision.Conflict.class::isInstance)
                .map(Decision.Conflict.class::cast)
                .anyMatch(conflict -> delivery.explain(conflict).mayAdopt());
        return (mayAdopt ? "Write Auth0's value into the descriptor, or restore" : "Restore")
                + " the descriptor's value with messagemedia:apply"
                + verification
                        .plan()
                        .target()
                        .environment()
                        .map(name -> " -Dmessagemedia.environment=" + name)
                        .orElse("")
                + " -Dmessagemedia.onConflict=overwrite.";
    }

    /**
     * One difference between Auth0 and the descriptor. It holds no option's value.
     *
     * @param kind the kind of difference
     * @param subject the option's path, or another subject
     * @param sentence the finding as a sentence
     * @param place the subject's place in the descriptor; empty if it has none
     */
    public record Finding(Verdict kind, String subject, String sentence, Optional<Origin> place) {

        /** Turns the finding into a remark for a pipeline. A pending change is a notice, unless it fails the goal. */
        public Remark remark(boolean failOnPending) {
            Level level = switch (kind) {
                case IN_SYNC, PENDING -> failOnPending ? Level.ERROR : Level.NOTICE;
                case DRIFT, CONFLICT, UNREADABLE -> Level.ERROR;
            };
            return new Remark(level, kind.word(), subject, sentence, place);
        }
    }
}
