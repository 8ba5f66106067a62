package com.messagemedia.auth0.connection;

/**
 * A failure that a user can read and act on: what happened, what to do, and in which state Auth0 is left. Neither text ever
 * holds a secret. A fault that may have changed Auth0 says so through its {@link Outcome}.
 */
public class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final Outcome outcome;

    /** A fault before anything was written. */
    public Fault(String problem, String remedy) {
        this(problem, remedy, Outcome.NOTHING_WRITTEN);
    }

    /** A fault that leaves Auth0 in the state that {@code outcome} names. */
    public Fault(String problem, String remedy, Outcome outcome) {
        super(problem);
        this.remedy = remedy;
        this.outcome = outcome;
    }

    /** What happened, one sentence or a few lines. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    /** The state in which Auth0 is left. */
    public Outcome outcome() {
        return outcome;
    }
}
