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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts back the values that an apply replaced, except those that somebody changed after it. */
public final class Rollback {

    private final TenantPlanner tenant;

    /** Prepares rollbacks in the tenant of this planner. */
    public Rollback(TenantPlanner tenant) {
        this.tenant = tenant;
    }

    /**
     * Reads Auth0 and plans a rollback. The token needs the scopes to write.
     *
     * @param choose picks the backup to restore
     * @throws Fault when the backup belongs to another connection, or values are missing
     */
    public PlannedRollback plan(Function<Subject, Backup> choose, RestoredValues values) {
        LiveState state = tenant.existing();
        Connection live = state.connection();
        Subject subject = subject(live);
        MergeRules rules = tenant.delivery().mergeRules();
        KeptVersions versions = new KeptVersions(tenant, state);
        RollbackPlanner rollback =
                new RollbackPlanner(versions.read(RollbackPlanner.requireOf(subject, choose.apply(subject))), rules);
        RollbackSelection selection = versions.select(rollback.backup());
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
                selection.left(),
                restored.given(),
                restored.asked());
    }

    /** Returns the connection and the owner that name the backups of this descriptor. */
    public Subject subject(Connection live) {
        Descriptor descriptor = tenant.descriptor();
        return new Subject(tenant.target(live).tenant(), live.name(), live.id(), descriptor.owner());
    }

    /**
     * Carries out a planned rollback. It writes the resources first, then sends one PATCH of the connection's options. It
     * leaves the applied record alone.
     *
     * @param asked whether the plugin asked the user after it made the plan; it then reads the connection again
     * @throws Fault when the rollback is not allowed, or Auth0 refuses it; the outcome tells the state of Auth0
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

    /** Tells whether Auth0 refused a value, at the first write or at a later one. */
    private static boolean isOfValues(Fault stopped) {
        Throwable first = stopped.outcome() == Outcome.PARTLY_APPLIED ? stopped.getCause() : stopped;
        return first instanceof ManagementException refused
                && refused.kind() == ManagementException.Kind.INVALID_REQUEST;
    }

    /** Plans the next apply of the descriptor. The plan shows whether that apply stops, or undoes the rollback. */
    private Optional<Plan> next(LiveState live) {
        try {
            return Optional.of(tenant.planner().plan(live, List.of()).plan());
        } catch (Fault unused) {
            return Optional.empty();
        }
    }
}
