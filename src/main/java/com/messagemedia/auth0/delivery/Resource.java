package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.model.Options;
import java.util.List;

/**
 * An Auth0 object with its own address, besides the connection. Its leaves are below its name in plan, record, backup and
 * report: {@code action.code} is the leaf {@code code} of the resource {@code action}.
 */
public interface Resource {

    /** Returns the first segment of its paths. No option of the connection may have this name. */
    String name();

    /** Returns the scopes that a reader needs. */
    List<String> scopesToRead();

    /** Returns the further scopes that a writer needs. */
    List<String> scopesToWrite();

    /** Reads what Auth0 holds of it; empty options if it does not exist. It may try again after a temporary failure. */
    Options read(ManagementClient client);

    /**
     * Refuses a change that the resource cannot make. The planner calls this method before any write.
     *
     * @param before the options from the last reading
     * @param after the complete new options; empty options if the change removes the resource
     * @throws com.messagemedia.auth0.model.Fault with the reason for the refusal
     */
    default void check(Options before, Options after) {}

    /**
     * Changes the resource from one state to another, once. The caller calls it only if the two states differ. If it fails,
     * {@link ResourceWriter} reads again, finds out the result, and decides whether to try once more.
     *
     * @param before the options from the last reading
     * @param after the complete new options; empty options if the change removes the resource
     * @return what Auth0 holds now
     * @throws com.messagemedia.auth0.auth0.ManagementException if a request did not get the expected answer
     */
    Options write(ManagementClient client, Options before, Options after);
}
