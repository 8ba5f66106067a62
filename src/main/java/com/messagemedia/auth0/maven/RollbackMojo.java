package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.report.AppliedReport;
import com.messagemedia.auth0.report.BackupList;
import com.messagemedia.auth0.report.RollbackReport;
import com.messagemedia.auth0.report.RolledBackReport;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.Backup.Subject;
import com.messagemedia.auth0.store.BackupFolder;
import com.messagemedia.auth0.sync.Applied;
import com.messagemedia.auth0.sync.Approval;
import com.messagemedia.auth0.sync.ConnectionSync;
import com.messagemedia.auth0.sync.PlannedChange;
import com.messagemedia.auth0.sync.RestoredValues;
import com.messagemedia.auth0.sync.Rollback;
import com.messagemedia.auth0.sync.RolledBack;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Shows what the rollback would do, and which backups there are, and writes nothing. Example:
     * {@code -Dmessagemedia.dryRun=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.dryRun", defaultValue = "false")
    private boolean dryRun;

    private boolean writing;

    /** Takes what Maven injects. */
    @Inject
    public RollbackMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void work(Descriptor descriptor, ConnectionSync sync) {
        Rollback rollback = sync.planRollback(this::choose, new RestoredValues(passphrase(), this::restored, dryRun));
        PlannedChange planned = rollback.planned();
        know(planned);
        run().planned(planned.plan());
        show(rollback, descriptor);
        RolledBack rolledBack = dryRun ? looked(rollback) : rollBack(rollback, descriptor, sync);
        Applied applied = rolledBack.applied();
        if (applied.outcome() != Outcome.APPLIED) {
            info(BackupList.lines(changesByName(backups(rollback.backup().subject()))));
        }
        RolledBackReport report =
                new RolledBackReport(planned.plan(), applied.outcome(), applied.settled(), rolledBack.next());
        warn(AppliedReport.warnings(applied.resetByAuth0()));
        warn(report.warnings());
        run().resetByAuth0(applied.resetByAuth0());
        ended(applied.outcome(), report.line());
    }

    private RolledBack rollBack(Rollback rollback, Descriptor descriptor, ConnectionSync sync) {
        Approval approval = getLog().isInfoEnabled() ? Terminal.approval(session()) : Approval.NOBODY;
        boolean asked = askFirst(rollback, descriptor);
        writing = true;
        return sync.rollBack(rollback, approval, asked);
    }

    private boolean askFirst(Rollback rollback, Descriptor descriptor) {
        try {
            return ask(rollback.planned().plan(), descriptor);
        } catch (Fault refused) {
            throw rollback.ofCredentials(refused);
        }
    }

    private RolledBack looked(Rollback rollback) {
        Plan plan = rollback.planned().plan();
        ConnectionSync.requireApplicable(plan);
        warn(RollbackReport.wishes(rollback.asked()));
        Outcome outcome = plan.changesOptions() ? Outcome.PENDING : Outcome.NOTHING_TO_DO;
        return new RolledBack(new Applied(outcome, List.of(), false), Optional.empty());
    }

    private void show(Rollback rollback, Descriptor descriptor) {
        // The descriptor may say today in clear what it took from a confidential source then.
        Set<FieldPath> confidential = new HashSet<>(descriptor.confidential());
        confidential.addAll(rollback.backup().confidential());
        ValueText text = new ValueText(
                rollback.planned().fingerprints(),
                confidential,
                rollback.planned().confidentialLive(),
                redactor());
        Plan plan = rollback.planned().plan();
        info(new RollbackReport(
                        plan, text, rollback.stays(), rollback.given(), rollback.asked(), Terminal.palette(session()))
                .lines());
    }

    private Optional<String> restored(String name) {
        Optional<Secret> value = variable(name);
        value.ifPresent(secret -> redactAlso(List.of(secret)));
        return value.map(Secret::reveal);
    }

    private Backup choose(Subject subject) {
        BackupFolder folder = safeBackups(subject);
        Path file = Optional.ofNullable(backup)
                .map(named -> inFolder(folder, named.toPath()))
                .or(folder::newest)
                .orElseThrow(() -> nothing(subject, folder));
        Backup chosen = BackupFolder.read(file);
        info(List.of("Backup: " + file));
        run().backup(file.toString());
        return chosen;
    }

    /** A name alone, which Maven has made a path in the project, means a backup of this connection. */
    private Path inFolder(BackupFolder folder, Path named) {
        boolean nameAlone = folder().equals(named.getParent()) || named.getParent() == null;
        return Files.exists(named) || !nameAlone ? named : folder.folder().resolve(named.getFileName());
    }

    private static Map<String, List<FieldPath>> changesByName(BackupFolder folder) {
        List<Path> files = new ArrayList<>(folder.all());
        Collections.reverse(files);
        Map<String, List<FieldPath>> changes = new LinkedHashMap<>();
        files.forEach(file -> changes.put(String.valueOf(file.getFileName()), changes(file)));
        return changes;
    }

    @SuppressWarnings("UnusedException") // The list says that one cannot be read; why, a rollback to it says.
    private static List<FieldPath> changes(Path file) {
        try {
            return BackupFolder.read(file).changed();
        } catch (Fault unreadable) {
            return List.of();
        }
    }

    private static Fault nothing(Subject subject, BackupFolder folder) {
        return new Fault(
                "There is nothing to roll back: no backup of connection " + subject.connection() + " ("
                        + subject.connectionId() + ") is in " + folder.folder() + ".",
                "An apply that changes options makes one; one that creates the connection makes none. If it ran on another"
                        + " machine, copy its backup here and name it with -Dmessagemedia.backup=FILE.",
                Outcome.REFUSED);
    }

    @Override
    Outcome unexpectedOutcome() {
        return writing ? Outcome.UNKNOWN_STATE : Outcome.NOTHING_WRITTEN;
    }
}
