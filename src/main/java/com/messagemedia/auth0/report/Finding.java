package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.Origin;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.report.Remark.Level;
import java.util.Optional;

/**
 * One thing in which Auth0 is not as the descriptor says. It holds no value of any option.
 *
 * @param kind what it is
 * @param subject the option's path, or what else it is about
 * @param sentence what was found, as a sentence
 * @param place where the descriptor speaks of it; empty where it does not
 */
public record Finding(Verdict kind, String subject, String sentence, Optional<Origin> place) {

    /** The same for a pipeline; what is pending is a notice, unless it fails the goal. */
    public Remark remark(boolean failOnPending) {
        Level level = switch (kind) {
            case IN_SYNC, PENDING -> failOnPending ? Level.ERROR : Level.NOTICE;
            case DRIFT, CONFLICT, UNREADABLE -> Level.ERROR;
        };
        return new Remark(level, kind.word(), subject, sentence, place);
    }
}
