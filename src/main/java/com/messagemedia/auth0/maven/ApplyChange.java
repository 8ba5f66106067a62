package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.apply.SavedFleet;
import com.messagemedia.auth0.apply.SavedPlan;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.report.AppliedReport;
import com.messagemedia.auth0.report.VerificationReport;
import com.messagemedia.auth0.rollback.RunId;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Applies the descriptor. */
final class ApplyChange implements TenantWork {

    private final RunId id;
    private final Optional<AtomicTextFile> planFile;
    private final Function<OpenTenant, TenantBackups> backups;
    private final Function<OpenTenant, PreflightCheck> preflight;
    private Optional<SavedFleet> approved = Optional.empty();

    /**
     * Prepares the apply.
     *
     * @param id names this run in the backups
     * @param planFile the file of the approved plans, if the user names one; each plan has to equal the one in it
     * @param backups where a tenant's backups are
     * @param preflight asks MessageMedia before a change at a tenant
     */
    ApplyChange(
            RunId id,
            Optional<AtomicTextFile> planFile,
            Function<OpenTenant, TenantBackups> backups,
            Function<OpenTenant, PreflightCheck> preflight) {
        this.id = id;
        this.planFile = planFile;
        this.backups = backups;
        this.preflight = preflight;
    }

    @Override
    public Optional<RunId> run() {
        return Optional.of(id);
    }

    @Override
    public void requireForSeveral(List<String> environments) {
        approved = planFile.map(SavedFleet::read);
        approved.ifPresent(plans -> plans.requireAll(environments));
    }

    @Override
    public Planned plan(OpenTenant tenant) {
        Optional<SavedPlan> saved = approved(tenant);
        PreparedChange planned = tenant.show(tenant.planner().planToApply());
        if (saved.isPresent()) {
            require(tenant, saved.get(), planned);
        }
        tenant.planner().requireTakeOver(planned);
        return new PlannedApply(tenant, planned);
    }

    private Optional<SavedPlan> approved(OpenTenant tenant) {
        Optional<String> environment = tenant.descriptor().environment();
        if (tenant.isOneOfSeveral()) {
            return approved.flatMap(plans -> plans.plan(environment.orElseThrow()));
        }
        return planFile.isPresent()
                ? Optional.of(SavedFleet.read(planFile.get()).only(environment))
                : Optional.empty();
    }

    private static void require(OpenTenant tenant, SavedPlan saved, PreparedChange planned) {
        if (new Apply(tenant.planner()).isAlreadyApplied(saved, planned)) {
            tenant.output().info(List.of("The approved plan is already applied: Auth0 holds exactly its result."));
        } else {
            new Apply(tenant.planner()).requireSame(saved, planned);
        }
    }

    /** The planned apply at one tenant. */
    private final class PlannedApply implements Planned {

        private final OpenTenant tenant;
        private final PreparedChange planned;
        private Optional<ApplyBackup> backup = Optional.empty();
        private boolean asked;

        PlannedApply(OpenTenant tenant, PreparedChange planned) {
            this.tenant = tenant;
            this.planned = planned;
        }

        @Override
        public boolean writes() {
            return !planned.plan().isNothingToDo();
        }

        @Override
        public void prepare() {
            TenantPlanner.requireApplicable(planned.plan());
            if (writes()) {
                if (planned.creates()) {
                    tenant.planner().requireCreation();
                }
                tenant.planner().requireAllowed(planned);
            }
            ready();
        }

        private ApplyBackup ready() {
            if (backup.isEmpty()) {
                backup = Optional.of(new ApplyBackup(tenant, planned, backups.apply(tenant), id));
                asked = preflight.apply(tenant).ask(planned.plan());
            }
            return backup.get();
        }

        @Override
        public void requireUnmoved() {
            tenant.planner().requireUnmoved(planned);
        }

        @Override
        public void write(Approval approval, boolean waited) {
            ApplyBackup kept = ready();
            tell(kept.apply(approval, asked || waited));
        }

        private void tell(Applied applied) {
            AppliedReport report =
                    new AppliedReport(planned.plan().target(), applied.outcome(), released(), applied.settled());
            tenant.output().warn(AppliedReport.warnings(applied.resetByAuth0()));
            if (!tenant.isOneOfSeveral()) {
                if (applied.outcome() == Outcome.APPLIED) {
                    tenant.sayWhereToLook();
                }
                tenant.output().info(List.of(report.line()));
            }
            tenant.report().resetByAuth0(applied.resetByAuth0());
            tenant.report().ended(applied.outcome(), report.line());
        }

        private Optional<String> released() {
            Optional<Coordinates> released = tenant.selection().released();
            return released.isPresent() ? Optional.of(released.get().toString()) : Optional.empty();
        }

        /** An apply can leave its record behind, because Auth0 put a removed option back; that is no difference. */
        @Override
        public void requireDone() {
            VerificationReport report = new VerificationReport(
                    new Verification(tenant.planner().planAfterWrite().plan()),
                    tenant.origins(),
                    tenant.descriptor().clients(),
                    planned.delivery());
            Verification verification = report.verification();
            boolean pending = verification.verdict() == Verdict.PENDING
                    && verification.plan().changesOptions();
            if (pending || verification.verdict().compareTo(Verdict.PENDING) > 0) {
                throw new Fault(
                        "Auth0 took the change, but a second reading shows something else. "
                                + report.fault().problem(),
                        "Find out who changed it; messagemedia:plan shows what Auth0 holds now.",
                        Outcome.UNKNOWN_STATE);
            }
        }
    }
}
