package com.messagemedia.auth0.sync;

/** Asks a person whether a protected environment may be changed. */
@FunctionalInterface
public interface Approval {

    /** Nobody can be asked. */
    Approval NOBODY = environment -> false;

    /** Whether the person says yes. */
    boolean ask(String environment);
}
