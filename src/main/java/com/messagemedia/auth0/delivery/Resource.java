package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.model.Options;

/**
 * One thing of Auth0 with an address of its own, besides the connection. Its leaves stand below its name in plan, record, backup and
 * report: {@code action.code} is the leaf {@code code} of the resource {@code action}.
 */
public interface Resource {

    /** The first segment of its paths. */
    String name();

    /** What Auth0 holds of it; empty options where it does not exist. */
    Options read(ManagementClient client);

    /**
     * Brings it from one state to another. It is asked only where the two differ.
     *
     * @param before what was read
     * @param after what it shall hold, all of it
     * @return what Auth0 holds now
     */
    Options write(ManagementClient client, Options before, Options after);
}
