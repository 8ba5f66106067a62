package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.store.Backup;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A planned rollback.
 *
 * @param planned the change that it makes; the applied record is no part of it
 * @param backup the backup that it goes back to
 * @param stays the options that stay, each with the one that somebody has changed since: itself, or one that it belongs
 *     together with
 */
public record Rollback(PlannedChange planned, Backup backup, Map<FieldPath, FieldPath> stays) {

    public Rollback {
        stays = Collections.unmodifiableMap(new TreeMap<>(stays));
    }
}
