package com.messagemedia.auth0.delivery;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.apply.SavedPlan;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Verification;
import com.messagemedia.auth0.plan.Verification.Verdict;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import org.junit.jupiter.api.Test;

/** A second way of delivery, with a resource besides the connection, goes through the same use cases as the gateway. */
final class SecondDeliveryTest extends SecondDeliveryRehearsal {

    private static final String READ_SIGN = "GET /api/v2/connections/" + SecondDelivery.SIGN;
    private static final FieldPath TEXT = FieldPath.of("note", "text");

    @Test
    void planIsOneTreeOfBothResources() {
        Plan plan = rehearsal.plan().plan();
        assertThat(plan.merge().decisions())
                .extracting(decision -> decision.path().toString())
                .contains("from", "note.syntax", "note.text", "note.theirs.a");
        assertThat(plan.unmanaged()).contains(FieldPath.parse("note.theirs.a"));
        assertThat(plan.body().get(TEXT)).contains(Value.of("ours"));
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST);
    }

    @Test
    void noteIsWrittenFirstAndTheConnectionWithTheRecordLast() {
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, READ_NOTE, PATCH_NOTE, READ, PATCH);
        assertThat(note())
                .isEqualTo("{\"text\":\"ours\",\"theirs\":{\"a\":1.50},\"brute_force_protection\":true,"
                        + "\"syntax\":\"liquid\"}");
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("options", "metadata");
        assertThat(rehearsal.live("note")).isEqualTo("absent");
        assertStable();
    }

    @Test
    void changeOfTheNoteAloneSendsTheRecordAlone() {
        rehearsal.apply();
        rehearsal.describe(MESSAGE_MEDIA, OTHER_NOTE).requests();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, READ_NOTE, PATCH_NOTE, READ, PATCH);
        assertThat(rehearsal.wire().lastBody().members()).containsOnlyKeys("metadata");
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
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, PATCH);
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
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, READ_NOTE, PATCH_NOTE);
        assertStable();
    }

    @Test
    void resourcesAreWrittenInTheirOrderAndReadAgainBeforeThat() {
        addSign();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(requests())
                .containsExactly(
                        TOKEN, READ_NOTE, READ_SIGN, LIST, READ_NOTE, PATCH_NOTE, READ_SIGN, PATCH_SIGN, READ, PATCH);
        assertThat(rehearsal.apply()).isEqualTo(NOTHING);
    }

    @Test
    void savedPlanIsAppliedOnceAndKnownAsApplied() {
        AtomicTextFile file = new AtomicTextFile(folder.resolve("plan.json"), "plan file");
        assertThat(rehearsal.<Outcome>with(Choices.NONE, planner -> {
                    new Apply(planner).saved(planner.plan()).write(file);
                    PreparedChange planned = planner.planToApply();
                    new Apply(planner).requireSame(SavedPlan.read(file), planned);
                    return new Apply(planner).run(planned, Approval.NOBODY).outcome();
                }))
                .isEqualTo(Outcome.APPLIED);
        assertThat(rehearsal.<Boolean>with(
                        Choices.NONE,
                        planner -> new Apply(planner).isAlreadyApplied(SavedPlan.read(file), planner.planToApply())))
                .isTrue();
        setNote("theirs");
        Fault fault = rehearsal.with(
                Choices.NONE,
                planner -> catchThrowableOfType(
                        Fault.class,
                        () -> new Apply(planner).requireSame(SavedPlan.read(file), planner.planToApply())));
        assertThat(fault.problem()).startsWith("The approved plan no longer fits: Auth0 holds something else now at ");
        assertThat(fault.problem()).contains("note.text");
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
    void scopesOfWhatChangesAreCheckedBeforeTheFirstWriteAndAPlanNeedsThoseToReadAlone() {
        rehearsal.delivering(SecondDelivery.needing("update:actions"));
        assertThat(rehearsal.plan().plan().mayBeApplied()).isTrue();
        rehearsal.requests();
        Fault fault = rehearsal.refused();
        assertThat(fault)
                .hasMessage("The token for " + rehearsal.sandbox().address()
                        + " lacks the scope update:actions. Nothing was written.");
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST);
    }
}
