package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.model.Options;
import java.util.List;

/**
 * One thing of Auth0 with an address of its own, besides the connection. Its leaves stand below its name in plan, record, backup and
 * report: {@code action.code} is the leaf {@code code} of the resource {@code action}.
 */
public interface Resource {

    /** The first segment of its paths. No option of the connection may have that name. */
    String name();

    /** The scopes that reading it needs. */
    List<String> scopesToRead();

    /** The scopes that writing it needs besides those. */
    List<String> scopesToWrite();

    /** What Auth0 holds of it; empty options where it does not exist. May try again what fails for a reason that passes. */
    Options read(ManagementClient client);

    /**
     * Refuses a change that it cannot make. It is asked while the plan is made, so that nothing is written then.
     *
     * @param before what was read
     * @param after what it is to hold, all of it; empty options where it is to go
     * @throws com.messagemedia.auth0.model.Fault that says why it cannot
     */
    default void check(Options before, Options after) {}

    /**
     * Brings it from one state to another, once. It is asked only where the two differ. Where it fails, {@link ResourceWriter} reads
     * again, finds out what became of it, and decides whether it is asked once more.
     *
     * @param before what was read
     * @param after what it is to hold, all of it; empty options where it is to go
     * @return what Auth0 holds now
     * @throws com.messagemedia.auth0.auth0.ManagementException when a request did not bring the answer it should
     */
    Options write(ManagementClient client, Options before, Options after);
}
