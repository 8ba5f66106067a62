package com.messagemedia.auth0.rollback;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.rollback.PlannedRollback.RolledBack;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rollback puts back, what stays, and what stops it, from the backup that an apply made. */
final class RollbackTest extends RehearsalTest {

    private static final String MOVED =
            "The connection was changed in Auth0 after the plan was made. Nothing was written.";
    private static final String GUARDED = "environments:\n  prod: {protected: true}\n";
    private static final Choices PROD = Choices.NONE.in("prod");
    private static final RestoredValues GIVEN = values(Map.of(
            "MESSAGEMEDIA_RESTORE_TWILIO_TOKEN",
            SandboxCredentials.TWILIO_TOKEN,
            "MESSAGEMEDIA_RESTORE_GATEWAY_AUTHENTICATION_SUBJECT",
            "SandboxApiKey0000000",
            "MESSAGEMEDIA_RESTORE_GATEWAY_AUTHENTICATION_AUDIENCE",
            "SandboxApiSecret00000000000000"));

    private static RestoredValues values(Map<String, String> variables) {
        return new RestoredValues(
                Optional.empty(), name -> Optional.ofNullable(variables.get(name)), new GatewayDelivery());
    }

    private Backup apply(Choices choices) {
        Backup backup = rehearsal.with(choices, sync -> {
            PreparedChange planned = sync.planToApply();
            Optional<Backup> made =
                    new BackupPlan(planned, rehearsal.descriptor(choices), Optional.empty()).backup("plugin/1");
            new Apply(sync).run(planned, Approval.NOBODY);
            return made.orElseThrow();
        });
        rehearsal.requests();
        return backup;
    }

    private RolledBack rollBack(Backup backup) {
        return rehearsal.with(
                Choices.NONE,
                sync -> new Rollback(sync).run(new Rollback(sync).plan(any -> backup, GIVEN), Approval.NOBODY, false));
    }

    @Test
    void whatAnApplyReplacedIsThereAgainWithOneWriteAndOnlyOnce() {
        Options before = rehearsal.live();
        Backup backup = apply(Choices.NONE);
        Map<String, String> record = rehearsal.metadata();
        RolledBack done = rollBack(backup);
        assertThat(done.applied()).isEqualTo(new Applied(Outcome.APPLIED, List.of(), false));
        assertThat(done.next().orElseThrow().mayBeApplied()).isFalse();
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH);
        assertThat(rehearsal.live()).isEqualTo(before);
        assertThat(rehearsal.lastBody().members()).containsOnlyKeys("options");
        assertThat(rehearsal.metadata()).isEqualTo(record);
        assertThat(rollBack(backup))
                .isEqualTo(new RolledBack(new Applied(Outcome.NOTHING_TO_DO, List.of(), false), Optional.empty()));
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
    }

    @Test
    void whatTheNextApplyWouldDoIsTold() {
        rehearsal.describe(MESSAGE_MEDIA, "onConflict: overwrite\n");
        RolledBack done = rollBack(apply(Choices.NONE));
        assertThat(done.next().orElseThrow().mayBeApplied()).isTrue();
        assertThat(done.next().orElseThrow().overwrites()).isTrue();
    }

    /** What a colleague sets, and what stays then, each with its cause; one that belongs to no unit lets the others go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | \"theirs\" | ``",
                "from | \"+61491570156\" | ``",
                "from | \"+15550100000\" | ``",
                "from | \"+15550100009\" | from=from",
                "twilio_sid | \"AC00000000000000000000000000000000\" | ``",
                "twilio_sid | \"ACx\" | twilio_sid=twilio_sid",
                "gateway_url | \"https://auth0.workflows-prd.syd.mmd.zone/messages\" | "
                        + "gateway_authentication.audience=gateway_url gateway_authentication.method=gateway_url"
                        + " gateway_authentication.secret=gateway_url"
                        + " gateway_authentication.secret_base64_encoded=gateway_url"
                        + " gateway_authentication.subject=gateway_url gateway_url=gateway_url provider=gateway_url"
                        + " twilio_sid=gateway_url twilio_token=gateway_url",
            })
    void whatSomebodyHasChangedSinceStaysWithAllThatBelongsToIt(String path, String json, String stays) {
        Options before = rehearsal.live();
        Backup backup = apply(Choices.NONE);
        rehearsal.set(path, json);
        Options edited = rehearsal.live();
        rehearsal.with(Choices.NONE, sync -> {
            PlannedRollback rollback = new Rollback(sync).plan(any -> backup, GIVEN);
            List<String> told = new ArrayList<>();
            rollback.skipped().forEach((left, cause) -> told.add(left + "=" + cause));
            assertThat(String.join(" ", told)).isEqualTo(stays);
            new Rollback(sync).run(rollback, Approval.NOBODY, false);
            for (FieldPath changed : backup.changed()) {
                assertThat(rehearsal.live().get(changed))
                        .as("%s", changed)
                        .isEqualTo((rollback.skipped().containsKey(changed) ? edited : before).get(changed));
            }
            return new Rollback(sync).run(new Rollback(sync).plan(any -> backup, GIVEN), Approval.NOBODY, false);
        });
        assertThat(rehearsal.live(path))
                .isEqualTo(stays.isEmpty() && !path.equals("name") ? before(before, path) : json);
    }

    private static String before(Options before, String path) {
        return before.get(FieldPath.parse(path)).map(Json::write).orElse("absent");
    }

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
        Backup moved = new Backup(other, backup.plugin(), backup.key(), backup.entries());
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

    @Test
    void chooserIsToldWhoseBackupIsWanted() {
        Backup backup = apply(Choices.NONE);
        List<Subject> asked = new ArrayList<>();
        rehearsal.with(
                Choices.NONE,
                sync -> new Rollback(sync)
                        .plan(
                                subject -> {
                                    asked.add(subject);
                                    return backup;
                                },
                                GIVEN));
        assertThat(asked)
                .containsExactly(new Subject(rehearsal.sandbox().address().domain(), "sms", SMS, "default"));
        assertThat(backup.subject()).isEqualTo(asked.get(0));
    }

    /** Where somebody was asked meanwhile the connection is read again; without that the window is one request wide. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void editWhileSomebodyIsAskedStopsIt(boolean asked) {
        Backup backup = apply(Choices.NONE);
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> rehearsal.with(Choices.NONE, sync -> {
                    PlannedRollback rollback = new Rollback(sync).plan(any -> backup, GIVEN);
                    rehearsal.set("template", "\"Theirs @@password@@\"");
                    return new Rollback(sync).run(rollback, Approval.NOBODY, asked);
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
                .hasMessage("Environment prod is protected and nobody approved the change. Nothing was written.");
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

    private RolledBack rollBack(Choices choices, Backup backup, Approval approval) {
        return rehearsal.with(
                choices,
                sync -> new Rollback(sync).run(new Rollback(sync).plan(any -> backup, GIVEN), approval, false));
    }

    @Test
    void lostReplyIsSettledByReadingAgain() {
        Options before = rehearsal.live();
        Backup backup = apply(Choices.NONE);
        rehearsal.wire().once(Moment.of(PATCH, Fate.REPLY_LOST));
        assertThat(rollBack(backup).applied()).isEqualTo(new Applied(Outcome.APPLIED, List.of(), true));
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ);
        assertThat(rehearsal.live()).isEqualTo(before);
        assertThat(rollBack(backup).applied().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void lostRequestIsToldAndLeavesWhatTheApplyMade() {
        Backup backup = apply(Choices.NONE);
        Options applied = rehearsal.live();
        rehearsal.wire().once(Moment.of(PATCH, Fate.REFUSED));
        Fault fault = catchThrowableOfType(Fault.class, () -> rollBack(backup));
        assertThat(fault.problem())
                .endsWith(" failed: 503 Service Unavailable. Reading again shows that the change was not applied.");
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
                        sync -> new Rollback(sync)
                                .run(new Rollback(sync).plan(any -> backup, empty), Approval.NOBODY, false)));
        assertThat(fault).hasMessage("The plan has a result that may not be sent. Nothing was written.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
        assertThat(rehearsal.live()).isEqualTo(applied);
    }

    @Test
    void valueThatNobodyGaveIsAskedFor() {
        Backup backup = apply(Choices.NONE);
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> rehearsal.with(Choices.NONE, sync -> new Rollback(sync).plan(any -> backup, values(Map.of()))));
        assertThat(fault).hasMessage("The apply kept no value of twilio_token: it had no key. Nothing was written.");
        assertThat(fault.remedy())
                .isEqualTo(
                        "Set these environment variables to the values before it: MESSAGEMEDIA_RESTORE_TWILIO_TOKEN.");
        RestoredValues look =
                new RestoredValues(Optional.empty(), name -> Optional.empty(), true, new GatewayDelivery());
        PlannedRollback shown = rehearsal.with(Choices.NONE, sync -> new Rollback(sync).plan(any -> backup, look));
        assertThat(shown.asked())
                .isEqualTo(Map.of(FieldPath.of("twilio_token"), "not kept: set MESSAGEMEDIA_RESTORE_TWILIO_TOKEN"));
        assertThat(shown.given()).isEmpty();
        PlannedRollback given = rehearsal.with(Choices.NONE, sync -> new Rollback(sync).plan(any -> backup, GIVEN));
        assertThat(given.given()).isEqualTo(Map.of(FieldPath.of("twilio_token"), "MESSAGEMEDIA_RESTORE_TWILIO_TOKEN"));
        assertThat(given.asked()).isEmpty();
    }
}
