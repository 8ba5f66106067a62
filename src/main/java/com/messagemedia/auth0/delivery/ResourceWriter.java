package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.Attempts;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.delivery.LiveState.ResourceChange;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes one resource besides the connection, and finds out whether the write succeeded. */
final class ResourceWriter {

    private final ManagementClient client;
    private final ResourceChange planned;
    private final Traces traces;
    private final Canonical canonical;
    private Optional<ManagementException> failed = Optional.empty();
    /** What is left of the planned change. */
    private ResourceChange change;

    /**
     * Prepares a write.
     *
     * @param traces the visible traces of the change
     * @param canonical decides which values mean the same
     */
    ResourceWriter(ManagementClient client, ResourceChange change, Traces traces, Canonical canonical) {
        this.client = client;
        this.planned = change;
        this.change = change;
        this.traces = traces;
        this.canonical = canonical;
    }

    /**
     * Writes the resource. It reads the resource after every answer that is not a success. It writes again after a temporary
     * failure if the resource shows that the change is absent. It never writes again without a reading first.
     *
     * @throws Fault if the write failed, or the reply does not hold what was sent; the outcome tells the state of the
     *     resource
     */
    ResourceResult send() {
        Attempts attempts = client.attemptsToWrite();
        while (true) {
            try {
                return attempt();
            } catch (ManagementException failure) {
                waitAfter(failure, attempts);
            }
        }
    }

    private void waitAfter(ManagementException failure, Attempts attempts) {
        try {
            attempts.waitAfter(failure);
        } catch (ManagementException last) {
            Fault stop = stopped(last);
            if (stop != last) {
                stop.initCause(last);
            }
            throw stop;
        }
    }

    private ResourceResult attempt() {
        if (failed.isPresent()) {
            Options now = change.resource().read(client);
            if (!now.equals(change.before())) {
                return settle(now, failed.get());
            }
        }
        try {
            return check(change.resource().write(client, change.before(), change.after()), false);
        } catch (PartlyWritten e) {
            return settle(e.failure());
        } catch (ManagementException e) {
            if (!e.requestMayHaveBeenProcessed()) {
                throw e;
            }
            return settle(e);
        }
    }

    private ResourceResult settle(ManagementException failure) {
        failed = Optional.of(failure);
        return settle(readAgain(failure), failure);
    }

    private Options readAgain(ManagementException lost) {
        try {
            return change.resource().read(client);
        } catch (ManagementException e) {
            Fault fault = new Fault(
                    lost.sentence() + " A second read failed too, so it is unknown whether " + change.name()
                            + " was changed."
                            + change.resource().unfinished().map(" "::concat).orElse(""),
                    "When Auth0 can be reached again, run the plan goal: it shows what " + change.name() + " holds.",
                    Outcome.UNKNOWN_STATE);
            fault.initCause(e);
            throw fault;
        }
    }

    private ResourceResult check(Options reply, boolean settled) {
        ReplyCheck check = check(reply);
        check.requireSent(change.name());
        return new ResourceResult(reply, check.resetByAuth0(), settled);
    }

    private ReplyCheck check(Options now) {
        return ReplyCheck.of(change.inTree(change.after()), change.inTree(now), canonical);
    }

    /**
     * Decides the result from the resource after an answer that is not a success: changed, not changed, or changed by
     * somebody else.
     */
    private ResourceResult settle(Options now, ManagementException failure) {
        if (now.equals(change.before())) {
            throw failure.settledAsNotApplied();
        }
        if (check(now).holds() && traces.shownBy(change.inTree(now))) {
            return check(now, true);
        }
        if (isPart(now)) {
            change = new ResourceChange(change.resource(), now, change.after());
            throw failure.settledAsNotApplied();
        }
        if (traces.absentFrom(change.inTree(now), change.inTree(change.before()))) {
            throw Moved.of(change.resource());
        }
        throw new Fault(
                failure.sentence() + " A second read shows neither what " + change.name()
                        + " held before nor what was sent: only a part was written, or somebody else changed it"
                        + " in the meantime.",
                "Run the plan goal to see what " + change.name() + " holds now.",
                Outcome.UNKNOWN_STATE);
    }

    /** Returns whether each path has the value from before or the new one. The two differ from these options. */
    private boolean isPart(Options now) {
        return leaves(now).stream()
                        .allMatch(path -> isAs(now, change.after(), path) || isAs(now, change.before(), path))
                && leaves(now).stream().anyMatch(path -> isNew(now, path));
    }

    private Set<FieldPath> leaves(Options now) {
        Set<FieldPath> leaves = new TreeSet<>(now.leaves().keySet());
        leaves.addAll(planned.before().leaves().keySet());
        leaves.addAll(planned.after().leaves().keySet());
        return leaves;
    }

    private boolean isNew(Options now, FieldPath path) {
        return isAs(now, planned.after(), path) && !isAs(now, planned.before(), path);
    }

    private static boolean isAs(Options now, Options other, FieldPath path) {
        return now.get(path).equals(other.get(path));
    }

    /** Returns the fault after the last attempt. If a part of the change is written, it says which. */
    private Fault stopped(ManagementException last) {
        Options now = change.before();
        List<FieldPath> done =
                leaves(now).stream().filter(path -> isNew(now, path)).toList();
        List<FieldPath> left = leaves(now).stream()
                .filter(path -> !isAs(now, planned.after(), path))
                .toList();
        Optional<String> part =
                failed.flatMap(e -> change.resource().unfinished()).or(() -> written(done, left));
        if (part.isEmpty()) {
            return last;
        }
        ManagementException failure = failed.orElse(last);
        return new Fault(
                failure.sentence() + " " + part.get(),
                failure.isRefusal() ? failure.remedy() + " Then run the goal again." : "Run the goal again.",
                Outcome.PARTLY_APPLIED);
    }

    private Optional<String> written(List<FieldPath> done, List<FieldPath> left) {
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of("Only a part of " + change.name() + " is written: " + list(done) + ". Not written: "
                        + list(left) + ".");
    }

    private String list(List<FieldPath> paths) {
        return NameList.of(
                paths.stream().map(path -> change.name() + "." + path).toList());
    }

    /**
     * A write that Auth0 accepted.
     *
     * @param options what Auth0 holds of the resource after the write
     * @param resetByAuth0 the paths that Auth0 set by itself
     * @param settled whether the reply was lost and a second reading showed the change
     */
    record ResourceResult(Options options, List<FieldPath> resetByAuth0, boolean settled) {}
}
