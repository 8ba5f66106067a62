package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.BackupFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The backup of one apply: kept right before the write, and taken back where nothing was written. */
final class ApplyBackup {

    private final Backup backup;
    private final BackupFolder folder;
    private Optional<Path> file = Optional.empty();

    ApplyBackup(Backup backup, BackupFolder folder) {
        this.backup = backup;
        this.folder = folder;
    }

    void keep() {
        file = Optional.of(folder.keep(backup));
    }

    /**
     * The file that stays; empty where none was kept, or Auth0 is known to be as it was: the newest backup is the one that a
     * rollback takes, and it must not be one of an apply that never was.
     */
    Optional<Path> after(Outcome outcome) {
        boolean nothingWritten =
                Set.of(Outcome.REFUSED, Outcome.NOTHING_WRITTEN).contains(outcome);
        Optional<Path> kept = file;
        if (nothingWritten) {
            kept.ifPresent(BackupFolder::forget);
            return Optional.empty();
        }
        return kept;
    }
}
