package com.messagemedia.auth0.plan;

/** What becomes of the applied record. */
public enum RecordChange {
    /** It already says what this apply would write. */
    NONE,
    /** There is none yet: this is the first adoption. */
    ADOPT,
    /** It is brought up to date. */
    UPDATE,
    /** It could not be read and is written anew. */
    REWRITE
}
