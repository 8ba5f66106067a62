package com.messagemedia.auth0.auth0;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long a goal goes on trying in all, from its first request on, and who is told when it waits.
 *
 * @param deadline the moment after which nothing is tried again
 * @param firstWait the wait after a first failure where Auth0 names none; it doubles with each further one
 * @param waiting receives one sentence for each wait
 * @param clock the time that counts
 */
public record RetryBudget(Instant deadline, Duration firstWait, Consumer<String> waiting, InstantSource clock) {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** Tries everything once. */
    public static RetryBudget none() {
        return new RetryBudget(Instant.MIN, FIRST_WAIT, sentence -> {}, InstantSource.system());
    }

    /** Goes on for this long from now. */
    public static RetryBudget of(Duration time, Consumer<String> waiting) {
        InstantSource clock = InstantSource.system();
        return new RetryBudget(clock.instant().plus(time), FIRST_WAIT, waiting, clock);
    }

    /** Tells who waits, for what reason and for how long. */
    void announce(ManagementException failure, Duration wait) {
        long seconds = Math.max(1, Math.round(wait.toMillis() / 1000.0));
        waiting.accept(failure.sentence() + " Trying again in " + seconds + (seconds == 1 ? " second." : " seconds."));
    }

    /** How much is left; empty where nothing is to be tried again. */
    Optional<Duration> left() {
        Instant now = clock.instant();
        return now.isBefore(deadline) ? Optional.of(Duration.between(now, deadline)) : Optional.empty();
    }
}
