package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.gateway.GatewaySending;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.report.Printable.Palette;
import com.messagemedia.auth0.report.RollbackReport;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.rollback.RestoredValues.Restored;
import com.messagemedia.auth0.rollback.RollbackPlanner.Change;
import java.util.Map;
import java.util.Optional;

/** All that a rollback does with the leaves of a connection, between the reading of Auth0 and the writing to it. */
public final class RollbackWork {

    private RollbackWork() {}

    /** Rolls a change back: as it was applied, and against options that somebody changed since. */
    public static void run(Backup backup, PreparedChange planned, ValueText values) {
        Delivery delivery = planned.delivery();
        try {
            Backup read = BackupText.read(BackupText.write(backup));
            rollBack(read, planned.plan().body(), delivery, values);
            rollBack(read, Options.EMPTY, delivery, values);
        } catch (BackupText.Unusable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollBack(Backup backup, Options live, Delivery delivery, ValueText values) {
        MergeRules rules = delivery.mergeRules();
        RollbackSelection selection = new RollbackSelection(backup, live, Base.NOTHING, rules);
        RollbackPlanner planner = new RollbackPlanner(backup, rules);
        Restored restored = planner.restored(
                selection, new RestoredValues(Optional.empty(), any -> Optional.empty(), true, delivery));
        Plan plan = planner.plan(
                new Plan.Target("acme.eu.auth0.com", "sms", "con_1", Optional.empty()),
                live,
                new Change(selection, restored),
                new GatewaySending(Optional.empty()));
        new RollbackReport(
                        plan, values, selection.skipped(), Map.of(), restored.given(), restored.asked(), Palette.PLAIN)
                .lines();
    }
}
