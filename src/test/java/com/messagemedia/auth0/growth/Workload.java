package com.messagemedia.auth0.growth;

/** What happened to each of many options since the last apply. */
enum Workload {
    /** The descriptor names it for the first time. */
    ADDED,
    /** The descriptor has another value. */
    CHANGED,
    /** The descriptor no longer names it. */
    NO_LONGER_NAMED,
    /** The descriptor lists it for removal. */
    LISTED_FOR_REMOVAL,
    /** Nothing, and nobody manages it. */
    UNMANAGED,
    /** The descriptor has a scalar in place of the object that holds it. */
    IN_THE_WAY,
    /** Somebody changed it in Auth0, too. */
    IN_CONFLICT,
    /** Somebody changed it in Auth0, too, and the policy keeps that. */
    KEPT_BY_POLICY,
    /** Nobody knows: the record of the last apply is damaged, so each live value may be secret. */
    WITHOUT_READABLE_RECORD,
    /** Its value came from a confidential source. */
    CONFIDENTIAL
}
