package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.plan.Plan;
import java.util.List;

/** The faults of a use case that stops before it writes. */
final class Refusals {

    private Refusals() {}

    static Fault notApplicable(Plan plan) {
        List<String> conflicts =
                plan.conflicts().stream().map(FieldPath::toString).toList();
        String cause = conflicts.isEmpty()
                ? "a result that may not be sent"
                : conflicts.size()
                        + (conflicts.size() == 1 ? " conflict: " : " conflicts: ")
                        + String.join(", ", conflicts);
        return new Fault(
                "The plan has " + cause + ". Nothing was written.",
                "The plan, which -q hides, says for each what it is and which ways out there are.",
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
