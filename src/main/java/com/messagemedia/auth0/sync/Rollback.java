package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.FieldPath;
import java.util.Set;

/**
 * A planned rollback.
 *
 * @param planned the change that it makes; the applied record is no part of it
 * @param changedSince the options that somebody has changed since the apply, which stay
 */
public record Rollback(PlannedChange planned, Set<FieldPath> changedSince) {

    public Rollback {
        changedSince = Set.copyOf(changedSince);
    }
}
