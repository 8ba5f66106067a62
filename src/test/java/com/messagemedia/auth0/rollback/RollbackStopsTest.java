package com.messagemedia.auth0.rollback;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops a rollback before it writes anything. */
final class RollbackStopsTest extends RollbackRehearsal {

    private static final String MOVED =
            "The connection was changed in Auth0 after the plan was made. Nothing was written.";
    private static final String GUARDED = "environments:\n  prod: {protected: true}\n";
    private static final Choices PROD = Choices.NONE.in("prod");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme.eu.auth0.com | con_SandboxSms000000 | default | connection",
                "TENANT | con_Other00000000000 | default | connection",
                "TENANT | con_SandboxSms000000 | texts | owner",
            })
    void backupOfSomethingElseIsRefused(String tenant, String id, String owner, String what) {
        Backup backup = apply(Choices.NONE);
        String address = rehearsal.sandbox().address().domain();
        Subject other = new Subject(tenant.replace("TENANT", address), "text", id, owner);
        Backup moved = new Backup(other, backup.plugin(), backup.run(), backup.key(), backup.entries());
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(moved));
        assertThat(fault)
                .hasMessage(
                        what.equals("owner")
                                ? "The backup is of the descriptor with \"owner: texts\", and this one has"
                                        + " \"owner: default\". Nothing was written."
                                : "The backup is of connection text (" + id + ") of " + other.tenant()
                                        + ", not of sms (" + SMS + ") of " + address
                                        + ". Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo(
                        what.equals("owner")
                                ? "Roll back with that descriptor, or leave messagemedia.backup out to take the newest of"
                                        + " this one."
                                : "Name a backup of this connection with messagemedia.backup, or leave it out to take"
                                        + " the newest.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.requests()).doesNotContain(PATCH);
    }

    /** Where somebody was asked meanwhile the connection is read again; without that the window is one request wide. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void editWhileSomebodyIsAskedStopsIt(boolean asked) {
        Backup backup = apply(Choices.NONE);
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> rehearsal.with(Choices.NONE, planner -> {
                    PlannedRollback rollback = new Rollback(planner).plan(any -> backup, GIVEN);
                    rehearsal.set("template", "\"Theirs @@password@@\"");
                    return new Rollback(planner).run(rollback, Approval.NOBODY, asked);
                }));
        if (asked) {
            assertThat(fault).hasMessage(MOVED);
            assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, READ);
            assertThat(rehearsal.live("template")).isEqualTo("\"Theirs @@password@@\"");
        } else {
            assertThat(fault).isNull();
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH);
        }
    }

    @Test
    void protectedEnvironmentWantsItApprovedAndReadsAgainAfterTheWait() {
        Options before = rehearsal.live();
        Backup backup = apply(Choices.NONE);
        rehearsal.describe(MESSAGE_MEDIA, GUARDED);
        Options applied = rehearsal.live();
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(PROD, backup, Approval.NOBODY));
        assertThat(fault)
                .hasMessage("Environment prod is protected, and nobody approved the change. Nothing was written.");
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
        assertThat(rehearsal.live()).isEqualTo(applied);
        Approval slow = environment -> {
            rehearsal.set("theirs", "1");
            return true;
        };
        assertThat(catchThrowableOfType(Fault.class, () -> rollBack(PROD, backup, slow)))
                .hasMessage(MOVED);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, READ);
        List<String> asked = new ArrayList<>();
        rollBack(PROD, backup, asked::add);
        assertThat(asked).containsExactly("prod");
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, READ, PATCH);
        assertThat(rehearsal.unset("theirs").live()).isEqualTo(before);
    }

    @Test
    void lostRequestIsToldAndLeavesWhatTheApplyMade() {
        Backup backup = apply(Choices.NONE);
        Options applied = rehearsal.live();
        rehearsal.wire().once(Moment.of(PATCH, Fate.REFUSED));
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(backup));
        assertThat(fault.problem())
                .endsWith(" failed: 503 Service Unavailable. A second read shows that the change was not applied.");
        assertThat(fault.remedy()).isEqualTo("Run the goal again.");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(rehearsal.live()).isEqualTo(applied);
    }

    @Test
    void whatCouldNotSendBeforeIsNotThereAgain() {
        rehearsal.set("twilio_token", "\"\"");
        Backup backup = apply(Choices.NONE);
        RestoredValues empty = values(Map.of("MESSAGEMEDIA_RESTORE_TWILIO_TOKEN", ""));
        Options applied = rehearsal.live();
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> rehearsal.with(
                        Choices.NONE,
                        planner -> new Rollback(planner)
                                .run(new Rollback(planner).plan(any -> backup, empty), Approval.NOBODY, false)));
        assertThat(fault).hasMessage("The plan has options that the plugin refuses to send. Nothing was written.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
        assertThat(rehearsal.live()).isEqualTo(applied);
    }

    @Test
    void valueThatNobodyGaveIsAskedFor() {
        Backup backup = apply(Choices.NONE);
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> rehearsal.with(
                        Choices.NONE, planner -> new Rollback(planner).plan(any -> backup, values(Map.of()))));
        assertThat(fault).hasMessage("The apply kept no value of twilio_token: it had no key. Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo(
                        "Set these environment variables to the values before it: MESSAGEMEDIA_RESTORE_TWILIO_TOKEN.");
        RestoredValues look =
                new RestoredValues(Optional.empty(), name -> Optional.empty(), true, new GatewayDelivery());
        PlannedRollback shown =
                rehearsal.with(Choices.NONE, planner -> new Rollback(planner).plan(any -> backup, look));
        assertThat(shown.asked())
                .isEqualTo(Map.of(FieldPath.of("twilio_token"), "not kept: set MESSAGEMEDIA_RESTORE_TWILIO_TOKEN"));
        assertThat(shown.given()).isEmpty();
        PlannedRollback given =
                rehearsal.with(Choices.NONE, planner -> new Rollback(planner).plan(any -> backup, GIVEN));
        assertThat(given.given()).isEqualTo(Map.of(FieldPath.of("twilio_token"), "MESSAGEMEDIA_RESTORE_TWILIO_TOKEN"));
        assertThat(given.asked()).isEmpty();
    }
}
