package com.messagemedia.auth0.delivery.phone;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.Moment;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody changes the tenant between two steps of an apply: nothing of theirs is overwritten. */
final class PhoneColleaguesTest extends PhoneRehearsal {

    private static final String THEIR_PROVIDER =
            "{\"name\":\"custom\",\"disabled\":true,\"configuration\":{\"delivery_methods\":[\"voice\"]},\"credentials\":{}}";
    private static final String THEIR_TEMPLATE =
            "{\"type\":\"otp_verify\",\"disabled\":false,\"content\":{\"body\":{\"text\":\"theirs {{ code }}\"}}}";

    static Stream<Arguments> acts() {
        return Stream.of(
                act(
                        "provider after the binding",
                        BIND,
                        colleague -> colleague.send("POST", "branding/phone/providers", THEIR_PROVIDER),
                        "The resource phoneProvider was changed in Auth0 after the plan was made. Already written: action,"
                                + " binding. Not written: phoneProvider, phoneTemplate, the connection."),
                act(
                        "template after the provider",
                        "POST /api/v2/branding/phone/providers",
                        colleague -> colleague.send("POST", "branding/phone/templates", THEIR_TEMPLATE),
                        "The resource phoneTemplate was changed in Auth0 after the plan was made. Already written: action,"
                                + " binding, phoneProvider. Not written: phoneTemplate, the connection."),
                act(
                        "connection after the templates",
                        "POST /api/v2/branding/phone/templates",
                        colleague -> new Colleague(colleague.sandbox()).sets("theirs", Value.of(1)),
                        "The connection was changed in Auth0 after the plan was made. Already written: action, binding,"
                                + " phoneProvider, phoneTemplate. Not written: the connection."));
    }

    private static Arguments act(String name, String after, Consumer<PhoneColleague> act, String told) {
        return Arguments.of(Named.of(name, act), after, told);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void whatTheyDidStays(Consumer<PhoneColleague> act, String after, String told) {
        on(StartingTenant.MODERN, PHONE, PhoneStep.templates("one"));
        rehearsal.wire().once(Moment.after(after, () -> act.accept(colleague())));
        Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply());
        assertThat(fault.problem()).startsWith(told);
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
        assertThat(fault.remedy()).startsWith("Run the goal again: it plans from what Auth0 holds now.");
    }

    @Test
    void actionThatIsDeletedBeforeItsBindingIsMadeAgain() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.wire().once(Moment.before(BIND, () -> colleague().deleteAction()));
        Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply());
        assertThat(fault.outcome()).isEqualTo(Outcome.PARTLY_APPLIED);
        assertThat(rehearsal.apply()).isEqualTo(DONE);
        assertThat(colleague().getsACode()).isTrue();
        assertStable();
    }

    /** Each of the five readings waits in the tenant until all five have arrived. */
    @Test
    void readingsOfAPlanAreUnderWayAtTheSameTime() {
        on(StartingTenant.MODERN, PHONE);
        rehearsal.apply();
        List<String> readings = List.of(ACTIONS, BINDINGS, PROVIDERS, LIST, SETTINGS);
        CountDownLatch all = new CountDownLatch(readings.size());
        AtomicInteger met = new AtomicInteger();
        readings.forEach(reading -> rehearsal.wire().once(Moment.before(reading, () -> meet(all, met))));
        assertThat(rehearsal.apply()).isEqualTo(NOTHING);
        assertThat(met).hasValue(readings.size());
    }

    private static void meet(CountDownLatch all, AtomicInteger met) {
        all.countDown();
        try {
            if (all.await(2, TimeUnit.MINUTES)) {
                met.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
