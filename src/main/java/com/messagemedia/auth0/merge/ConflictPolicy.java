package com.messagemedia.auth0.merge;

/** What is done about a conflict. */
public enum ConflictPolicy {
    /** Nothing is written at all; the default. */
    FAIL,
    /** The descriptor wins. */
    OVERWRITE,
    /** Live wins; the applied record keeps its old base there. */
    KEEP
}
