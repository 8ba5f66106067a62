package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How far a change of several resources has come, for the message of a stop in the middle. */
final class Progress {

    private static final String CONNECTION = "the connection";

    private final List<String> written = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    Progress(PreparedChange planned) {
        planned.changes().forEach(change -> left.add(change.name()));
        if (planned.patch().isPresent()) {
            left.add(CONNECTION);
        }
    }

    /** Whether anything is written already. */
    boolean hasBegun() {
        return !written.isEmpty();
    }

    /** The first of what was left is written. */
    void wrote() {
        written.add(left.remove(0));
    }

    /** The fault that a user reads: this one, and where something is written already, what that is and how to go on. */
    Fault stopped(Fault fault) {
        if (!hasBegun()) {
            return fault;
        }
        boolean unknown = fault.outcome() == Outcome.UNKNOWN_STATE;
        List<String> untouched = left.subList(unknown ? 1 : 0, left.size());
        String told = fault.sentence()
                + part("Already written", written)
                + part("Not known", left.subList(0, unknown ? 1 : 0))
                + part("Not written", untouched);
        Fault stopped = new Fault(
                told,
                fault.remedy() + " The next run finds what is written already and goes on with the rest.",
                unknown ? Outcome.UNKNOWN_STATE : Outcome.PARTLY_APPLIED);
        stopped.initCause(fault);
        return stopped;
    }

    private static String part(String heading, List<String> names) {
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(", ", " " + heading + ": ", "."));
    }
}
