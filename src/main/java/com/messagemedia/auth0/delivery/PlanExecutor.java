package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.delivery.ConnectionWriter.WriteResult;
import com.messagemedia.auth0.delivery.LiveState.ResourceChange;
import com.messagemedia.auth0.delivery.ResourceWriter.ResourceResult;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Carries out a planned change. It writes resources, options and record, then records what Auth0 put back, then enables the
 * clients.
 */
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
        Written written = write(planner::remembering);
        Connection connection = written.state().connection();
        keep(connection, written.next());
        rememberReturned(written);
        enableClients(connection);
        return written.applied();
    }

    /**
     * Writes the changed resources in their order, and the connection last. It does nothing else: it keeps no record and
     * enables no client.
     *
     * @throws Fault if a write fails; it tells what is already written, and how to continue
     */
    public Written write() {
        return write(UnaryOperator.identity());
    }

    private Written write(UnaryOperator<PreparedChange> afterResources) {
        Progress progress = new Progress(planned);
        try {
            Written written = resources(progress);
            PreparedChange last = progress.hasBegun() ? afterResources.apply(planned) : planned;
            progress.comesLast(last);
            Written recorded = written.recording(last.next());
            if (last.patch().isEmpty()) {
                return recorded;
            }
            requireUnmoved(progress);
            return recorded.and(new ConnectionWriter(client, last, last.patch().get()).send());
        } catch (Fault fault) {
            throw progress.stopped(fault);
        }
    }

    private Written resources(Progress progress) {
        Written written = new Written(planned.state(), planned.next(), List.of(), false);
        for (ResourceChange change : planned.changes()) {
            if (change.resource().mustBeReadBeforeWrite()
                    && !change.resource().read(client).equals(change.before())) {
                throw Moved.of(change.resource());
            }
            written = written.and(
                    change.resource(),
                    new ResourceWriter(
                                    client,
                                    change,
                                    planned.traces(change),
                                    planned.delivery().mergeRules().canonical())
                            .send());
            progress.wrote(written.state());
        }
        return written;
    }

    /** Reads the connection again if the requests for resources came between its last reading and its write. */
    private void requireUnmoved(Progress progress) {
        if (progress.hasBegun()
                && !planned.live().id().isEmpty()
                && !client.connection(planned.live().id()).equals(planned.live())) {
            throw Moved.ofConnection();
        }
    }

    /** Remembers the removed values that came back, so that the next run does not remove them again in vain. */
    private void rememberReturned(Written written) {
        Connection connection = written.state().connection();
        Options now = written.state().tree();
        Map<FieldPath, Value> returned = new TreeMap<>();
        for (FieldPath path : written.resetByAuth0()) {
            if (isRemoved(path)) {
                now.get(path).ifPresent(value -> returned.put(path, value));
            }
        }
        if (!returned.isEmpty()) {
            Present longer =
                    written.next().withReturned(planned.delivery().mergeRules().canonical(), returned);
            Present next = keeper.holdsMarksOf(longer) ? longer : longer.marking(Collections.emptySortedSet());
            planner.recordAlone(connection, next).ifPresent(patch -> record(connection, patch));
            keep(connection, next);
        }
    }

    private void keep(Connection connection, Present next) {
        try {
            keeper.written(connection, next);
        } catch (Fault fault) {
            if (!planned.writes()) {
                throw fault;
            }
            throw new Fault(
                    "Auth0 accepted the change, but the applied record could not be saved. " + fault.problem(),
                    fault.remedy() + " Then run apply again: it changes no option and saves the record.",
                    Outcome.APPLIED);
        }
    }

    private void record(Connection connection, ConnectionPatch patch) {
        try {
            client.update(connection.id(), patch);
        } catch (ManagementException e) {
            throw new Fault(
                    "The options were applied, but Auth0 restored some removed options, and this could not be"
                            + " recorded. " + e.sentence(),
                    e.remedy() + " Then run apply again: it removes these options again and updates the record.",
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

    /** Decides the result from Auth0's own list of enabled clients after an answer that is not a success. */
    private void settleClients(Connection connection, ManagementException failure) {
        List<String> clients = planned.plan().clients();
        Optional<List<String>> missing = missing(connection, clients);
        if (missing.filter(List::isEmpty).isPresent()) {
            return;
        }
        boolean none = missing.filter(clients::equals).isPresent();
        boolean options = planned.writes();
        throw new Fault(
                (options ? "The options were applied, but enabling" : "Enabling") + " the clients "
                        + NameList.of(missing.orElse(clients)) + " failed. " + failure.sentence(),
                failure.remedy() + " Then run apply again: it enables the clients that are still missing.",
                options ? Outcome.APPLIED : none ? Outcome.NOTHING_WRITTEN : Outcome.UNKNOWN_STATE);
    }

    /** Returns the clients that are not enabled; empty if Auth0 does not list them. */
    private Optional<List<String>> missing(Connection connection, List<String> clients) {
        try {
            Set<String> enabled = client.enabledClients(connection.id());
            return Optional.of(
                    clients.stream().filter(id -> !enabled.contains(id)).toList());
        } catch (ManagementException unused) {
            return Optional.empty();
        }
    }

    /**
     * The result of a write.
     *
     * @param state what Auth0 holds now
     * @param next the applied record after the write
     * @param resetByAuth0 the paths that Auth0 set by itself
     * @param settled whether a reply was lost and a second reading showed the change
     */
    public record Written(LiveState state, Present next, List<FieldPath> resetByAuth0, boolean settled) {

        public Written {
            resetByAuth0 = List.copyOf(resetByAuth0);
        }

        Written and(Resource resource, ResourceResult result) {
            return with(state.with(resource, result.options()), result.resetByAuth0(), result.settled());
        }

        Written and(WriteResult result) {
            return with(state.with(result.connection()), result.resetByAuth0(), result.settled());
        }

        Written recording(Present record) {
            return new Written(state, record, resetByAuth0, settled);
        }

        private Written with(LiveState now, List<FieldPath> reset, boolean lost) {
            return new Written(
                    now,
                    next,
                    Stream.concat(resetByAuth0.stream(), reset.stream()).toList(),
                    settled || lost);
        }

        /** Returns the result of an apply in which nothing failed later. */
        public Applied applied() {
            return new Applied(Outcome.APPLIED, resetByAuth0, settled);
        }
    }

    /**
     * The result of an apply.
     *
     * @param outcome {@link Outcome#APPLIED} or {@link Outcome#NOTHING_TO_DO}
     * @param resetByAuth0 the paths that Auth0 set by itself: removed ones that came back and ones that nobody sent
     * @param settled whether the reply was lost and a second reading showed the change
     */
    public record Applied(Outcome outcome, List<FieldPath> resetByAuth0, boolean settled) {

        public Applied {
            resetByAuth0 = List.copyOf(resetByAuth0);
        }
    }
}
