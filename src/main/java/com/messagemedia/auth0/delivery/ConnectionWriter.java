package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.Attempts;
import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.auth0.NewConnection;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes options and record in one request, and finds out whether the write succeeded. */
public final class ConnectionWriter {

    private final ManagementClient client;
    private final PreparedChange planned;
    private final ConnectionPatch patch;
    private Optional<ManagementException> failed = Optional.empty();

    ConnectionWriter(ManagementClient client, PreparedChange planned, ConnectionPatch patch) {
        this.client = client;
        this.planned = planned;
        this.patch = patch;
    }

    /**
     * Sends the change. It reads the connection after every answer that is not a success. It sends the change again after a
     * temporary failure if the connection shows that the change is absent. It never sends again without a reading first.
     *
     * @return Auth0's connection after the change
     * @throws Fault if the write failed, or the reply does not hold what was sent; the outcome tells the state of Auth0
     */
    public WriteResult send() {
        Attempts attempts = client.attemptsToWrite();
        while (true) {
            try {
                return attempt();
            } catch (ManagementException failure) {
                attempts.waitAfter(failure);
            }
        }
    }

    private WriteResult attempt() {
        if (failed.isPresent() && !planned.creates()) {
            Connection now = client.connection(planned.live().id());
            if (!now.equals(planned.live())) {
                return settle(now, failed.get());
            }
        }
        try {
            return check(
                    planned.creates() ? create() : client.update(planned.live().id(), patch), false);
        } catch (ManagementException e) {
            if (!e.requestMayHaveBeenProcessed()) {
                throw e;
            }
            failed = Optional.of(e);
            return settle(readAgain(e).orElseThrow(() -> notListed(e)), e);
        }
    }

    private Connection create() {
        Map<String, String> metadata = patch.metadata().orElse(Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().orElseThrow()));
        return client.create(
                new NewConnection(planned.live().name(), patch.options().orElse(Options.EMPTY), metadata));
    }

    private ReplyCheck check(Connection reply) {
        return ReplyCheck.of(patch, reply, planned.delivery().mergeRules().canonical());
    }

    private WriteResult check(Connection reply, boolean settled) {
        ReplyCheck check = check(reply);
        check.requireSent("the connection");
        if (!check.recordStored()) {
            throw new Fault(
                    "Auth0 accepted the options but did not return the applied record that was sent.",
                    "Run the plan goal: it shows whether the record must be written again.",
                    Outcome.UNKNOWN_STATE);
        }
        return new WriteResult(reply, check.resetByAuth0(), settled);
    }

    /**
     * Decides the result from the connection after an answer that is not a success: applied, not applied, or changed by
     * somebody else.
     */
    private WriteResult settle(Connection now, ManagementException failure) {
        if (isAsBefore(now)) {
            throw failure.settledAsNotApplied();
        }
        if (check(now).holds() && showsChange(now)) {
            return check(now, true);
        }
        if (planned.creates() && failure.isRefusal()) {
            throw failure.settledAsNotApplied();
        }
        if (showsNothingOfIt(now)) {
            throw Moved.ofConnection();
        }
        throw new Fault(
                failure.sentence()
                        + " A second read shows neither the old options nor the new ones: somebody else changed"
                        + " the connection in the meantime.",
                "Run the plan goal to see what the connection holds now.",
                Outcome.UNKNOWN_STATE);
    }

    private boolean isAsBefore(Connection now) {
        return now.options().equals(planned.live().options())
                && now.metadata().equals(planned.live().metadata());
    }

    private boolean showsChange(Connection now) {
        boolean record = patch.metadata().isPresent()
                && !now.metadata().equals(planned.live().metadata());
        return record || planned.traces().shownBy(now.options().orElse(Options.EMPTY));
    }

    /** Returns whether Auth0 holds only somebody else's change: all our paths and the record are unchanged. */
    private boolean showsNothingOfIt(Connection now) {
        return now.metadata().equals(planned.live().metadata())
                && planned.traces()
                        .absentFrom(
                                now.options().orElse(Options.EMPTY),
                                planned.live().options().orElse(Options.EMPTY));
    }

    /**
     * Returns the fault for a new connection that is not in Auth0's list. The list follows a creation with some delay, so
     * the connection may exist unless the answer denies it. A second attempt does no harm, because Auth0 allows each name
     * only once.
     */
    private static Fault notListed(ManagementException lost) {
        if (lost.isRefusal()) {
            return lost.settledAsNotApplied();
        }
        return new Fault(
                lost.sentence()
                        + " A second read does not show the connection. Auth0 can list a new connection late,"
                        + " so it is unknown whether it was created.",
                "Run the goal again in a minute: it adopts the connection if it exists, otherwise creates it.",
                Outcome.UNKNOWN_STATE);
    }

    private Optional<Connection> readAgain(ManagementException lost) {
        try {
            return planned.creates()
                    ? client.smsConnections().stream()
                            .filter(connection ->
                                    connection.name().equals(planned.live().name()))
                            .findFirst()
                    : Optional.of(client.connection(planned.live().id()));
        } catch (ManagementException e) {
            Fault fault = new Fault(
                    lost.sentence() + " A second read failed too, so it is unknown whether the change was applied.",
                    "When Auth0 can be reached again, run the plan goal: it shows what the connection holds.",
                    Outcome.UNKNOWN_STATE);
            fault.initCause(e);
            throw fault;
        }
    }

    /**
     * A write that Auth0 accepted.
     *
     * @param connection the connection after the write
     * @param resetByAuth0 the paths that Auth0 set by itself
     * @param settled whether the reply was lost and a second reading showed the change
     */
    public record WriteResult(Connection connection, List<FieldPath> resetByAuth0, boolean settled) {}
}
