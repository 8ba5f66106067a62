package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.report.RollbackReport;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.BackupFolder;
import com.messagemedia.auth0.sync.Applied;
import com.messagemedia.auth0.sync.Approval;
import com.messagemedia.auth0.sync.ConnectionSync;
import com.messagemedia.auth0.sync.RestoredValues;
import com.messagemedia.auth0.sync.Rollback;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Puts back the options that an apply replaced, three-way: what somebody has changed since stays. The applied record stays as
 * well, so that applying the same descriptor again stops as drift. Needs the scopes that the goal apply needs.
 *
 * @since 1.0.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends AbstractChangingMojo {

    /**
     * The backup to go back to; by default the newest of the connection. Example:
     * {@code -Dmessagemedia.backup=20261124T120000Z-000.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.backup")
    private File backup;

    private boolean writing;

    /** Takes what Maven injects. */
    @Inject
    public RollbackMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void work(Descriptor descriptor, ConnectionSync sync) {
        RestoredValues values = new RestoredValues(passphrase(), this::restored);
        Rollback rollback = sync.planRollback(this::choose, values);
        ValueText text = new ValueText(rollback.planned().fingerprints(), descriptor.confidential());
        run().planned(rollback.planned().plan());
        info(new RollbackReport(rollback.planned().plan(), text, rollback.changedSince(), Terminal.palette(session()))
                .lines());
        Approval approval = getLog().isInfoEnabled() ? Terminal.approval(session()) : Approval.NOBODY;
        writing = true;
        Applied applied = sync.rollBack(rollback.planned(), approval);
        String line = applied.outcome() == Outcome.NOTHING_TO_DO
                ? "Outcome: nothing to do; nothing was written."
                : "Outcome: rolled back. The applied record stays: the same descriptor now stops as drift.";
        info(List.of(line));
        run().ended(applied.outcome(), line);
    }

    private Optional<String> restored(String name) {
        Optional<Secret> value = variable(name);
        value.ifPresent(secret -> redactAlso(List.of(secret)));
        return value.map(Secret::reveal);
    }

    private Backup choose(Connection live) {
        BackupFolder folder = backups(access().address().domain(), live.id());
        Path file = Optional.ofNullable(backup)
                .map(File::toPath)
                .map(named -> named.getNameCount() == 1 || !named.toFile().exists() ? inFolder(folder, named) : named)
                .or(folder::newest)
                .orElseThrow(() -> nothing(live, folder));
        Backup chosen = BackupFolder.read(file);
        info(List.of("Backup: " + file));
        return chosen;
    }

    /** A name alone means a backup of this connection; Maven has made it a path in the project. */
    private static Path inFolder(BackupFolder folder, Path named) {
        return folder.all().stream()
                .filter(file -> file.getFileName().equals(named.getFileName()))
                .findFirst()
                .orElse(named);
    }

    private static Fault nothing(Connection live, BackupFolder folder) {
        return new Fault(
                "There is nothing to roll back: no backup of connection " + live.name() + " (" + live.id() + ") is in "
                        + folder.folder() + ".",
                "An apply that changes options makes one. If it ran on another machine, copy its backup here and name it with"
                        + " -Dmessagemedia.backup=FILE.",
                Outcome.REFUSED);
    }

    @Override
    Outcome unexpectedOutcome() {
        return writing ? Outcome.UNKNOWN_STATE : Outcome.NOTHING_WRITTEN;
    }
}
