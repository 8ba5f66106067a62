package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.PassingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long a goal may retry in all, from its first request, and who hears about each wait.
 *
 * @param deadline the moment after which there is no retry
 * @param firstWait the wait after the first failure if Auth0 names none; it doubles with each failure
 * @param waiting receives one sentence for each wait, also from several threads
 * @param time the time for the deadline and the waits
 */
public record RetryBudget(Instant deadline, Duration firstWait, Consumer<String> waiting, PassingTime time) {

    /** The shortest period in which Auth0's rate limits refill. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** Retries for this long from now, by a time that may stand still between two parts of the work. */
    public static RetryBudget of(Duration length, Consumer<String> waiting, PassingTime time) {
        return new RetryBudget(time.instant().plus(length), FIRST_WAIT, waiting, time);
    }

    /** Announces a wait, its reason and its length. */
    void announce(ManagementException failure, Duration wait) {
        long seconds = Math.max(1, Math.round(wait.toMillis() / 1000.0));
        waiting.accept(failure.sentence() + " Trying again in " + seconds + (seconds == 1 ? " second." : " seconds."));
    }

    /** The remaining time; empty if there must be no retry. */
    Optional<Duration> left() {
        Instant now = time.instant();
        return now.isBefore(deadline) ? Optional.of(Duration.between(now, deadline)) : Optional.empty();
    }
}
