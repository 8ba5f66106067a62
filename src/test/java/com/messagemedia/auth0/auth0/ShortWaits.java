package com.messagemedia.auth0.auth0;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
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
        return new RetryBudget(deadline, Duration.ofMillis(1), waiting, clock, time -> {});
    }

    /**
     * A budget by a clock that moves with each wait, and not otherwise.
     *
     * @param time the time for all waits
     * @param firstWait the first wait
     */
    public static RetryBudget of(Duration time, Duration firstWait, Consumer<String> waiting) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        return new RetryBudget(
                Instant.EPOCH.plus(time),
                firstWait,
                waiting,
                now::get,
                wait -> now.updateAndGet(before -> before.plus(wait)));
    }
}
