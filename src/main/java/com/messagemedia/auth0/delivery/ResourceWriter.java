package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.Attempts;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.delivery.LiveState.ResourceChange;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import java.util.List;
import java.util.Optional;

/** Writes one resource besides the connection, and finds out whether the write succeeded. */
final class ResourceWriter {

    private final ManagementClient client;
    private final ResourceChange change;
    private final Traces traces;
    private final Canonical canonical;
    private Optional<ManagementException> failed = Optional.empty();

    /**
     * Prepares a write.
     *
     * @param traces the visible traces of the change
     * @param canonical decides which values mean the same
     */
    ResourceWriter(ManagementClient client, ResourceChange change, Traces traces, Canonical canonical) {
        this.client = client;
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
                attempts.waitAfter(failure);
            }
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
        } catch (ManagementException e) {
            if (!e.requestMayHaveBeenProcessed()) {
                throw e;
            }
            failed = Optional.of(e);
            return settle(readAgain(e), e);
        }
    }

    private Options readAgain(ManagementException lost) {
        try {
            return change.resource().read(client);
        } catch (ManagementException e) {
            Fault fault = new Fault(
                    lost.sentence() + " A second read failed too, so it is unknown whether " + change.name()
                            + " was changed.",
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

    /**
     * A write that Auth0 accepted.
     *
     * @param options what Auth0 holds of the resource after the write
     * @param resetByAuth0 the paths that Auth0 set by itself
     * @param settled whether the reply was lost and a second reading showed the change
     */
    record ResourceResult(Options options, List<FieldPath> resetByAuth0, boolean settled) {}
}
