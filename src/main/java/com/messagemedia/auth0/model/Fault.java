package com.messagemedia.auth0.model;

import java.util.List;

/**
 * A failure that a user can act on: it says what happened, what to do, and the state of Auth0 afterwards. Its texts
 * never contain a secret. Its {@link Outcome} says whether Auth0 may have changed.
 */
public class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private final transient List<String> remedies;
    private final Outcome outcome;

    /** A fault that occurs before any write. */
    public Fault(String problem, String remedy) {
        this(problem, remedy, Outcome.NOTHING_WRITTEN);
    }

    /** A fault that leaves Auth0 in this state. */
    public Fault(String problem, String remedy, Outcome outcome) {
        this(List.of(problem), List.of(remedy), outcome);
    }

    /** Several faults in one report, one line each. */
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

    /** What happened, with a full stop at the end. */
    public String sentence() {
        return problem().endsWith(".") ? problem() : problem() + ".";
    }

    /** What to do about it. */
    public String remedy() {
        return String.join("\n", remedies);
    }

    /**
     * What happened, one entry per fault. A line break inside an entry comes from outside and does not start a new
     * entry.
     */
    public List<String> problems() {
        return problems;
    }

    /** What to do about it, one entry per fault. */
    public List<String> remedies() {
        return remedies;
    }

    /** The state of Auth0 after the fault. */
    public Outcome outcome() {
        return outcome;
    }
}
