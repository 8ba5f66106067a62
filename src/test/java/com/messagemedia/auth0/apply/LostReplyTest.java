package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.SMS;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LostReplyTest extends RehearsalTest {

    private static final String BROKE = "the connection closed before the complete answer arrived.";

    private String changing() {
        return "Changing connection con_SandboxSms000000 of "
                + rehearsal.sandbox().address() + " failed: ";
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLY_LOST", "REPLY_REPLACED", "REPLY_LIMITED", "REPLY_FORBIDDEN", "REPLY_FOR_A_PROXY"})
    void changeThatIsThereIsSettledByReadingAgain(Fate fate) {
        rehearsal.wire().once(Moment.of(PATCH, fate));
        assertThat(rehearsal.apply()).isEqualTo(new Applied(Outcome.APPLIED, List.of(), true));
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ);
        rehearsal.assertStable(Choices.NONE);
    }

    @ParameterizedTest
    @CsvSource({"REQUEST_LOST", "REFUSED"})
    void changeThatIsNotThereIsToldAndNotSentAgain(Fate fate) {
        rehearsal.wire().once(Moment.of(PATCH, fate));
        Fault fault = rehearsal.refused();
        String cause = fate == Fate.REFUSED ? "503 Service Unavailable." : BROKE;
        assertThat(fault).hasMessage(changing() + cause + " A second read shows that the change was not applied.");
        assertThat(fault.remedy()).isEqualTo("Run the goal again.");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ);
        rehearsal.applyTwice();
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLY_LOST", "REQUEST_LOST"})
    void changeOfSomebodyElseMeanwhileIsTold(Fate fate) {
        rehearsal.wire().once(Moment.of(PATCH, fate, () -> rehearsal.set("from", "\"+15550100009\"")));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault)
                .hasMessage(changing() + BROKE
                        + " A second read shows neither the old options nor the new ones: somebody else changed"
                        + " the connection in the meantime.");
        assertThat(fault.remedy()).isEqualTo("Run the plan goal to see what the connection holds now.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
        assertThat(rehearsal.live("from")).isEqualTo("\"+15550100009\"");
    }

    @Test
    void editOfAnUnmanagedOptionAfterTheChangeDoesNotHideIt() {
        rehearsal.wire().once(Moment.of(PATCH, Fate.REPLY_LOST, () -> rehearsal.set("theirs", "1")));
        Applied applied = rehearsal.applyTwice();
        assertThat(applied.settled()).isTrue();
        assertThat(applied.resetByAuth0()).containsExactly(FieldPath.of("theirs"));
        assertThat(rehearsal.live("theirs")).isEqualTo("1");
    }

    @Test
    void readingThatFailsTooLeavesItUnknown() {
        rehearsal.wire().once(Moment.of(PATCH, Fate.REPLY_LOST));
        rehearsal.wire().once(Moment.of(READ, Fate.REFUSED));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault)
                .hasMessage(changing() + BROKE
                        + " A second read failed too, so it is unknown whether the change was applied.");
        assertThat(fault.remedy())
                .isEqualTo("When Auth0 can be reached again, run the plan goal: it shows what the connection holds.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
        rehearsal.assertStable(Choices.NONE);
    }

    @Test
    void lostReplyToTheRecordAloneIsSettledToo() {
        rehearsal.applyTwice();
        rehearsal.top("metadata", any -> Tree.EMPTY);
        rehearsal.wire().once(Moment.of(PATCH, Fate.REPLY_LOST));
        assertThat(rehearsal.applyTwice().settled()).isTrue();
        rehearsal.top("metadata", any -> Tree.EMPTY);
        rehearsal.wire().once(Moment.of(PATCH, Fate.REQUEST_LOST));
        assertThat(rehearsal.refused().outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
    }

    @Test
    void lostReplyToAReadWritesNothing() {
        rehearsal.wire().once(Moment.of(LIST, Fate.REPLY_LOST));
        assertThat(rehearsal.refused().outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
    }

    /** Only reading shows that an error answer is true. */
    @Test
    void refusalIsToldAsItCameAndCheckedByReading() {
        rehearsal.wire().once(Moment.of(PATCH, Fate.LIMITED));
        Fault fault = rehearsal.refused();
        assertThat(fault).hasMessage(changing() + "429 Too Many Requests");
        assertThat(fault.remedy())
                .isEqualTo("Run the goal again in a second; other programs that use the tenant's Management API share"
                        + " its limit.");
        assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ);
    }

    @Test
    void refusalOfAConnectionThatIsGoneLeavesItUnknown() {
        rehearsal
                .wire()
                .once(Moment.before(PATCH, () -> rehearsal.sandbox().tenant().remove(SMS)));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault.problem())
                .startsWith(changing() + "404 Not Found")
                .endsWith(" A second read failed too, so it is unknown whether the change was applied.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_LOST", "LIMITED"})
    void editBesideAChangeThatIsNotThereIsToldAsOne(Fate fate) {
        rehearsal.wire().once(Moment.of(PATCH, fate, () -> rehearsal.set("theirs", "1")));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault)
                .hasMessage("The connection was changed in Auth0 after the plan was made. Nothing was written.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rehearsal.metadata()).isEmpty();
    }

    @Test
    void replyWithOtherValuesIsAnError() {
        rehearsal.wire().once(Moment.of(PATCH, Fate.DELIVERED).meddling(reply -> reply.replace("+61491570156", "+1")));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault).hasMessage("Auth0 accepted the change but returned different values at from.");
        assertThat(fault.remedy()).isEqualTo("Run the plan goal to see what the connection holds now.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
    }

    @Test
    void replyWithoutTheRecordIsAnError() {
        rehearsal
                .wire()
                .once(Moment.of(PATCH, Fate.DELIVERED).meddling(reply -> reply.replace("messagemedia_default", "x")));
        Fault fault = catchThrowableOfType(Fault.class, rehearsal::apply);
        assertThat(fault).hasMessage("Auth0 accepted the options but did not return the applied record that was sent.");
        assertThat(fault.remedy()).isEqualTo("Run the plan goal: it shows whether the record must be written again.");
        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
    }

    @Test
    void otherSpellingInTheReplyIsTheSameValue() {
        rehearsal.describe(MESSAGE_MEDIA, "options: {forward_req_info: true, totp: {length: 8}}\n");
        rehearsal
                .wire()
                .once(Moment.of(PATCH, Fate.DELIVERED)
                        .meddling(reply -> reply.replace("\"length\":8", "\"length\":8.0")
                                .replace("\"forward_req_info\":true", "\"forward_req_info\":\"true\"")));
        assertThat(rehearsal.applyTwice().outcome()).isEqualTo(Outcome.APPLIED);
    }
}
