package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.plan.Plan;

/** The faults of a use case that stops before it writes. */
final class Refusals {

    private Refusals() {}

    static Fault notApplicable(Plan plan) {
        long conflicts = plan.counts().conflicts();
        String cause = conflicts > 0
                ? conflicts + (conflicts == 1 ? " conflict" : " conflicts")
                : "a result that may not be sent";
        return new Fault(
                "The plan has " + cause + ". Nothing was written.",
                "The plan above says for each what it is and which ways out there are.",
                Outcome.REFUSED);
    }

    static Fault movedWhileWaiting() {
        return new Fault(
                "The connection was changed in Auth0 while the approval was awaited. Nothing was written.",
                "Run the goal again: it plans from what Auth0 holds now.",
                Outcome.REFUSED);
    }

    static Fault lostRecord() {
        return new Fault(
                "The options are as the descriptor says, but the applied record on the connection cannot be read: it is"
                        + " damaged, or a newer version of this plugin wrote it. Nothing was written.",
                "Run the newest version of the plugin that your team uses, or write the record anew with"
                        + " -Dmessagemedia.adopt=true.",
                Outcome.REFUSED);
    }
}
