package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan.Target;
import java.util.List;
import java.util.Optional;

/**
 * The result of an apply as text.
 *
 * @param target the tenant and the connection that the apply worked on
 * @param outcome {@link Outcome#APPLIED} or {@link Outcome#NOTHING_TO_DO}
 * @param artifact the coordinates of the released descriptor; empty if the descriptor came from a file
 * @param settled whether the reply was lost and a second read showed the change
 */
public record AppliedReport(Target target, Outcome outcome, Optional<String> artifact, boolean settled) {

    /** Returns the closing line. */
    public String line() {
        if (outcome == Outcome.NOTHING_TO_DO) {
            String released = artifact.isPresent() ? " for " + artifact.get() : "";
            return FaultReport.in(target.environment(), "Outcome: nothing to do" + released + "; nothing was written.");
        }
        String how = settled
                ? "Auth0's reply was lost, but a second read shows every value that was sent."
                : "Auth0's reply holds every value that was sent.";
        return "Outcome: applied " + (artifact.isPresent() ? artifact.get() + " " : "") + "to "
                + Printable.text(target.tenant()) + connection() + environment() + ". " + how;
    }

    private String connection() {
        boolean none = target.id().isEmpty() && target.connection().equals(Connection.NONE.name());
        return none ? "" : ", connection " + Printable.text(target.connection());
    }

    private String environment() {
        Optional<String> environment = target.environment();
        return environment.isPresent() ? ", environment " + Printable.text(environment.get()) : "";
    }

    /** Returns warnings about options that Auth0 set by itself. */
    public static List<String> warnings(List<FieldPath> resetByAuth0) {
        return resetByAuth0.isEmpty()
                ? List.of()
                : List.of("Reset by Auth0: " + PlanSentences.names(resetByAuth0)
                        + ". Auth0 gave these options a value of its own; the plugin leaves them alone.");
    }
}
