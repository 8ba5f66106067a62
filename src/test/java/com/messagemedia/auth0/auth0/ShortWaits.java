package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.PassingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Budgets whose waits are over at once: a test hears of each wait and loses no time. */
public final class ShortWaits {

    private ShortWaits() {}

    /** A minute by a clock that stands still, so whatever passes is tried again until it has passed. */
    public static RetryBudget endless() {
        return until(Instant.EPOCH.plusSeconds(60), sentence -> {}, InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * A budget by a clock of the test's own, which no wait moves.
     *
     * @param deadline the moment after which there is no retry
     * @param waiting receives a sentence for each wait
     * @param clock tells the time
     */
    public static RetryBudget until(Instant deadline, Consumer<String> waiting, InstantSource clock) {
        return new RetryBudget(deadline, Duration.ofMillis(1), waiting, new NoWaits(clock));
    }

    /**
     * A budget by a clock that moves with each wait, and not otherwise.
     *
     * @param length the time for all waits
     * @param firstWait the first wait
     */
    public static RetryBudget of(Duration length, Duration firstWait, Consumer<String> waiting) {
        return new RetryBudget(Instant.EPOCH.plus(length), firstWait, waiting, new StillTime());
    }

    private record NoWaits(InstantSource clock) implements PassingTime {

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public void pass(Duration time) {
            // The clock goes its own way.
        }
    }
}
