package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.delivery.LiveState.ResourceChange;
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
    private final PreparedChange planned;
    private LiveState state;

    Progress(PreparedChange planned) {
        this.planned = planned;
        this.state = planned.state();
        for (ResourceChange change : planned.changes()) {
            left.add(change.name());
        }
        comesLast(planned);
    }

    /** Counts the connection among what is left if this change writes it: a resource can make the record new. */
    void comesLast(PreparedChange change) {
        if (change.patch().isPresent() && !left.contains(CONNECTION)) {
            left.add(CONNECTION);
        }
    }

    /** Returns whether anything is already written. */
    boolean hasBegun() {
        return !written.isEmpty();
    }

    /**
     * Marks the first remaining resource as written.
     *
     * @param now what Auth0 holds now
     */
    void wrote(LiveState now) {
        written.add(left.remove(0));
        state = now;
    }

    /**
     * Returns the fault for the user. If anything is already written, the fault also tells what, what sends messages now, and
     * how to continue.
     */
    Fault stopped(Fault fault) {
        boolean partly = fault.outcome() == Outcome.PARTLY_APPLIED;
        boolean unknown = fault.outcome() == Outcome.UNKNOWN_STATE;
        boolean ofResource = !planned.changes().isEmpty() && (partly || unknown);
        if (!hasBegun() && !ofResource) {
            return fault;
        }
        int begun = partly || unknown ? 1 : 0;
        String told = fault.sentence()
                + part("Already written", written)
                + part(unknown ? "Unknown" : "Not finished", left.subList(0, begun))
                + part("Not written", left.subList(begun, left.size()))
                + part(unknown ? "Sent messages before" : "Sends messages now", senders());
        Fault stopped = new Fault(
                told,
                fault.remedy() + " The next run skips what is already written and continues with the rest.",
                unknown ? Outcome.UNKNOWN_STATE : Outcome.PARTLY_APPLIED);
        stopped.initCause(fault);
        return stopped;
    }

    private List<String> senders() {
        return planned.delivery().senders(state.tree());
    }

    private static String part(String heading, List<String> names) {
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(", ", " " + heading + ": ", "."));
    }
}
