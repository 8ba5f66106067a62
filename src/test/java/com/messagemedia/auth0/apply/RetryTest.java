package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.LIST;
import static com.messagemedia.auth0.testing.Rehearsal.PATCH;
import static com.messagemedia.auth0.testing.Rehearsal.READ;
import static com.messagemedia.auth0.testing.Rehearsal.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.auth0.RetryBudget;
import com.messagemedia.auth0.auth0.ShortWaits;
import com.messagemedia.auth0.delivery.PlanExecutor.Applied;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is tried again, what is not, and that no write is repeated without reading first. */
class RetryTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> waits = new ArrayList<>();

    private Rehearsal rehearsal() {
        return Rehearsal.in(folder).describe(Rehearsal.MESSAGE_MEDIA);
    }

    private Choices patient() {
        return patient(InstantSource.fixed(NOW));
    }

    private Choices patient(InstantSource clock) {
        return Choices.NONE.with(ShortWaits.until(NOW.plusSeconds(60), waits::add, clock));
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "LIMITED", "REQUEST_LOST", "REPLY_LOST", "REPLY_REPLACED"})
    void readThatFailsForAPassingReasonIsMadeAgain(Fate fate) {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(LIST, fate));
            rehearsal.wire().once(Moment.of(LIST, fate));
            Applied applied = rehearsal.apply(patient());
            assertThat(applied.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, LIST, LIST, PATCH);
        }
    }

    @Test
    void requestThatBeginsInTheLastSecondIsMade() {
        RetryBudget halfASecond = ShortWaits.of(Duration.ofMillis(500), Duration.ofSeconds(1), waits::add);
        try (Rehearsal rehearsal = rehearsal()) {
            assertThat(rehearsal.apply(Choices.NONE.with(halfASecond)).outcome())
                    .isEqualTo(Outcome.APPLIED);
            assertThat(waits).isEmpty();
        }
    }

    @Test
    void eachWaitIsToldWithItsReason() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(TOKEN, Fate.REFUSED));
            rehearsal.apply(patient());
            assertThat(waits)
                    .containsExactly("Getting a Management API token from "
                            + rehearsal.sandbox().address().domain()
                            + " failed: 503 Service Unavailable. Trying again in 1 second.");
            assertThat(rehearsal.requests()).containsExactly(TOKEN, TOKEN, LIST, PATCH);
        }
    }

    @Test
    void writeThatWasRefusedIsMadeAgainAfterReading() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(PATCH, Fate.LIMITED));
            assertThat(rehearsal.apply(patient()).outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ, READ, PATCH);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "REQUEST_LOST"})
    void writeThatGotLostIsSettledThenMadeAgain(Fate fate) {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(PATCH, fate));
            assertThat(rehearsal.apply(patient()).outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ, READ, PATCH);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLY_REPLACED", "REPLY_LOST", "REPLY_LIMITED", "REPLY_FORBIDDEN", "REPLY_FOR_A_PROXY"})
    void writeThatWasProcessedIsNotMadeAgain(Fate fate) {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(PATCH, fate));
            assertThat(rehearsal.apply(patient()).settled()).isTrue();
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ);
        }
    }

    @Test
    void colleaguesEditDuringTheWaitStopsTheRepetition() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(PATCH, Fate.LIMITED, () -> rehearsal.set("name", "\"theirs\"")));
            Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(patient()));
            assertThat(fault)
                    .hasMessage("The connection was changed in Auth0 after the plan was made. Nothing was written.");
            assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, PATCH, READ);
        }
    }

    /** Each wait at least four fifths of 10, 20, 40 ... milliseconds: no more than five end within 300, and the last is cut. */
    @ParameterizedTest
    @EnumSource(names = {"LIMITED", "LIMITED_UNTIL_THE_PAST", "LIMITED_UNTIL_1970", "UNAVAILABLE_FOR_NO_TIME"})
    void serverThatAsksForNoWaitCausesNoStorm(Fate fate) {
        RetryBudget brief = ShortWaits.of(Duration.ofMillis(300), Duration.ofMillis(10), waits::add);
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().always(Moment.of(TOKEN, fate));
            Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(Choices.NONE.with(brief)));
            assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
            assertThat(rehearsal.requests()).hasSizeBetween(1, 7).containsOnly(TOKEN);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"LIMITED", "LIMITED_UNTIL_THE_PAST", "LIMITED_UNTIL_1970", "UNAVAILABLE_FOR_NO_TIME", "REFUSED"})
    void writeIsTriedAgainFiveTimesAtMost(Fate fate) {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().always(Moment.of(PATCH, fate));
            Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(patient()));
            assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
            assertThat(rehearsal.requests()).filteredOn(PATCH::equals).hasSize(6);
            assertThat(waits).hasSize(5);
        }
    }

    @Test
    void clientsAreEnabledSixTimesAtMost() {
        try (Rehearsal rehearsal = rehearsal().describe(Rehearsal.MESSAGE_MEDIA, "enabledClients: [ours]\n")) {
            rehearsal.wire().always(Moment.of(PATCH + "/clients", Fate.LIMITED));
            Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(patient()));
            assertThat(fault.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(rehearsal.requests())
                    .filteredOn(request -> request.equals(PATCH + "/clients"))
                    .hasSize(6);
        }
    }

    @Test
    void waitBeyondTheDeadlineIsNotBegun() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.wire().once(Moment.of(LIST, Fate.LIMITED_FOR_AN_HOUR));
            Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(patient()));
            assertThat(fault.problem()).contains("429");
            assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST);
            assertThat(waits).isEmpty();
        }
    }

    @Test
    void deadlineEndsAFailureThatDoesNotPass() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        try (Rehearsal rehearsal = rehearsal()) {
            for (int i = 0; i < 20; i++) {
                rehearsal.wire().once(Moment.of(LIST, Fate.REFUSED, () -> now.updateAndGet(at -> at.plusSeconds(20))));
            }
            Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply(patient(now::get)));
            assertThat(fault.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, LIST, LIST);
        }
    }

    @Test
    void expiredTokenIsReplacedOnce() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        SandboxSettings settings = SandboxSettings.inMemory().withClock(now::get);
        try (Rehearsal rehearsal = Rehearsal.in(folder, settings).describe(Rehearsal.MESSAGE_MEDIA)) {
            rehearsal.wire().once(Moment.before(LIST, () -> now.updateAndGet(at -> at.plus(Duration.ofDays(2)))));
            rehearsal.apply(patient());
            assertThat(rehearsal.requests()).containsExactly(TOKEN, LIST, TOKEN, LIST, PATCH);
        }
    }

    @Test
    void wrongCredentialsAreNotTriedAgain() {
        try (Rehearsal rehearsal = rehearsal()) {
            rehearsal.variable("WRONG", "wrong-client-secret");
            String text = "version: 1\ntenant:\n  domain: "
                    + rehearsal.sandbox().address().domain()
                    + "\n  clientId: sandbox-client-id\n  clientSecret: ${env.WRONG}\n";
            rehearsal.describeWhole(text + Rehearsal.MESSAGE_MEDIA);
            assertThat(catchThrowableOfType(Fault.class, () -> rehearsal.apply(patient())))
                    .isNotNull();
            assertThat(rehearsal.requests()).containsExactly(TOKEN);
        }
    }
}
