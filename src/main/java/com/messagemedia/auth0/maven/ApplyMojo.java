package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.report.AppliedReport;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.WholeFile;
import com.messagemedia.auth0.sync.Applied;
import com.messagemedia.auth0.sync.Approval;
import com.messagemedia.auth0.sync.BackupPlan;
import com.messagemedia.auth0.sync.ConnectionSync;
import com.messagemedia.auth0.sync.PlannedChange;
import com.messagemedia.auth0.sync.SavedPlan;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Applies the descriptor: reads the connection, plans, and writes options and applied record in one request whose reply is
 * compared with what was sent. Writes nothing when there is nothing to do or anything is in conflict. Needs the scopes
 * {@code read:connections}, {@code read:connections_options}, {@code update:connections} and
 * {@code update:connections_options}.
 *
 * @since 1.0.0
 */
@Mojo(name = "apply", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class ApplyMojo extends AbstractChangingMojo {

    /**
     * Approves the first adoption of a connection in a protected environment, and writing an applied record anew that could
     * not be read. Example: {@code -Dmessagemedia.adopt=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.adopt", defaultValue = "false")
    private boolean adopt;

    /**
     * Applies exactly the plan in this file, which {@code messagemedia:plan} wrote, or refuses and names what has moved since. A
     * plan that is already applied is a success, and nothing is written.
     * Example: {@code -Dmessagemedia.planFile=target/messagemedia/plan.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.planFile")
    private File planFile;

    private boolean writing;

    /** Takes what Maven injects. */
    @Inject
    public ApplyMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    void work(Descriptor descriptor, ConnectionSync sync) {
        Optional<SavedPlan> approved =
                Optional.ofNullable(planFile).map(file -> SavedPlan.read(new WholeFile(file.toPath(), "plan file")));
        PlannedChange planned = sync.planToApply();
        print(descriptor, planned);
        approved.ifPresent(plan -> require(plan, planned, sync));
        // With -q the plan is not shown, and nobody can approve what nobody saw.
        Approval approval = getLog().isInfoEnabled() ? Terminal.approval(session()) : Approval.NOBODY;
        Optional<ApplyBackup> backup = backup(descriptor, sync, planned);
        boolean asked = ask(planned.plan(), descriptor);
        writing = true;
        Applied applied =
                apply(backup, () -> sync.apply(planned, approval, asked, () -> backup.ifPresent(ApplyBackup::keep)));
        AppliedReport report = new AppliedReport(
                planned.plan().target(), applied.outcome(), released().map(Coordinates::toString), applied.settled());
        warn(AppliedReport.warnings(applied.resetByAuth0()));
        info(List.of(report.line()));
        run().resetByAuth0(applied.resetByAuth0());
        run().ended(applied.outcome(), report.line());
    }

    private void require(SavedPlan approved, PlannedChange planned, ConnectionSync sync) {
        if (sync.isAlreadyApplied(approved, planned)) {
            info(List.of("The approved plan is already applied: Auth0 holds exactly its result."));
        } else {
            sync.requireSame(approved, planned);
        }
    }

    private Optional<ApplyBackup> backup(Descriptor descriptor, ConnectionSync sync, PlannedChange planned) {
        BackupPlan plan = new BackupPlan(planned, descriptor, passphrase());
        Optional<Backup> backup = plan.backup(http().userAgent());
        if (plan.leavesOut()) {
            warn(List.of(
                    "The name of an option that this apply replaces holds a secret. No backup names it, so no rollback can put"
                            + " it back."));
        }
        backup.map(Backup::withheld).ifPresent(this::warnOfWithheld);
        return backup.map(made -> new ApplyBackup(made, safeBackups(sync.subject(planned.live()))));
    }

    private Applied apply(Optional<ApplyBackup> backup, Supplier<Applied> write) {
        try {
            Applied applied = write.get();
            tell(backup, applied.outcome());
            return applied;
        } catch (Fault fault) {
            tell(backup, fault.outcome());
            throw fault;
        }
    }

    private void tell(Optional<ApplyBackup> backup, Outcome outcome) {
        backup.flatMap(made -> made.after(outcome)).ifPresent(file -> {
            info(List.of("Backup: " + file + " (messagemedia:rollback goes back)"));
            run().backup(file.toString());
        });
    }

    private void warnOfWithheld(List<FieldPath> withheld) {
        if (!withheld.isEmpty()) {
            warn(List.of(
                    "There is no key to keep secrets with (MESSAGEMEDIA_BACKUP_KEY), so the backup lacks what is replaced"
                            + " at "
                            + withheld.stream().map(FieldPath::toString).collect(Collectors.joining(", "))
                            + ": a rollback would ask for it."));
        }
    }

    /** A build that has published its descriptor by now cannot be run again: the version is taken. */
    @Override
    List<String> wayOn(Path descriptor) {
        return execution().getSource() == MojoExecution.Source.LIFECYCLE
                ? new Promotion(session().getCurrentProject(), plugin()).wayOn(descriptor, environment())
                : List.of();
    }

    @Override
    Outcome unexpectedOutcome() {
        return writing ? Outcome.UNKNOWN_STATE : Outcome.NOTHING_WRITTEN;
    }

    @Override
    boolean adopt() {
        return adopt;
    }
}
