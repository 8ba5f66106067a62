package com.messagemedia.auth0.model;

/** The state of Auth0 after a goal. Every goal that talks to Auth0 ends in exactly one outcome. */
public enum Outcome {
    /** The goal wrote the change, and Auth0's reply contains what it sent. */
    APPLIED("applied"),
    /** Options and applied record already match the descriptor; the goal wrote nothing. */
    NOTHING_TO_DO("nothing-to-do"),
    /** There are changes to apply; the goal only reads and wrote nothing. */
    PENDING("pending"),
    /** Auth0 differs from the descriptor, or the goal cannot find out; it only reads and wrote nothing. */
    DIFFERENT("different"),
    /** The goal handed a message over; Auth0 did not change. */
    SENT("sent"),
    /** The goal refused the plan (a conflict, a result that cannot send, a missing approval) and wrote nothing. */
    REFUSED("refused"),
    /** A failure before any write; Auth0 did not change. */
    NOTHING_WRITTEN("nothing-written"),
    /** The goal wrote some resources, but not the others and not the connection, which is last. The next run writes the rest. */
    PARTLY_APPLIED("partly-applied"),
    /** The goal sent a write, and its result is unknown or differs from what it sent. */
    UNKNOWN_STATE("unknown-state");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The outcome's word in files for programs; it never changes. */
    public String word() {
        return word;
    }
}
