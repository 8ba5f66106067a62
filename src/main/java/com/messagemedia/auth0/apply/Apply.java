package com.messagemedia.auth0.apply;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.util.List;

/** Carries out a plan of a {@link TenantPlanner}, fresh or saved. An apply that changes something costs three requests. */
public final class Apply {

    private final TenantPlanner tenant;

    /** Applies to the tenant of this planner. */
    public Apply(TenantPlanner tenant) {
        this.tenant = tenant;
    }

    /**
     * Carries out a planned change with one PATCH of options and applied record, and compares the reply with what it sent.
     * It asks for approval first if the environment is protected. It reads the connection again if that wait, the request
     * for the enabled clients or a further page of connections came after the plan.
     *
     * @throws Fault if the plan may not be applied or Auth0 refuses it; its outcome tells which state Auth0 is in
     */
    public Applied run(PreparedChange planned, Approval approval) {
        return run(planned, approval, false, () -> {});
    }

    /**
     * Carries out a planned change; runs a step of the caller right before the write.
     *
     * @param asked whether the caller waited for an answer after the plan was made; the connection is then read again
     * @param beforeWrite the step right before the write; an exception from it stops the apply
     * @throws Fault if the plan may not be applied or Auth0 refuses it; its outcome tells which state Auth0 is in
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
     * Refuses a plan that differs from the approved one.
     *
     * @throws Fault that names what differs: live, descriptor, values, tenant, connection or plugin version
     */
    public void requireSame(SavedPlan approved, PreparedChange planned) {
        check(approved, planned).require();
    }

    /** Whether Auth0 already holds exactly the result of an approved plan, so that nothing is left to do. */
    public boolean isAlreadyApplied(SavedPlan approved, PreparedChange planned) {
        return check(approved, planned).isAlreadyApplied();
    }

    private SavedPlanCheck check(SavedPlan approved, PreparedChange planned) {
        return new SavedPlanCheck(approved, planned, tenant.descriptor(), tenant.userAgent());
    }
}
