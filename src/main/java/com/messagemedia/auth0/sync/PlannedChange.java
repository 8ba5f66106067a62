package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.applied.AppliedRecord;
import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.management.ConnectionPatch;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.Optional;

/**
 * A plan together with what it was made from and the request that carries it out.
 *
 * @param plan the plan
 * @param live the connection it was made from; without an id where it is to be created
 * @param patch the request, whose body holds the full merged options and the applied record; empty where nothing is to be
 *     sent, or may be
 * @param record the applied record so far
 * @param next the applied record after the change
 */
public record PlannedChange(
        Plan plan, Connection live, Optional<ConnectionPatch> patch, AppliedRecord record, AppliedRecord.Present next) {

    /** The key under which values are shown: the applied record's, so that a value looks the same in every plan. */
    public Fingerprints fingerprints() {
        return next.fingerprints();
    }

    /** Whether the connection is to be created. */
    public boolean creates() {
        return live.id().isEmpty();
    }
}
