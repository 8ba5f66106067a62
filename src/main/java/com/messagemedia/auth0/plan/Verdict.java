package com.messagemedia.auth0.plan;

/** How far Auth0 is from what the descriptor says; the worst that was found counts. */
public enum Verdict {
    /** All is as the descriptor says. */
    IN_SYNC("in-sync"),
    /** The descriptor, or its applied record, is ahead of Auth0: an apply would write. */
    PENDING("pending"),
    /** Somebody changed in Auth0 what the descriptor still says as it was applied. */
    DRIFT("drift"),
    /** Auth0 and the descriptor both changed, or somebody else owns an option, or the result may not be sent. */
    CONFLICT("conflict"),
    /** The options, or what was applied last, cannot be read, so nobody can tell. */
    UNREADABLE("unreadable");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word for it in files that programs read; it never changes. */
    public String word() {
        return word;
    }
}
