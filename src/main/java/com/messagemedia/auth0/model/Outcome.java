package com.messagemedia.auth0.model;

/** How a goal left Auth0. Every run of a goal that talks to Auth0 ends in exactly one of these. */
public enum Outcome {
    /** The change was written and Auth0's reply holds what was sent. */
    APPLIED("applied"),
    /** Options and applied record already were as the descriptor says; nothing was written. */
    NOTHING_TO_DO("nothing-to-do"),
    /** There are changes to apply; the goal only looks, so nothing was written. */
    PENDING("pending"),
    /** Auth0 is not as the descriptor says, or nobody can tell; the goal only looks, so nothing was written. */
    DIFFERENT("different"),
    /** A message was handed over; Auth0 is as it was. */
    SENT("sent"),
    /** The plan may not be applied (a conflict, a result that cannot send, a missing approval); nothing was written. */
    REFUSED("refused"),
    /** Something failed before a write; Auth0 is as it was. */
    NOTHING_WRITTEN("nothing-written"),
    /**
     * Some resources were written, the others and the connection, which is last, are as they were; the next run goes on with them.
     */
    PARTLY_APPLIED("partly-applied"),
    /** A write was sent and its result is not known, or is not what was sent. */
    UNKNOWN_STATE("unknown-state");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word for it in files that programs read; it never changes. */
    public String word() {
        return word;
    }
}
