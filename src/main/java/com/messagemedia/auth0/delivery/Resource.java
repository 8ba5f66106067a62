package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Auth0 object with its own address, besides the connection. Its leaves are below its name in plan, record, backup and
 * report: {@code action.code} is the leaf {@code code} of the resource {@code action}.
 */
public interface Resource {

    /** Returns the first segment of its paths. No option of the connection may have this name. */
    String name();

    /** Returns the scopes that a reader needs. */
    List<String> scopesToRead();

    /**
     * Returns the further scopes that a change needs.
     *
     * @param before the options from the last reading
     * @param after the complete new options; empty options if the change removes the resource
     */
    List<String> scopesToWrite(Options before, Options after);

    /** Reads what Auth0 holds of it; empty options if it does not exist. It may try again after a temporary failure. */
    Options read(ManagementClient client);

    /**
     * Tells the resource the applied record and the connection, which are read at the same time as the resource. A resource
     * with values that Auth0 never shows can then tell whether they are still ours. Its later readings know it, too.
     *
     * @param read the result of the last reading
     * @param connection the connection; it has no id if it does not exist yet
     * @return what the last reading means
     */
    default Options knowing(Options read, AppliedRecord record, Connection connection) {
        return read;
    }

    /** Returns the base of the merge. A resource that carries a mark of ours adds what the mark says. */
    default Base base(Base recorded) {
        return recorded;
    }

    /**
     * Returns further values for the applied record, at paths below its name: what the last reading or write showed, and what
     * no option can show.
     */
    default Map<FieldPath, Value> remembered() {
        return Map.of();
    }

    /**
     * Refuses a change that the resource cannot make. The planner calls this method before any write.
     *
     * @param before the options from the last reading
     * @param after the complete new options; empty options if the change removes the resource
     * @throws ResourceRefusal with the reason
     */
    default void check(Options before, Options after) {}

    /** Returns whether a write can overwrite somebody else's change, so that the resource must be read right before it. */
    default boolean mustBeReadBeforeWrite() {
        return true;
    }

    /**
     * Returns what the last reading or write shows of an unfinished write of ours, in a sentence for a user. It is empty if
     * the resource has nothing besides its options that can be unfinished.
     */
    default Optional<String> unfinished() {
        return Optional.empty();
    }

    /**
     * Changes the resource from one state to another, once. The caller calls it only if the two states differ. If it fails,
     * {@link ResourceWriter} reads again, finds out the result, and decides whether to try once more.
     *
     * @param before the options from the last reading
     * @param after the complete new options; empty options if the change removes the resource
     * @return what Auth0 holds now
     * @throws com.messagemedia.auth0.auth0.ManagementException if the first request did not get the expected answer
     * @throws PartlyWritten if a later request did not get the expected answer
     */
    Options write(ManagementClient client, Options before, Options after);
}
