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
import com.messagemedia.auth0.rollback.RunId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Restores what an apply replaced. */
final class RollbackChange implements TenantWork {

    private final Wanted wanted;
    private final Function<OpenTenant, TenantBackups> backups;
    private final Function<OpenTenant, PreflightCheck> preflight;
    private final AtomicBoolean foundRun = new AtomicBoolean();

    /**
     * What the user wants to restore.
     *
     * @param backup the backup; empty for the one of the run, or the newest
     * @param run the run to undo
     * @param dryRun whether to write nothing
     */
    record Wanted(Optional<Path> backup, Optional<String> run, boolean dryRun) {

        Optional<RunId> runId() {
            return run.map(RunId::of);
        }
    }

    RollbackChange(
            Wanted wanted,
            Function<OpenTenant, TenantBackups> backups,
            Function<OpenTenant, PreflightCheck> preflight) {
        this.wanted = wanted;
        this.backups = backups;
        this.preflight = preflight;
    }

    @Override
    public void requireForSeveral(List<String> environments) {
        if (wanted.backup().isPresent()) {
            throw new Fault(
                    "messagemedia.backup names one backup, and you roll several environments back. Nothing was written.",
                    "Name the run to undo with -Dmessagemedia.run=ID; the log of the apply names it.",
                    Outcome.REFUSED);
        }
        if (wanted.runId().isEmpty()) {
            throw new Fault(
                    "The newest backups of several environments may be of different runs. Nothing was written.",
                    "Name the run to undo with -Dmessagemedia.run=ID; the log of the apply names it, and report.json.",
                    Outcome.REFUSED);
        }
    }

    @Override
    public void requirePlans() {
        if (!foundRun.get()) {
            throw unknown(wanted.runId().orElseThrow(), "no backup of any of the chosen environments");
        }
    }

    private static Fault unknown(RunId run, String where) {
        return new NoBackup(
                "There is nothing to roll back: run " + run + " left " + where + ".",
                "Check the id. A run makes a backup where it changes options of an existing connection. If the run was on another"
                        + " machine, copy its backups here, or name their folder with -Dmessagemedia.backupDirectory=PATH.");
    }

    /** There is no backup of the run that the user names. */
    private static final class NoBackup extends Fault {

        private static final long serialVersionUID = 1L;

        NoBackup(String problem, String remedy) {
            super(problem, remedy, Outcome.REFUSED);
        }
    }

    @Override
    public Planned plan(OpenTenant tenant) {
        try {
            PlannedRollback rollback = planned(tenant);
            foundRun.set(true);
            return new PlannedUndo(tenant, rollback);
        } catch (NoBackup nothing) {
            if (!tenant.isOneOfSeveral()) {
                throw nothing;
            }
            return new NothingToUndo(tenant);
        }
    }

    private PlannedRollback planned(OpenTenant tenant) {
        PlannedRollback rollback = look(tenant);
        tenant.know(rollback.planned());
        tenant.report().planned(rollback.planned().plan());
        wanted.runId().ifPresent(run -> tenant.report().run(run.text()));
        show(tenant, rollback);
        return rollback;
    }

    private PlannedRollback look(OpenTenant tenant) {
        TenantBackups kept = backups.apply(tenant);
        RestoredValues values = new RestoredValues(
                kept.passphrase(),
                name -> restored(tenant, name),
                wanted.dryRun(),
                tenant.planner().delivery());
        return new Rollback(tenant.planner()).plan(subject -> kept.choose(subject, chosen(kept, subject)), values);
    }

    private Optional<Path> chosen(TenantBackups kept, Subject subject) {
        Optional<RunId> run = wanted.runId();
        if (run.isEmpty()) {
            return wanted.backup();
        }
        if (wanted.backup().isPresent()) {
            throw new Fault(
                    "Both messagemedia.backup and messagemedia.run name a backup. Nothing was written.",
                    "Leave one of them out.",
                    Outcome.REFUSED);
        }
        return Optional.of(kept.of(subject)
                .ofRun(run.get())
                .orElseThrow(() -> unknown(
                        run.get(),
                        "no backup of " + subject + " in " + kept.of(subject).folder())));
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
                .plan(new RollbackReport(
                                rollback.planned().plan(),
                                text,
                                rollback.skipped(),
                                rollback.left(),
                                rollback.given(),
                                rollback.asked(),
                                Terminal.palette(tenant.goal().build().session()))
                        .lines());
    }

    /** An environment where the run left no backup. */
    private record NothingToUndo(OpenTenant tenant) implements Planned {

        @Override
        public void write(Approval approval, boolean waited) {
            tenant.ended(
                    Outcome.NOTHING_TO_DO,
                    "Outcome: nothing to do; the run changed no options of an existing connection here.");
        }
    }

    /** The planned rollback at one tenant. */
    private final class PlannedUndo implements Planned {

        private final OpenTenant tenant;
        private final PlannedRollback rollback;

        PlannedUndo(OpenTenant tenant, PlannedRollback rollback) {
            this.tenant = tenant;
            this.rollback = rollback;
        }

        @Override
        public boolean writes() {
            return !wanted.dryRun() && rollback.planned().writes();
        }

        @Override
        public void prepare() {
            TenantPlanner.requireApplicable(rollback.planned().plan());
            if (writes()) {
                tenant.planner().requireAllowed(rollback.planned());
            }
        }

        @Override
        public void requireUnmoved() {
            tenant.planner().requireUnmoved(rollback.planned());
        }

        @Override
        public void write(Approval approval, boolean waited) {
            RolledBack rolledBack = wanted.dryRun() ? looked() : rollBack(approval, waited);
            if (rolledBack.applied().outcome() != Outcome.APPLIED && !tenant.isOneOfSeveral()) {
                Subject subject = rollback.backup().subject();
                tenant.output().info(BackupList.lines(backups.apply(tenant).changesByName(subject)));
            }
            tell(rolledBack);
        }

        private RolledBack looked() {
            Plan plan = rollback.planned().plan();
            TenantPlanner.requireApplicable(plan);
            tenant.output().warn(RollbackReport.wishes(rollback.asked()));
            Outcome outcome = plan.changesOptions() ? Outcome.PENDING : Outcome.NOTHING_TO_DO;
            return new RolledBack(new Applied(outcome, List.of(), false), Optional.empty());
        }

        private RolledBack rollBack(Approval approval, boolean waited) {
            boolean asked = askFirst();
            tenant.goal().writes();
            return new Rollback(tenant.planner()).run(rollback, approval, asked || waited);
        }

        private boolean askFirst() {
            try {
                return preflight.apply(tenant).ask(rollback.planned().plan());
            } catch (Fault refused) {
                throw rollback.ofCredentials(refused);
            }
        }

        private void tell(RolledBack rolledBack) {
            Applied applied = rolledBack.applied();
            RolledBackReport report = new RolledBackReport(
                    rollback.planned().plan(), applied.outcome(), applied.settled(), rolledBack.next());
            tenant.output().warn(AppliedReport.warnings(applied.resetByAuth0()));
            tenant.output().warn(report.warnings());
            tenant.report().resetByAuth0(applied.resetByAuth0());
            tenant.ended(applied.outcome(), report.line());
        }

        @Override
        public void requireDone() {
            if (look(tenant).planned().writes()) {
                throw new Fault(
                        "Auth0 took the rollback, but a second reading shows something else.",
                        "Find out who changed it; messagemedia:plan shows what Auth0 holds now.",
                        Outcome.UNKNOWN_STATE);
            }
        }
    }
}
