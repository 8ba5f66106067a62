package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.plan.Plan;

/** The faults of a use case that stops before it writes, and the words that faults share. */
final class Refusals {

    private Refusals() {}

    /** The problem of a fault as a whole sentence that another one can follow. */
    static String sentence(Fault fault) {
        String problem = fault.problem();
        return problem.endsWith(".") ? problem : problem + ".";
    }

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

    static Fault moved() {
        return new Fault(
                "The connection was changed in Auth0 after the plan was made. Nothing was written.",
                "Run the goal again: it plans from what Auth0 holds now.",
                Outcome.REFUSED);
    }

    static Fault noOptionLeft() {
        return new Fault(
                "The plan would leave the connection without any option, which is what a failed read looks like."
                        + " Nothing was written.",
                "Leave at least one option out of \"remove\", or set one.",
                Outcome.REFUSED);
    }

    static Fault lostRecord() {
        return new Fault(
                "No option is in conflict, but the applied record cannot be read: it is damaged, or a newer version of"
                        + " this plugin wrote it. Nothing was written.",
                "Run the newest version of the plugin that your team uses, or write the record anew with"
                        + " -Dmessagemedia.adopt=true.",
                Outcome.REFUSED);
    }
}
