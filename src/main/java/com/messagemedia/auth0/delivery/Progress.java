package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tracks the progress of a change of several resources, for the message of a stop in the middle. */
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

    /** Returns whether anything is already written. */
    boolean hasBegun() {
        return !written.isEmpty();
    }

    /** Marks the first remaining resource as written. */
    void wrote() {
        written.add(left.remove(0));
    }

    /** Returns the fault for the user. If anything is already written, the fault also tells what, and how to continue. */
    Fault stopped(Fault fault) {
        if (!hasBegun()) {
            return fault;
        }
        boolean unknown = fault.outcome() == Outcome.UNKNOWN_STATE;
        List<String> untouched = left.subList(unknown ? 1 : 0, left.size());
        String told = fault.sentence()
                + part("Already written", written)
                + part("Unknown", left.subList(0, unknown ? 1 : 0))
                + part("Not written", untouched);
        Fault stopped = new Fault(
                told,
                fault.remedy() + " The next run skips what is already written and continues with the rest.",
                unknown ? Outcome.UNKNOWN_STATE : Outcome.PARTLY_APPLIED);
        stopped.initCause(fault);
        return stopped;
    }

    private static String part(String heading, List<String> names) {
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(", ", " " + heading + ": ", "."));
    }
}
