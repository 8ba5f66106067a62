package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.testing.Choices;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An apply that is killed after any of its requests: the next one carries on, without a question and without a conflict. */
final class PhoneKillTest extends PhoneRehearsal {

    /** More requests than an apply with two templates makes. */
    private static final int MOST = 24;

    static Stream<Arguments> kills() {
        return Stream.of(
                        PhoneStep.CREATE_TEMPLATE,
                        PhoneStep.UPDATE_ACTION,
                        PhoneStep.CHANGE_SECRET,
                        PhoneStep.UPDATE_TEMPLATE)
                .flatMap(step -> IntStream.range(1, MOST).mapToObj(requests -> Arguments.of(step, requests)));
    }

    @ParameterizedTest(name = "{0}, after request {1}")
    @MethodSource("kills")
    void theNextApplyCarriesOn(PhoneStep step, int requests) {
        step.on(this);
        rehearsal.wire().only(requests);
        Throwable killed = catchThrowable(() -> rehearsal.apply());
        assertThat(killed == null || killed instanceof Fault).isTrue();
        rehearsal.wire().all();
        boolean could = step != PhoneStep.CREATE_TEMPLATE;
        assertThat(colleague().getsACode() || !could).isTrue();
        assertThat(rehearsal.plan().plan().conflicts()).isEmpty();
        assertThat(rehearsal.apply(Choices.NONE).outcome()).isIn(Outcome.APPLIED, Outcome.NOTHING_TO_DO);
        assertThat(colleague().getsACode()).isTrue();
        assertSingle();
        assertStable();
    }
}
