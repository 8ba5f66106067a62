package com.messagemedia.auth0.delivery;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An apply of several resources stops in the middle, or because somebody changed one of them. */
final class SecondDeliveryStopsTest extends SecondDeliveryRehearsal {

    @Test
    void stopBetweenNoteAndConnectionIsToldAndTheNextRunGoesOn() {
        rehearsal.wire().once(Moment.of(PATCH, Fate.REFUSED));
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage(changing(SMS)
                        + "503 Service Unavailable. A second read shows that the change was not applied."
                        + " Already written: note. Not written: the connection.");
        assertThat(fault.remedy())
                .isEqualTo("Run the goal again. The next run skips what is already written and continues with"
                        + " the rest.");
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
        assertThat(rehearsal.metadata()).isEmpty();
        rehearsal.requests();
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, PATCH);
        assertStable();
    }

    @Test
    void connectionOfWhichNobodyKnowsIsToldSo() {
        rehearsal.wire().once(Moment.of(PATCH, Fate.REPLY_LOST, () -> rehearsal.set("from", "\"+15550100009\"")));
        Fault fault = stopped();
        assertThat(fault.problem())
                .endsWith(" somebody else changed the connection in the meantime. Already written: note."
                        + " Unknown: the connection.");
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
                .isEqualTo("Run the goal again: it plans from what Auth0 holds now. The next run skips what is"
                        + " already written and continues with the rest.");
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertStable();
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, PARTLY_APPLIED, Not written: sign", "REQUEST_LOST, UNKNOWN_STATE, Unknown: sign"})
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
    @CsvSource({
        "true, The resource note was, Nothing was written., REFUSED, 0",
        "false, The connection was, Already written: note. Not written: the connection., PARTLY_APPLIED, 1"
    })
    void whatMovedBetweenPlanAndWriteIsNotOverwritten(
            boolean note, String what, String written, Outcome outcome, int writes) {
        Fault fault = rehearsal.with(Choices.NONE, planner -> {
            PreparedChange planned = planner.planToApply();
            if (note) {
                setNote("theirs");
            } else {
                rehearsal.set("theirs", "1");
            }
            return catchThrowableOfType(Fault.class, () -> new Apply(planner).run(planned, Approval.NOBODY));
        });
        assertThat(fault).hasMessage(what + " changed in Auth0 after the plan was made. " + written);
        assertThat(fault.outcome()).isEqualTo(outcome);
        assertThat(requests().stream().filter(request -> request.startsWith("PATCH")))
                .hasSize(writes);
    }
}
