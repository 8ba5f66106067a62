package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.report.AppliedReport;
import com.messagemedia.auth0.report.RollbackReport;
import com.messagemedia.auth0.report.RollbackReport.BackupList;
import com.messagemedia.auth0.report.RollbackReport.RolledBackReport;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.rollback.PlannedRollback;
import com.messagemedia.auth0.rollback.PlannedRollback.RolledBack;
import com.messagemedia.auth0.rollback.RestoredValues;
import com.messagemedia.auth0.rollback.Rollback;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Restores the options that an apply replaced, by a three-way merge: it keeps what somebody has changed since. The applied
 * record stays too, so that the next apply of the same descriptor stops and reports drift. Needs the scopes that the goal apply needs.
 *
 * @since 1.0.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends AbstractTenantChangeMojo {

    /**
     * The backup to restore; by default the newest backup of the connection. Example:
     * {@code -Dmessagemedia.backup=20261124T120000Z-000.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.backup")
    private File backup;

    /**
     * Shows what the rollback would do, lists the backups, and writes nothing. Example:
     * {@code -Dmessagemedia.dryRun=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Is called by Maven. */
    @Inject
    public RollbackMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter, repositories);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        changingTenant(false).run(tenant -> {
            PlannedRollback rollback = plan(tenant);
            RolledBack rolledBack = dryRun ? looked(tenant, rollback) : rollBack(tenant, rollback);
            if (rolledBack.applied().outcome() != Outcome.APPLIED) {
                Subject subject = rollback.backup().subject();
                tenant.output().info(BackupList.lines(backups(tenant).changesByName(subject)));
            }
            tell(tenant, rollback.planned().plan(), rolledBack);
        });
    }

    private PlannedRollback plan(OpenTenant tenant) {
        TenantBackups backups = backups(tenant);
        Optional<Path> named = Optional.ofNullable(backup).map(File::toPath);
        RestoredValues values = new RestoredValues(
                backups.passphrase(),
                name -> restored(tenant, name),
                dryRun,
                tenant.planner().delivery());
        PlannedRollback rollback =
                new Rollback(tenant.planner()).plan(subject -> backups.choose(subject, named), values);
        tenant.know(rollback.planned());
        tenant.report().planned(rollback.planned().plan());
        show(tenant, rollback);
        return rollback;
    }

    /** The value that an environment variable gives an option of which the backup has none. */
    private static Optional<String> restored(OpenTenant tenant, String name) {
        Optional<Secret> value = tenant.goal().build().variable(name);
        value.ifPresent(tenant.output()::redact);
        return value.map(Secret::reveal);
    }

    private static void show(OpenTenant tenant, PlannedRollback rollback) {
        // A value that is plain text in the descriptor today may have been confidential at the time of the backup.
        Set<FieldPath> confidential = new HashSet<>(tenant.descriptor().confidential());
        confidential.addAll(rollback.backup().confidential());
        ValueText text = new ValueText(
                rollback.planned().fingerprints(),
                rollback.planned().delivery(),
                PathIndex.of(confidential),
                PathIndex.of(rollback.planned().confidentialLive()),
                tenant.output().redactor());
        tenant.output()
                .info(new RollbackReport(
                                rollback.planned().plan(),
                                text,
                                rollback.skipped(),
                                rollback.left(),
                                rollback.given(),
                                rollback.asked(),
                                Terminal.palette(tenant.goal().build().session()))
                        .lines());
    }

    private static RolledBack looked(OpenTenant tenant, PlannedRollback rollback) {
        Plan plan = rollback.planned().plan();
        TenantPlanner.requireApplicable(plan);
        tenant.output().warn(RollbackReport.wishes(rollback.asked()));
        Outcome outcome = plan.changesOptions() ? Outcome.PENDING : Outcome.NOTHING_TO_DO;
        return new RolledBack(new Applied(outcome, List.of(), false), Optional.empty());
    }

    private RolledBack rollBack(OpenTenant tenant, PlannedRollback rollback) {
        Approval approval = tenant.approval();
        boolean asked = askFirst(tenant, rollback);
        tenant.goal().writes();
        return new Rollback(tenant.planner()).run(rollback, approval, asked);
    }

    private boolean askFirst(OpenTenant tenant, PlannedRollback rollback) {
        try {
            return preflight(tenant).ask(rollback.planned().plan());
        } catch (Fault refused) {
            throw rollback.ofCredentials(refused);
        }
    }

    private static void tell(OpenTenant tenant, Plan plan, RolledBack rolledBack) {
        Applied applied = rolledBack.applied();
        RolledBackReport report = new RolledBackReport(plan, applied.outcome(), applied.settled(), rolledBack.next());
        tenant.output().warn(AppliedReport.warnings(applied.resetByAuth0()));
        tenant.output().warn(report.warnings());
        tenant.report().resetByAuth0(applied.resetByAuth0());
        tenant.ended(applied.outcome(), report.line());
    }
}
