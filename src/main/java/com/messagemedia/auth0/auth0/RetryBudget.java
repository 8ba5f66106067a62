package com.messagemedia.auth0.auth0;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How long a goal may retry in all, from its first request, and who hears about each wait.
 *
 * @param deadline the moment after which there is no retry
 * @param firstWait the wait after the first failure if Auth0 names none; it doubles with each failure
 * @param waiting receives one sentence for each wait, also from several threads
 * @param clock the clock for the deadline
 * @param pause lets the time of a wait pass
 */
public record RetryBudget(
        Instant deadline, Duration firstWait, Consumer<String> waiting, InstantSource clock, Pause pause) {

    /** The shortest period in which Auth0's rate limits refill. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** Lets time pass between two attempts. */
    public interface Pause {

        /**
         * Returns when this time is over.
         *
         * @throws InterruptedException if the thread is interrupted, before or meanwhile
         */
        void take(Duration time) throws InterruptedException;
    }

    /** The thread sleeps. No lambda: every run would make its class. */
    private static final class Sleep implements Pause {

        private static final Pause INSTANCE = new Sleep();

        @Override
        public void take(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
    }

    /** Retries for this long from now. */
    public static RetryBudget of(Duration time, Consumer<String> waiting) {
        return of(time, waiting, InstantSource.system());
    }

    /** Retries for this long from now, by a clock that may stand still between two parts of the work. */
    public static RetryBudget of(Duration time, Consumer<String> waiting, InstantSource clock) {
        return new RetryBudget(clock.instant().plus(time), FIRST_WAIT, waiting, clock, Sleep.INSTANCE);
    }

    /** Announces a wait, its reason and its length. */
    void announce(ManagementException failure, Duration wait) {
        long seconds = Math.max(1, Math.round(wait.toMillis() / 1000.0));
        waiting.accept(failure.sentence() + " Trying again in " + seconds + (seconds == 1 ? " second." : " seconds."));
    }

    /** The remaining time; empty if there must be no retry. */
    Optional<Duration> left() {
        Instant now = clock.instant();
        return now.isBefore(deadline) ? Optional.of(Duration.between(now, deadline)) : Optional.empty();
    }
}
