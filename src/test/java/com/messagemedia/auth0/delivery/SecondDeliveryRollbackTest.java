package com.messagemedia.auth0.delivery;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.BackupPlan;
import com.messagemedia.auth0.rollback.RestoredValues;
import com.messagemedia.auth0.rollback.Rollback;
import com.messagemedia.auth0.rollback.RunId;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rollback puts back what an apply replaced in the connection and in the other resources. */
final class SecondDeliveryRollbackTest extends SecondDeliveryRehearsal {

    private Backup applyWithBackup() {
        return rehearsal.with(Choices.NONE, planner -> {
            PreparedChange planned = planner.planToApply();
            Backup backup = new BackupPlan(planned, planner.descriptor(), Optional.empty())
                    .backup("plugin/1", new RunId("20261124T120000Z-3f9c"))
                    .orElseThrow();
            new Apply(planner).run(planned, Approval.NOBODY);
            return backup;
        });
    }

    private Applied rollBack(Backup backup) {
        RestoredValues values = new RestoredValues(Optional.empty(), name -> Optional.empty(), new SecondDelivery());
        return rehearsal.with(Choices.NONE, planner -> {
            Rollback rollback = new Rollback(planner);
            return rollback.run(rollback.plan(any -> backup, values), Approval.NOBODY, false)
                    .applied();
        });
    }

    @Test
    void rollbackPutsBothBack() {
        rehearsal.apply();
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        rehearsal.describe(
                MESSAGE_MEDIA, "options: {note: {text: newer, syntax: liquid}, template: \"T @@password@@\"}\n");
        Backup backup = applyWithBackup();
        Map<String, String> record = rehearsal.metadata();
        rehearsal.requests();
        assertThat(rollBack(backup)).isEqualTo(DONE);
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, READ_NOTE, PATCH_NOTE, READ, PATCH);
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("options");
        assertThat(rehearsal.metadata()).isEqualTo(record);
        assertThat(note()).contains("\"text\":\"ours\"");
        assertThat(rehearsal.sandbox().tenant().connections())
                .extracting(connection -> member(connection, "options"))
                .isEqualTo(before.stream()
                        .map(connection -> member(connection, "options"))
                        .toList());
        assertThat(rollBack(backup)).isEqualTo(NOTHING);
    }

    @Test
    void rollbackOfTheNoteAloneDoesNotTouchTheConnection() {
        rehearsal.apply();
        rehearsal.describe(MESSAGE_MEDIA, OTHER_NOTE);
        Backup backup = applyWithBackup();
        rehearsal.requests();
        assertThat(rollBack(backup)).isEqualTo(DONE);
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, READ_NOTE, PATCH_NOTE);
        assertThat(note()).contains("\"text\":\"ours\"");
    }

    @Test
    void rollbackThatStopsInTheMiddleIsFinishedByTheNext() {
        rehearsal.apply();
        rehearsal.describe(
                MESSAGE_MEDIA, "options: {note: {text: newer, syntax: liquid}, template: \"T @@password@@\"}\n");
        Backup backup = applyWithBackup();
        rehearsal.wire().once(Moment.of(PATCH, Fate.REFUSED));
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(backup));
        assertThat(fault.problem()).endsWith(" Already written: note. Not written: the connection.");
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
        rehearsal.requests();
        assertThat(rollBack(backup)).isEqualTo(DONE);
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, PATCH);
    }

    @Test
    void rollbackOfAValueThatAuth0RefusesInTheMiddleNamesTheWayOut() {
        rehearsal.apply();
        rehearsal.set("non_persistent_attrs", "\"no list\"");
        rehearsal.describe(
                MESSAGE_MEDIA, "options: {note: {text: newer, syntax: liquid}, non_persistent_attrs: [email]}\n");
        Backup backup = applyWithBackup();
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(backup));
        assertThat(fault.problem()).endsWith(" Already written: note. Not written: the connection.");
        assertThat(fault.remedy())
                .isEqualTo("Auth0 does not take what was there before that apply. Write the options that you want"
                        + " into the descriptor, and apply it.");
    }
}
