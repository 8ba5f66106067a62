package com.messagemedia.auth0.model;

import java.util.List;

/**
 * A failure that a user can read and act on: what happened, what to do, and in which state Auth0 is left. Neither text ever
 * holds a secret. A fault that may have changed Auth0 says so through its {@link Outcome}.
 */
public class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private final transient List<String> remedies;
    private final Outcome outcome;

    /** A fault before anything was written. */
    public Fault(String problem, String remedy) {
        this(problem, remedy, Outcome.NOTHING_WRITTEN);
    }

    /** A fault that leaves Auth0 in the state that {@code outcome} names. */
    public Fault(String problem, String remedy, Outcome outcome) {
        this(List.of(problem), List.of(remedy), outcome);
    }

    /** Several faults that are told at once, each in a line of its own. */
    public Fault(List<String> problems, List<String> remedies, Outcome outcome) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
        this.remedies = List.copyOf(remedies);
        this.outcome = outcome;
    }

    /** What happened. */
    public String problem() {
        return String.join("\n", problems);
    }

    /** What happened, as a whole sentence that another one can follow. */
    public String sentence() {
        return problem().endsWith(".") ? problem() : problem() + ".";
    }

    /** What to do about it. */
    public String remedy() {
        return String.join("\n", remedies);
    }

    /** What happened, each a line. A line break within one came from outside and is none. */
    public List<String> problems() {
        return problems;
    }

    /** What to do about it, each a line. */
    public List<String> remedies() {
        return remedies;
    }

    /** The state in which Auth0 is left. */
    public Outcome outcome() {
        return outcome;
    }
}
