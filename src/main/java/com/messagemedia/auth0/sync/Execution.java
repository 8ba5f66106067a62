package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.applied.AppliedRecord.Present;
import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.management.ConnectionPatch;
import com.messagemedia.auth0.management.ManagementClient;
import com.messagemedia.auth0.management.ManagementException;
import com.messagemedia.auth0.merge.Decision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carries out a planned change: options and record, then what Auth0 put back, then the clients. */
final class Execution {

    private final PatientClient client;
    private final ChangePlanner planner;
    private final RecordKeeper keeper;
    private final PlannedChange planned;

    Execution(PatientClient client, ChangePlanner planner, RecordKeeper keeper, PlannedChange planned) {
        this.client = client;
        this.planner = planner;
        this.keeper = keeper;
        this.planned = planned;
    }

    Applied run() {
        keeper.requireRoom(planned.live(), planned.next());
        Write.Written written = planned.patch()
                .map(patch -> new Write(client, planned, patch).send())
                .orElseGet(() -> new Write.Written(planned.live(), List.of(), false));
        keep(written.connection(), planned.next());
        rememberReturned(written);
        enableClients(written.connection());
        return new Applied(Outcome.APPLIED, written.resetByAuth0(), written.settled());
    }

    /** What was removed and came back is remembered, so that the next run does not remove it again for nothing. */
    private void rememberReturned(Write.Written written) {
        Options now = written.connection().options().orElse(Options.EMPTY);
        Map<FieldPath, Value> returned = new TreeMap<>();
        for (FieldPath path : written.resetByAuth0()) {
            if (isRemoved(path)) {
                now.get(path).ifPresent(value -> returned.put(path, value));
            }
        }
        if (!returned.isEmpty()) {
            Present next = planned.next().withReturned(returned);
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
                    "The options were applied, but recording what Auth0 put back by itself failed. "
                            + Refusals.sentence(e),
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
            throw new Fault(
                    (planned.patch().isPresent() ? "The options were applied, but enabling" : "Enabling")
                            + " the clients " + String.join(", ", clients) + " failed. " + Refusals.sentence(e),
                    e.remedy() + " Then apply again: it enables the clients that are still missing.",
                    planned.patch().isPresent() ? Outcome.APPLIED : outcome(e, clients));
        }
    }

    /** Where not all clients fit one request, some may have been enabled before the one that failed. */
    private static Outcome outcome(ManagementException e, List<String> clients) {
        return clients.size() > ManagementClient.MOST_CLIENTS ? Outcome.UNKNOWN_STATE : e.outcome();
    }
}
