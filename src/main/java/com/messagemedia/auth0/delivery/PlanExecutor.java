package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Carries out a planned change: options and record, then what Auth0 put back, then the clients. */
public final class PlanExecutor {

    private final ManagementClient client;
    private final ChangePlanner planner;
    private final RecordKeeper keeper;
    private final PreparedChange planned;

    PlanExecutor(ManagementClient client, ChangePlanner planner, RecordKeeper keeper, PreparedChange planned) {
        this.client = client;
        this.planner = planner;
        this.keeper = keeper;
        this.planned = planned;
    }

    public Applied run() {
        keeper.requireRoom(planned.live(), planned.next());
        Optional<ConnectionPatch> patch = planned.patch();
        ConnectionWriter.WriteResult written = patch.isPresent()
                ? new ConnectionWriter(client, planned, patch.get()).send()
                : new ConnectionWriter.WriteResult(planned.live(), List.of(), false);
        keep(written.connection(), planned.next());
        rememberReturned(written);
        enableClients(written.connection());
        return new Applied(Outcome.APPLIED, written.resetByAuth0(), written.settled());
    }

    /** What was removed and came back is remembered, so that the next run does not remove it again for nothing. */
    private void rememberReturned(ConnectionWriter.WriteResult written) {
        Options now = written.connection().options().orElse(Options.EMPTY);
        Map<FieldPath, Value> returned = new TreeMap<>();
        for (FieldPath path : written.resetByAuth0()) {
            if (isRemoved(path)) {
                now.get(path).ifPresent(value -> returned.put(path, value));
            }
        }
        if (!returned.isEmpty()) {
            Present longer = planned.next().withReturned(returned);
            Present next = keeper.holdsMarksOf(longer) ? longer : longer.marking(Collections.emptySortedSet());
            planner.recordAlone(written.connection(), next).ifPresent(patch -> record(written.connection(), patch));
            keep(written.connection(), next);
        }
    }

    private void keep(Connection connection, Present next) {
        try {
            keeper.written(connection, next);
        } catch (Fault fault) {
            if (planned.patch().isEmpty()) {
                throw fault;
            }
            throw new Fault(
                    "Auth0 took the change, but the applied record was not kept. " + fault.problem(),
                    fault.remedy() + " Then apply again: it changes no option and writes the record.",
                    Outcome.APPLIED);
        }
    }

    private void record(Connection connection, ConnectionPatch patch) {
        try {
            client.update(connection.id(), patch);
        } catch (ManagementException e) {
            throw new Fault(
                    "The options were applied, but recording what Auth0 put back by itself failed. " + e.sentence(),
                    e.remedy() + " Then apply again: it removes once more what came back, and records it.",
                    Outcome.APPLIED);
        }
    }

    private boolean isRemoved(FieldPath path) {
        return planned.plan().merge().decisions().stream()
                .anyMatch(decision ->
                        decision instanceof Decision.Removed && decision.path().equals(path));
    }

    private void enableClients(Connection connection) {
        List<String> clients = planned.plan().clients();
        if (clients.isEmpty()) {
            return;
        }
        try {
            client.enableClients(connection.id(), clients);
        } catch (ManagementException e) {
            settleClients(connection, e);
        }
    }

    /** No success came back, so Auth0's own list tells which of them are enabled. */
    private void settleClients(Connection connection, ManagementException failure) {
        List<String> clients = planned.plan().clients();
        Optional<List<String>> missing = missing(connection, clients);
        if (missing.filter(List::isEmpty).isPresent()) {
            return;
        }
        boolean none = missing.filter(clients::equals).isPresent();
        boolean options = planned.patch().isPresent();
        throw new Fault(
                (options ? "The options were applied, but enabling" : "Enabling") + " the clients "
                        + String.join(", ", missing.orElse(clients)) + " failed. " + failure.sentence(),
                failure.remedy() + " Then apply again: it enables the clients that are still missing.",
                options ? Outcome.APPLIED : none ? Outcome.NOTHING_WRITTEN : Outcome.UNKNOWN_STATE);
    }

    /** The clients that are not enabled; empty where Auth0 does not tell. */
    @SuppressWarnings("UnusedException") // The first failure is the one that is told.
    private Optional<List<String>> missing(Connection connection, List<String> clients) {
        try {
            Set<String> enabled = client.enabledClients(connection.id());
            return Optional.of(
                    clients.stream().filter(id -> !enabled.contains(id)).toList());
        } catch (ManagementException e) {
            return Optional.empty();
        }
    }

    /**
     * The result of an apply.
     *
     * @param outcome {@link Outcome#APPLIED} or {@link Outcome#NOTHING_TO_DO}
     * @param resetByAuth0 paths that Auth0 set by itself: removed ones that came back and ones that nobody sent
     * @param settled whether the reply was lost and reading again showed the change
     */
    public record Applied(Outcome outcome, List<FieldPath> resetByAuth0, boolean settled) {

        public Applied {
            resetByAuth0 = List.copyOf(resetByAuth0);
        }
    }
}
