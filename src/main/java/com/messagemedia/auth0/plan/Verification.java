package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether Auth0 is as the descriptor says, read off a plan in which no conflict was overwritten.
 *
 * @param plan the plan
 */
public record Verification(Plan plan) {

    /** The worst that was found. */
    public Verdict verdict() {
        if (isRecordLost()) {
            return Verdict.UNREADABLE;
        }
        if (!conflicts().isEmpty() || !plan.refusals().isEmpty()) {
            return Verdict.CONFLICT;
        }
        if (!drift().isEmpty()) {
            return Verdict.DRIFT;
        }
        return plan.isNothingToDo() ? Verdict.IN_SYNC : Verdict.PENDING;
    }

    /** Whether what was applied last cannot be read. */
    public boolean isRecordLost() {
        return plan.record() == RecordChange.REWRITE;
    }

    /** The paths that somebody changed in Auth0 alone. */
    public List<FieldPath> drift() {
        return paths(this::isDrift);
    }

    /** The paths that both sides changed, that another owner holds, or that would replace what others hold. */
    public List<FieldPath> conflicts() {
        return paths(decision ->
                decision instanceof Decision.Refused || (decision instanceof Decision.Conflict && !isDrift(decision)));
    }

    /** The paths that an apply would set or remove. */
    public List<FieldPath> pending() {
        return paths(Decision::changesLive);
    }

    private boolean isDrift(Decision decision) {
        // Without a readable record nobody knows who changed what.
        return !isRecordLost()
                && decision instanceof Decision.Conflict conflict
                && conflict.cause().kind() == Cause.Kind.DRIFT;
    }

    private List<FieldPath> paths(Predicate<Decision> predicate) {
        return plan.merge().decisions().stream()
                .filter(predicate)
                .map(Decision::path)
                .toList();
    }

    /** How far Auth0 is from what the descriptor says; the worst that was found counts. */
    public enum Verdict {
        /** All is as the descriptor says. */
        IN_SYNC("in-sync"),
        /** The descriptor, or its applied record, is ahead of Auth0: an apply would write. */
        PENDING("pending"),
        /** Somebody changed in Auth0 what the descriptor still says as it was applied. */
        DRIFT("drift"),
        /** Auth0 and the descriptor both changed, or somebody else owns an option, or the result may not be sent. */
        CONFLICT("conflict"),
        /** The options, or what was applied last, cannot be read, so nobody can tell. */
        UNREADABLE("unreadable");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word for it in files that programs read; it never changes. */
        public String word() {
            return word;
        }
    }
}
