package com.messagemedia.auth0.apply;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.List;

/** Carries out what a {@link TenantPlanner} planned, as it was planned or as it was saved. An apply with a change costs three requests. */
public final class Apply {

    private final TenantPlanner tenant;

    /** Applies to the tenant of this planner. */
    public Apply(TenantPlanner tenant) {
        this.tenant = tenant;
    }

    /**
     * Carries out a planned change: one PATCH with options and applied record together, whose reply is compared with what
     * was sent. Asks for approval first where the environment is protected, and reads again where that wait, the request for
     * the enabled clients, or a further page of connections came between.
     *
     * @throws Fault when the plan may not be applied, or Auth0 refuses it; its outcome tells the state Auth0 is in
     */
    public Applied run(PreparedChange planned, Approval approval) {
        return run(planned, approval, false, () -> {});
    }

    /**
     * Carries out a planned change, with a step of the caller's right before the write.
     *
     * @param asked whether somebody else was asked since the plan was made, so that the connection is read again
     * @param beforeWrite the step right before the write; what it throws stops the apply
     * @throws Fault when the plan may not be applied, or Auth0 refuses it; its outcome tells the state Auth0 is in
     */
    public Applied run(PreparedChange planned, Approval approval, boolean asked, Runnable beforeWrite) {
        TenantPlanner.requireApplicable(planned.plan());
        if (planned.plan().isNothingToDo()) {
            return new Applied(Outcome.NOTHING_TO_DO, List.of(), false);
        }
        if (planned.creates()) {
            tenant.requireCreation();
        }
        boolean askedForClients = !tenant.descriptor().enabledClients().isEmpty()
                && planned.patch().isPresent();
        tenant.requireCurrent(planned, approval, asked || askedForClients);
        beforeWrite.run();
        return tenant.executor(planned).run();
    }

    /** The saved form of a plan, to be approved and applied later. */
    public SavedPlan saved(PreparedChange planned) {
        return SavedPlan.of(planned, tenant.descriptor(), tenant.userAgent());
    }

    /**
     * Refuses a plan that is not the approved one.
     *
     * @throws Fault that names what moved: live, descriptor, values, tenant, connection or plugin version
     */
    public void requireSame(SavedPlan approved, PreparedChange planned) {
        check(approved, planned).require();
    }

    /** Whether Auth0 holds exactly the result of an approved plan already, so that there is nothing to do for it. */
    public boolean isAlreadyApplied(SavedPlan approved, PreparedChange planned) {
        return check(approved, planned).isAlreadyApplied();
    }

    private SavedPlanCheck check(SavedPlan approved, PreparedChange planned) {
        return new SavedPlanCheck(approved, planned, tenant.descriptor(), tenant.userAgent());
    }
}
