package com.messagemedia.auth0.report;

import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.plan.Plan;

/**
 * A plan in one line: its counts, what is lost by it, and whether it may be written.
 *
 * @param plan the plan
 */
public record PlanSummary(Plan plan) {

    /** The line. */
    public String line() {
        Plan.Counts counts = plan.counts();
        if (plan.isNothingToDo()) {
            return plan.merge().decisions().stream().anyMatch(KeptByPolicy.class::isInstance)
                    ? "Plan: nothing to do. But for what onConflict keeps, all is as the descriptor says."
                    : "Plan: nothing to do. Options and applied record are as the descriptor says.";
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
                : " The descriptor removes " + removed + (removed == 1 ? " option" : " options")
                        + "; no other is lost.";
    }

    private String recordPart() {
        long managed = plan.counts().kept() - plan.counts().unmanaged();
        return switch (plan.record()) {
            case NONE -> "";
            case ADOPT -> "; adopt " + managed + (managed == 1 ? " option" : " options") + " into a new applied record";
            case UPDATE -> "; bring the applied record up to date";
            case REWRITE -> "; write the unreadable applied record anew";
        };
    }

    private String clientsPart() {
        int clients = plan.clients().size();
        return clients == 0 ? "" : "; enable " + clients + (clients == 1 ? " client" : " clients");
    }
}
