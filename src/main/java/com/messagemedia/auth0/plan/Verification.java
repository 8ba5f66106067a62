package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Cause;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.plan.Plan.RecordChange;
import java.util.List;
import java.util.function.Predicate;

/**
 * Compares Auth0 with the descriptor.
 *
 * @param plan a plan that overwrites no conflict
 */
public record Verification(Plan plan) {

    /** Returns the worst verdict among the findings. */
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

    /** Returns whether the applied record is unreadable. */
    public boolean isRecordLost() {
        return plan.record() == RecordChange.REWRITE;
    }

    /** Returns the paths that somebody changed only in Auth0. */
    public List<FieldPath> drift() {
        return paths(this::isDrift);
    }

    /** Returns the paths that both sides changed, that another owner holds, or that would replace options of others. */
    public List<FieldPath> conflicts() {
        return paths(this::isConflict);
    }

    /** Returns the paths that an apply would set or remove. */
    public List<FieldPath> pending() {
        return paths(Decision::changesLive);
    }

    /** Returns whether both sides changed a path, another owner holds it, or it would replace options of others. */
    public boolean isConflict(Decision decision) {
        return decision instanceof Decision.Refused || (decision instanceof Decision.Conflict && !isDrift(decision));
    }

    /** Returns whether somebody changed a path only in Auth0. */
    public boolean isDrift(Decision decision) {
        // Only a readable record shows who changed which option.
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

    /** The difference between Auth0 and the descriptor. The worst finding counts. */
    public enum Verdict {
        /** Auth0 matches the descriptor. */
        IN_SYNC("in-sync"),
        /** The descriptor or its applied record is ahead of Auth0: an apply would write. */
        PENDING("pending"),
        /** Somebody changed an option in Auth0, and the descriptor still has the applied value. */
        DRIFT("drift"),
        /** Auth0 and the descriptor both changed, another owner owns an option, or the plugin refuses to send the options. */
        CONFLICT("conflict"),
        /** The options or the applied record are unreadable, so the difference is unknown. */
        UNREADABLE("unreadable");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Returns the word of the verdict in machine-readable files. It never changes. */
        public String word() {
            return word;
        }
    }
}
