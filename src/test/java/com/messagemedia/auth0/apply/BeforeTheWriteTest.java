package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static com.messagemedia.auth0.testing.Rehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.RehearsalTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an apply does between the plan and the write for a caller who has more to do, such as to keep a backup. */
final class BeforeTheWriteTest extends RehearsalTest {

    private final List<List<String>> sentBefore = new ArrayList<>();

    private Applied apply(boolean asked, Runnable meanwhile) {
        return rehearsal.with(Choices.NONE, planner -> {
            PreparedChange planned = planner.planToApply();
            meanwhile.run();
            return new Apply(planner).run(planned, Approval.NOBODY, asked, () -> sentBefore.add(rehearsal.requests()));
        });
    }

    @Test
    void itComesRightBeforeTheWriteAndNotWhereNothingIsWritten() {
        apply(false, () -> {});
        assertThat(sentBefore).containsExactly(List.of(TOKEN, LIST));
        assertThat(rehearsal.requests()).containsExactly(PATCH);
        assertThat(apply(false, () -> {}).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(sentBefore).hasSize(1);
    }

    @Test
    void itComesAfterTheLastLookWhereSomebodyWasAsked() {
        apply(true, () -> {});
        assertThat(sentBefore).containsExactly(List.of(TOKEN, LIST, READ));
        assertThat(rehearsal.requests()).containsExactly(PATCH);
    }

    @Test
    void editWhileSomebodyWasAskedStopsItAndTheWrite() {
        Fault fault = catchThrowableOfType(
                Fault.class, () -> apply(true, () -> rehearsal.set("template", "\"Theirs @@password@@\"")));
        assertThat(fault)
                .hasMessage("The connection was changed in Auth0 after the plan was made. Nothing was written.");
        assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(sentBefore).isEmpty();
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, READ);
    }

    @Test
    void whatItThrowsStopsTheWrite() {
        Fault full = new Fault("The disk is full.", "Make room.");
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> rehearsal.with(
                        Choices.NONE,
                        planner -> new Apply(planner).run(planner.planToApply(), Approval.NOBODY, false, () -> {
                            throw full;
                        })));
        assertThat(fault).isSameAs(full);
        assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
        assertThat(rehearsal.metadata()).isEmpty();
    }

    /** The list is then not of one moment, so that an edit between its pages would be overwritten. */
    @Test
    void furtherPageOfConnectionsMakesItReadAgain() {
        for (int more = 0; more < 100; more++) {
            rehearsal.sandbox().tenant().add((Tree) json(
                    "{\"id\":\"con_More%016d\",\"name\":\"more%d\",\"strategy\":\"sms\",\"options\":{\"from\":\"x\"}}"
                            .formatted(more, more)));
        }
        rehearsal.wire().once(Moment.after(LIST, () -> rehearsal.set("template", "\"Theirs @@password@@\"")));
        assertThat(catchThrowableOfType(Fault.class, rehearsal::apply))
                .hasMessage("The connection was changed in Auth0 after the plan was made. Nothing was written.");
        assertThat(rehearsal.requests()).hasSize(4).endsWith(READ);
        rehearsal.apply();
        assertThat(rehearsal.requests()).hasSize(5).endsWith(READ, PATCH);
        assertThat(rehearsal.live("template")).isEqualTo("\"Theirs @@password@@\"");
        rehearsal.assertStable(Choices.NONE);
    }
}
