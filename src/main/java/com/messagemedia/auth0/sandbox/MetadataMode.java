package com.messagemedia.auth0.sandbox;

/**
 * What a PATCH does with a connection's {@code metadata}. Auth0 does not document it, so whoever writes metadata has to
 * work with both.
 */
public enum MetadataMode {
    /** Entries are added to those that stand there; a null entry removes one. */
    MERGE,
    /** The object is replaced whole; a null entry is stored as null. */
    REPLACE
}
