package com.messagemedia.auth0.delivery;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.ShortWaits;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The write of a resource gets no success: the plugin reads the resource again and decides from that. */
final class SecondDeliveryLostReplyTest extends SecondDeliveryRehearsal {

    private static final String BROKE = "the connection closed before the complete answer arrived.";
    private static final Choices PATIENT = Choices.NONE.with(ShortWaits.endless());

    @ParameterizedTest
    @EnumSource(names = {"REPLY_LOST", "REPLY_REPLACED", "REPLY_FORBIDDEN"})
    void lostReplyOfTheNoteIsSettledByReadingAgain(Fate fate) {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, fate));
        assertThat(rehearsal.apply()).isEqualTo(new Applied(Outcome.APPLIED, List.of(), true));
        assertThat(requests()).containsExactly(TOKEN, READ_NOTE, LIST, READ_NOTE, PATCH_NOTE, READ_NOTE, READ, PATCH);
        assertStable();
    }

    @Test
    void lostRequestForTheNoteIsToldAndNothingIsWritten() {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, Fate.REQUEST_LOST));
        assertThat(rehearsal.refused())
                .hasMessage(changing(SecondDelivery.NOTE)
                        + BROKE + " A second read shows that the change was"
                        + " not applied.");
    }

    @Test
    void failedWriteOfTheNoteIsRepeatedOnlyAfterReading() {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, Fate.REFUSED));
        assertThat(rehearsal.apply(PATIENT)).isEqualTo(DONE);
        assertThat(requests())
                .containsExactly(
                        TOKEN, READ_NOTE, LIST, READ_NOTE, PATCH_NOTE, READ_NOTE, READ_NOTE, PATCH_NOTE, READ, PATCH);
        assertStable();
    }

    @Test
    void noteThatSomebodyElseWroteMeanwhileIsTold() {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, Fate.REQUEST_LOST, () -> setNote("theirs")));
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage(changing(SecondDelivery.NOTE)
                        + BROKE + " A second read shows neither what note held before nor what was sent: only a"
                        + " part was written, or somebody else changed it in the meantime. Unknown: note. Not written:"
                        + " the connection.");
        assertThat(fault.remedy())
                .isEqualTo("Run the plan goal to see what note holds now. The next run skips what is already written"
                        + " and continues with the rest.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
        assertThat(rehearsal.metadata()).isEmpty();
    }

    @Test
    void replyWithAnotherNoteIsAnErrorAndTheConnectionIsNotWritten() {
        rehearsal.wire().once(Moment.of(PATCH_NOTE, Fate.DELIVERED).meddling(reply -> reply.replace("ours", "theirs")));
        Fault fault = stopped();
        assertThat(fault)
                .hasMessage("Auth0 accepted the change but returned different values at note.text. Unknown: note."
                        + " Not written: the connection.");
        assertThat(fault.remedy())
                .isEqualTo("Run the plan goal to see what note holds now. The next run skips what is already written"
                        + " and continues with the rest.");
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
                .hasMessage(changing(SecondDelivery.NOTE) + BROKE
                        + " A second read failed too, so it is unknown whether note was changed. Unknown: note. Not"
                        + " written: the connection.");
        assertThat(fault.remedy())
                .isEqualTo("When Auth0 can be reached again, run the plan goal: it shows what note holds. The next run"
                        + " skips what is already written and continues with the rest.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
    }
}
