package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.delivery.LiveState;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PlanExecutor.Written;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.rollback.PlannedRollback.RolledBack;
import com.messagemedia.auth0.rollback.RestoredValues.Restored;
import com.messagemedia.auth0.rollback.RollbackPlanner.RollbackSelection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts back what an apply replaced, as far as nobody changed it since. */
public final class Rollback {

    private final TenantPlanner tenant;

    /** Rolls back in the tenant of this planner. */
    public Rollback(TenantPlanner tenant) {
        this.tenant = tenant;
    }

    /**
     * Reads Auth0 and plans a rollback; needs the scopes to write.
     *
     * @param choose the backup to go back to
     * @throws Fault when the backup is of another connection, or values are unavailable
     */
    public PlannedRollback plan(Function<Subject, Backup> choose, RestoredValues values) {
        LiveState state = tenant.existing();
        Connection live = state.connection();
        Subject subject = subject(live);
        MergeRules rules = tenant.delivery().paths();
        RollbackPlanner rollback = new RollbackPlanner(choose.apply(subject), rules);
        rollback.requireOf(subject);
        RollbackSelection selection = new RollbackSelection(
                rollback.backup(), state.tree(), tenant.planner().base(state), rules);
        Restored restored = rollback.restored(selection, values);
        Plan plan = rollback.plan(
                tenant.target(live),
                state.tree(),
                new RollbackPlanner.Change(selection, restored),
                tenant.delivery().sending(tenant.descriptor()));
        return new PlannedRollback(
                tenant.planner().optionsAlone(plan, state),
                rollback.backup(),
                selection.skipped(),
                restored.given(),
                restored.asked());
    }

    /** Whose options an apply of the descriptor to this connection replaces. */
    public Subject subject(Connection live) {
        Descriptor descriptor = tenant.descriptor();
        return new Subject(tenant.target(live).tenant(), live.name(), live.id(), descriptor.owner());
    }

    /**
     * Carries out a planned rollback: the resources that go back, then one PATCH of the connection's options. The applied record is
     * left as it is.
     *
     * @param asked whether somebody else was asked since the plan was made, so that the connection is read again
     * @throws Fault when it may not be carried out, or Auth0 refuses it; its outcome tells the state Auth0 is in
     */
    public RolledBack run(PlannedRollback rollback, Approval approval, boolean asked) {
        PreparedChange planned = rollback.planned();
        TenantPlanner.requireApplicable(planned.plan());
        if (!planned.writes()) {
            return new RolledBack(new Applied(Outcome.NOTHING_TO_DO, List.of(), false), Optional.empty());
        }
        tenant.requireCurrent(planned, approval, asked);
        try {
            Written written = tenant.executor(planned).write();
            return new RolledBack(written.applied(), next(written.state()));
        } catch (Fault stopped) {
            throw isOfValues(stopped) ? rollback.ofValues(stopped) : stopped;
        }
    }

    /** Whether Auth0 refused a value, at the first write or in the middle. */
    private static boolean isOfValues(Fault stopped) {
        Throwable first = stopped.outcome() == Outcome.PARTLY_APPLIED ? stopped.getCause() : stopped;
        return first instanceof ManagementException refused
                && refused.kind() == ManagementException.Kind.INVALID_REQUEST;
    }

    /** What the descriptor would do now: whether it stops, or undoes what went back. */
    private Optional<Plan> next(LiveState live) {
        try {
            return Optional.of(tenant.planner().plan(live, List.of()).plan());
        } catch (Fault unused) {
            return Optional.empty();
        }
    }
}
