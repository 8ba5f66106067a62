package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.rollback.PlannedRollback.RolledBack;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.Map;
import java.util.Optional;

/** A tenant, an apply that makes a backup, and a rollback of that backup. */
abstract class RollbackRehearsal extends RehearsalTest {

    static final RestoredValues GIVEN = values(Map.of(
            "MESSAGEMEDIA_RESTORE_TWILIO_TOKEN",
            SandboxCredentials.TWILIO_TOKEN,
            "MESSAGEMEDIA_RESTORE_GATEWAY_AUTHENTICATION_SUBJECT",
            "SandboxApiKey0000000",
            "MESSAGEMEDIA_RESTORE_GATEWAY_AUTHENTICATION_AUDIENCE",
            "SandboxApiSecret00000000000000"));

    static RestoredValues values(Map<String, String> variables) {
        return new RestoredValues(
                Optional.empty(), name -> Optional.ofNullable(variables.get(name)), new GatewayDelivery());
    }

    final Backup apply(Choices choices) {
        Backup backup = rehearsal.with(choices, planner -> {
            PreparedChange planned = planner.planToApply();
            Optional<Backup> made = new BackupPlan(planned, rehearsal.descriptor(choices), Optional.empty())
                    .backup("plugin/1", new RunId("20261124T120000Z-3f9c"));
            new Apply(planner).run(planned, Approval.NOBODY);
            return made.orElseThrow();
        });
        rehearsal.requests();
        return backup;
    }

    final RolledBack rollBack(Backup backup) {
        return rollBack(Choices.NONE, backup, Approval.NOBODY);
    }

    final RolledBack rollBack(Choices choices, Backup backup, Approval approval) {
        return rehearsal.with(
                choices,
                planner ->
                        new Rollback(planner).run(new Rollback(planner).plan(any -> backup, GIVEN), approval, false));
    }
}
