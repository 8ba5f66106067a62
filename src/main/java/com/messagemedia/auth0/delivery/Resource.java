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

    /**
     * Returns the id of the state from the last reading, if Auth0 keeps it and can restore it whole, with values that it never
     * shows; otherwise empty.
     */
    default Optional<String> version() {
        return Optional.empty();
    }

    /** Reads what an earlier {@linkplain #version() version} holds; empty if Auth0 no longer keeps it. */
    default Optional<Options> version(ManagementClient client, String id) {
        return Optional.empty();
    }

    /**
     * Makes the next write restore an earlier version. The write then refuses to do anything else.
     *
     * @param holds what the version holds
     */
    default void restoring(String id, Options holds) {}

    /**
     * Returns what a rollback leaves as it is, because the resource did not exist before or cannot be restored.
     *
     * @param now the options from the last reading
     * @param then the options that the rollback would restore; empty options if the resource did not exist
     * @return the paths below the resource's name, each with the reason, in words that follow "stays:"
     * @throws ResourceRefusal if the whole rollback must stop, because the rest would not fit together
     */
    default Map<FieldPath, String> leftByRollback(Options now, Options then) {
        return Map.of();
    }

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
