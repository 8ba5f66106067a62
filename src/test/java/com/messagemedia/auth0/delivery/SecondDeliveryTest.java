package com.messagemedia.auth0.delivery;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static com.messagemedia.auth0.testing.Rehearsal.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.apply.SavedPlan;
import com.messagemedia.auth0.auth0.RetryBudget;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.BackupPlan;
import com.messagemedia.auth0.rollback.RestoredValues;
import com.messagemedia.auth0.rollback.Rollback;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A second way of delivery, with a resource besides the connection, goes through the same use cases as the gateway. */
final class SecondDeliveryTest extends RehearsalTest {

    private static final String READ_NOTE = "GET /api/v2/connections/" + SecondDelivery.NOTE;
    private static final String PATCH_NOTE = "PATCH /api/v2/connections/" + SecondDelivery.NOTE;
    private static final String READ_SIGN = "GET /api/v2/connections/" + SecondDelivery.SIGN;
    private static final String PATCH_SIGN = "PATCH /api/v2/connections/" + SecondDelivery.SIGN;
    private static final String BROKE = "the connection closed before the complete answer arrived.";
    private static final String NOTE = "options: {note: {text: ours, syntax: liquid}}\n";
    private static final String OTHER_NOTE = "options: {note: {text: newer, syntax: liquid}}\n";
    private static final FieldPath TEXT = FieldPath.of("note", "text");
    private static final Choices PATIENT = Choices.NONE.with(new RetryBudget(
            Instant.EPOCH.plusSeconds(60), Duration.ofMillis(1), sentence -> {}, InstantSource.fixed(Instant.EPOCH)));
    private static final Applied DONE = new Applied(Outcome.APPLIED, List.of(), false);
    private static final Applied NOTHING = new Applied(Outcome.NOTHING_TO_DO, List.of(), false);

    @BeforeEach
    void addNote() {
        add("note", SecondDelivery.NOTE);
        rehearsal.delivering(new SecondDelivery()).describe(MESSAGE_MEDIA, NOTE);
    }

    private void add(String name, String id) {
        rehearsal.sandbox().tenant().add((Tree) json("""
                {"id": "%s", "name": "%s", "strategy": "sms",
                 "options": {"text": "before", "theirs": {"a": 1.50}, "brute_force_protection": true}}
                """.formatted(id, name)));
    }

    /** The descriptor names a sign as well, which is written after the note. */
    private void addSign() {
        add("sign", SecondDelivery.SIGN);
        rehearsal
                .delivering(SecondDelivery.withSign())
                .describe(MESSAGE_MEDIA, "options: {note: {text: ours}, sign: {text: ours}}\n");
    }

    private String note() {
        return Json.write(member(rehearsal.sandbox().tenant().connection("note"), "options"));
    }

    /** A colleague changes the note. */
    private void setNote(String text) {
        setText(SecondDelivery.NOTE, text);
    }

    private void setText(String id, String text) {
        rehearsal.sandbox().tenant().edit(id, connection -> {
            Map<String, Value> members = new LinkedHashMap<>(connection.members());
            Options options = new Options((Tree) member(connection, "options"));
            members.put(
                    "options",
                    options.with(FieldPath.of("text"), Value.of(text)).root());
            return new Tree(members);
        });
    }

    private void assertStable() {
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        rehearsal.requests();
        assertThat(rehearsal.apply()).isEqualTo(NOTHING);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, READ_NOTE, LIST);
        assertThat(rehearsal.sandbox().tenant().connections()).isEqualTo(before);
    }

    private Fault stopped() {
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault).isNotNull();
        return fault;
    }

    private String changing(String id) {
        return "Changing connection " + id + " of " + rehearsal.sandbox().address() + " failed: ";
    }

    @Test
    void planIsOneTreeOfBothResources() {
        Plan plan = rehearsal.plan().plan();
        assertThat(plan.merge().decisions())
                .extracting(decision -> decision.path().toString())
                .contains("from", "note.syntax", "note.text", "note.theirs.a");
        assertThat(plan.unmanaged()).contains(FieldPath.parse("note.theirs.a"));
        assertThat(plan.body().get(TEXT)).contains(Value.of("ours"));
        assertThat(rehearsal.requests()).containsExactly(TOKEN, READ_NOTE, LIST);
    }

    @Test
    void noteIsWrittenFirstAndTheConnectionWithTheRecordLast() {
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.requests())
                .containsExactly(TOKEN, READ_NOTE, LIST, READ, READ_NOTE, PATCH_NOTE, READ, PATCH);
        assertThat(note())
                .isEqualTo("{\"text\":\"ours\",\"theirs\":{\"a\":1.50},\"brute_force_protection\":true,"
                        + "\"syntax\":\"liquid\"}");
        assertThat(rehearsal.lastBody().members()).containsOnlyKeys("options", "metadata");
        assertThat(rehearsal.live("note")).isEqualTo("absent");
        assertStable();
    }

    @Test
    void changeOfTheNoteAloneSendsTheRecordAlone() {
        rehearsal.apply();
        rehearsal.describe(MESSAGE_MEDIA, OTHER_NOTE).requests();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.requests())
                .containsExactly(TOKEN, READ_NOTE, LIST, READ, READ_NOTE, PATCH_NOTE, READ, PATCH);
        assertThat(rehearsal.lastBody().members()).containsOnlyKeys("metadata");
        assertStable();
    }

    @Test
    void changeOfTheConnectionAloneDoesNotTouchTheNote() {
        rehearsal.apply();
        rehearsal
                .describe(
                        MESSAGE_MEDIA, "options: {note: {text: ours, syntax: liquid}, template: \"T @@password@@\"}\n")
                .requests();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, READ_NOTE, LIST, PATCH);
        assertStable();
    }

    @Test
    void whatTheDescriptorDropsIsRemovedFromTheNoteAndTheRestStays() {
        rehearsal.apply();
        rehearsal.describe(MESSAGE_MEDIA, "options: {note: {text: ours}}\n");
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(note()).isEqualTo("{\"text\":\"ours\",\"theirs\":{\"a\":1.50},\"brute_force_protection\":true}");
        assertStable();
    }

    @Test
    void editOfTheNoteIsDriftAndStopsEverything() {
        rehearsal.apply();
        setNote("theirs");
        Verification found = new Verification(
                rehearsal.with(Choices.NONE, TenantPlanner::planReadOnly).plan());
        assertThat(found.verdict()).isEqualTo(Verdict.DRIFT);
        assertThat(found.drift()).containsExactly(TEXT);
        rehearsal.describe(
                MESSAGE_MEDIA, "options: {note: {text: ours, syntax: liquid}, template: \"T @@password@@\"}\n");
        assertThat(rehearsal.refused()).hasMessage("The plan has 1 conflict: note.text. Nothing was written.");
    }

    @Test
    void overwritingDriftOfTheNoteLeavesTheConnectionAlone() {
        rehearsal.apply();
        setNote("theirs");
        rehearsal.requests();
        assertThat(rehearsal.apply(Choices.OVERWRITE)).isEqualTo(DONE);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, READ_NOTE, LIST, READ, READ_NOTE, PATCH_NOTE);
        assertStable();
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLY_LOST", "REPLY_REPLACED", "REPLY_FORBIDDEN"})
    void lostReplyOfTheNoteIsSettledByReadingAgain(Fate fate) {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, fate));
        assertThat(rehearsal.apply()).isEqualTo(new Applied(Outcome.APPLIED, List.of(), true));
        assertThat(rehearsal.requests())
                .containsExactly(TOKEN, READ_NOTE, LIST, READ, READ_NOTE, PATCH_NOTE, READ_NOTE, READ, PATCH);
        assertStable();
    }

    @Test
    void lostRequestForTheNoteIsToldAndNothingIsWritten() {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, Fate.REQUEST_LOST));
        assertThat(rehearsal.refused())
                .hasMessage(changing(SecondDelivery.NOTE)
                        + BROKE + " Reading again shows that the change was"
                        + " not applied.");
    }

    @Test
    void failedWriteOfTheNoteIsRepeatedOnlyAfterReading() {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, Fate.REFUSED));
        assertThat(rehearsal.apply(PATIENT)).isEqualTo(DONE);
        assertThat(rehearsal.requests())
                .containsExactly(
                        TOKEN,
                        READ_NOTE,
                        LIST,
                        READ,
                        READ_NOTE,
                        PATCH_NOTE,
                        READ_NOTE,
                        READ_NOTE,
                        PATCH_NOTE,
                        READ,
                        PATCH);
        assertStable();
    }

    @Test
    void noteThatSomebodyElseWroteMeanwhileIsTold() {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, Fate.REQUEST_LOST, () -> setNote("theirs")));
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage(changing(SecondDelivery.NOTE)
                        + BROKE + " Reading again shows neither what note held"
                        + " before nor what was sent: only a part was written, or somebody else changed it meanwhile.");
        assertThat(fault.remedy()).isEqualTo("Run the plan goal to see what note holds now.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
        assertThat(rehearsal.metadata()).isEmpty();
    }

    @Test
    void readingTheNoteThatFailsTooLeavesItUnknown() {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, Fate.REPLY_LOST));
        rehearsal.wire().once(Moment.of(READ_NOTE, Fate.DELIVERED));
        rehearsal.wire().once(Moment.of(READ_NOTE, Fate.DELIVERED));
        rehearsal.wire().once(Moment.of(READ_NOTE, Fate.REFUSED));
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage(changing(SecondDelivery.NOTE)
                        + BROKE + " Reading again failed too, so it is not"
                        + " known whether note was changed.");
        assertThat(fault.remedy())
                .isEqualTo("When Auth0 can be reached again, run the plan goal: it shows what note holds.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
    }

    @Test
    void stopBetweenNoteAndConnectionIsToldAndTheNextRunGoesOn() {
        rehearsal.wire().once(Moment.of(PATCH, Fate.REFUSED));
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage(changing(SMS)
                        + "503 Service Unavailable. Reading again shows that the change was not applied."
                        + " Already written: note. Not written: the connection.");
        assertThat(fault.remedy())
                .isEqualTo("Run the goal again. The next run finds what is written already and goes on with the rest.");
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
        assertThat(rehearsal.metadata()).isEmpty();
        rehearsal.requests();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, READ_NOTE, LIST, PATCH);
        assertStable();
    }

    @Test
    void connectionOfWhichNobodyKnowsIsToldSo() {
        rehearsal.wire().once(Moment.of(PATCH, Fate.REPLY_LOST, () -> rehearsal.set("from", "\"+15550100009\"")));
        Fault fault = stopped();
        assertThat(fault.problem())
                .endsWith(" somebody else changed the connection meanwhile."
                        + " Already written: note. Not known: the connection.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
    }

    @Test
    void connectionThatMovedWhileTheNoteWasWrittenIsLeftAlone() {
        rehearsal.wire().once(Moment.after(PATCH_NOTE, () -> rehearsal.set("theirs", "1")));
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage("The connection was changed in Auth0 after the plan was made."
                        + " Already written: note. Not written: the connection.");
        assertThat(fault.remedy())
                .isEqualTo("Run the goal again: it plans from what Auth0 holds now. The next run finds what is written"
                        + " already and goes on with the rest.");
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertStable();
    }

    @Test
    void resourcesAreWrittenInTheirOrderAndReadAgainBeforeThat() {
        addSign();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(rehearsal.requests())
                .containsExactly(
                        TOKEN,
                        READ_NOTE,
                        READ_SIGN,
                        LIST,
                        READ,
                        READ_SIGN,
                        READ_NOTE,
                        PATCH_NOTE,
                        READ_SIGN,
                        PATCH_SIGN,
                        READ,
                        PATCH);
        assertThat(rehearsal.apply()).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, PARTLY_APPLIED, Not written: sign", "REQUEST_LOST, UNKNOWN_STATE, Not known: sign"})
    void stopAtTheSecondResourceNamesAllThree(Fate fate, Outcome outcome, String sign) {
        addSign();
        Runnable meanwhile = () -> setText(SecondDelivery.SIGN, "theirs");
        rehearsal
                .wire()
                .once(fate == Fate.REFUSED ? Moment.of(PATCH_SIGN, fate) : Moment.of(PATCH_SIGN, fate, meanwhile));
        Fault fault = stopped();
        assertThat(fault.problem())
                .contains(" Already written: note. " + sign)
                .endsWith(fate == Fate.REFUSED ? "sign, the connection." : "sign. Not written: the connection.");
        assertThat(fault.outcome()).isEqualTo(outcome);
        assertThat(rehearsal.metadata()).isEmpty();
    }

    @Test
    void resourceThatMovedWhileTheFirstWasWrittenIsLeftAlone() {
        addSign();
        rehearsal.wire().once(Moment.after(PATCH_NOTE, () -> setText(SecondDelivery.SIGN, "theirs")));
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage("The resource sign was changed in Auth0 after the plan was made."
                        + " Already written: note. Not written: sign, the connection.");
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
    }

    @ParameterizedTest
    @CsvSource({"true, The resource note was", "false, The connection was"})
    void whatMovedBetweenPlanAndWriteStopsBeforeAnyWrite(boolean note, String what) {
        Fault fault = rehearsal.with(Choices.NONE, sync -> {
            PreparedChange planned = sync.planToApply();
            if (note) {
                setNote("theirs");
            } else {
                rehearsal.set("theirs", "1");
            }
            return catchThrowableOfType(Fault.class, () -> new Apply(sync).run(planned, Approval.NOBODY));
        });
        assertThat(fault).hasMessage(what + " changed in Auth0 after the plan was made. Nothing was written.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.requests()).noneMatch(request -> request.startsWith("PATCH"));
    }

    @Test
    void savedPlanIsAppliedOnceAndKnownAsApplied() {
        AtomicTextFile file = new AtomicTextFile(folder.resolve("plan.json"), "plan file");
        assertThat(rehearsal.<Outcome>with(Choices.NONE, sync -> {
                    new Apply(sync).saved(sync.plan()).write(file);
                    PreparedChange planned = sync.planToApply();
                    new Apply(sync).requireSame(SavedPlan.read(file), planned);
                    return new Apply(sync).run(planned, Approval.NOBODY).outcome();
                }))
                .isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.<Boolean>with(
                        Choices.NONE,
                        sync -> new Apply(sync).isAlreadyApplied(SavedPlan.read(file), sync.planToApply())))
                .isTrue();
        setNote("theirs");
        Fault fault = rehearsal.with(
                Choices.NONE,
                sync -> catchThrowableOfType(
                        Fault.class, () -> new Apply(sync).requireSame(SavedPlan.read(file), sync.planToApply())));
        assertThat(fault.problem()).startsWith("The approved plan no longer fits: Auth0 holds something else now at ");
        assertThat(fault.problem()).contains("note.text");
    }

    private Backup applyWithBackup() {
        return rehearsal.with(Choices.NONE, sync -> {
            PreparedChange planned = sync.planToApply();
            Backup backup = new BackupPlan(planned, sync.descriptor(), Optional.empty())
                    .backup("plugin/1")
                    .orElseThrow();
            new Apply(sync).run(planned, Approval.NOBODY);
            return backup;
        });
    }

    private Applied rollBack(Backup backup) {
        RestoredValues values = new RestoredValues(Optional.empty(), name -> Optional.empty(), new SecondDelivery());
        return rehearsal.with(Choices.NONE, sync -> {
            Rollback rollback = new Rollback(sync);
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
        assertThat(rehearsal.requests())
                .containsExactly(TOKEN, READ_NOTE, LIST, READ, READ_NOTE, PATCH_NOTE, READ, PATCH);
        assertThat(rehearsal.lastBody().members()).containsOnlyKeys("options");
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
        assertThat(rehearsal.requests()).containsExactly(TOKEN, READ_NOTE, LIST, READ, READ_NOTE, PATCH_NOTE);
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
        assertThat(rehearsal.requests()).containsExactly(TOKEN, READ_NOTE, LIST, PATCH);
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
                .isEqualTo(
                        "Auth0 does not take what was there before that apply. Write into the descriptor what you want"
                                + " instead, and apply it.");
    }

    @Test
    void optionWithTheNameOfTheResourceIsRefused() {
        rehearsal.set("note", "\"a namesake\"");
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessage("Auth0's connection sms (con_SandboxSms000000) has an option \"note\", and note is also the"
                        + " name of a resource of this delivery, so a plan could not tell the two apart. Nothing was"
                        + " written.");
        assertThat(fault.remedy()).isEqualTo("Remove or rename that option in Auth0.");
    }

    @Test
    void changeThatTheResourceCannotMakeIsRefusedBeforeAnyWrite() {
        rehearsal.describe(MESSAGE_MEDIA, "remove: [note]\n");
        assertThat(rehearsal.refused()).hasMessage("The note cannot be removed.");
    }

    @Test
    void scopesOfAllResourcesAreCheckedUpFrontAndAPlanNeedsThoseToReadAlone() {
        rehearsal.delivering(SecondDelivery.needing("update:actions"));
        assertThat(rehearsal.plan().plan().mayBeApplied()).isTrue();
        rehearsal.requests();
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessage("The token for " + rehearsal.sandbox().address()
                        + " lacks the scope update:actions. Nothing was written.");
        assertThat(rehearsal.requests()).containsExactly(TOKEN);
    }
}
