package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.management.ManagementException;
import com.messagemedia.auth0.management.ManagementException.Kind;
import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tries again what failed for a reason that passes: rate limits, failing servers, broken connections. Each wait is twice as long
 * as the one before, with some jitter, and never shorter than what Auth0 asks for; none goes beyond the deadline. What it tries
 * must be harmless when it is done twice.
 */
final class Retry {

    private static final Set<Kind> PASSING =
            Set.of(Kind.RATE_LIMITED, Kind.SERVER_ERROR, Kind.TIMEOUT, Kind.CONNECTION_LOST, Kind.UNREACHABLE);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 20;
    private static final int MOST_WRITES = 6;
    private static final int NO_LIMIT = -1;
    private static final double JITTER = 0.2;

    private final Patience patience;

    Retry(Patience patience) {
        this.patience = patience;
    }

    /** Tries a read until it succeeds or the deadline is near. */
    <T> T read(Supplier<T> attempt) {
        return call(attempt, NO_LIMIT);
    }

    /** Tries a write, and at most five times more. */
    <T> T write(Supplier<T> attempt) {
        return call(attempt, MOST_WRITES);
    }

    /** How much time is left; empty where nothing is tried again. */
    Optional<Duration> left() {
        return patience.left();
    }

    private <T> T call(Supplier<T> attempt, int mostAttempts) {
        Optional<Duration> left = patience.left();
        if (left.isEmpty()) {
            return attempt.get();
        }
        return Failsafe.with(policy(left.get(), mostAttempts)).get(attempt::get);
    }

    private RetryPolicy<Object> policy(Duration left, int mostAttempts) {
        return RetryPolicy.builder()
                .handleIf(this::isWorthAnotherTry)
                .withMaxAttempts(mostAttempts)
                .withMaxDuration(left)
                .withJitter(JITTER)
                .withDelayFnOn(this::wait, ManagementException.class)
                .onRetryScheduled(event -> announce(event.getLastException(), event.getDelay()))
                .build();
    }

    private Duration wait(ExecutionContext<?> context) {
        return wait(patience.firstWait(), context.getAttemptCount(), asked(context.getLastException()));
    }

    /**
     * The wait after a number of attempts, before jitter. A server that asks for no wait, or for one until a moment that has
     * passed, does not shorten it.
     *
     * @param first the wait after the first attempt
     * @param attempts how many attempts have failed, from one on
     * @param asked what the server asks for
     */
    static Duration wait(Duration first, int attempts, Optional<Duration> asked) {
        Duration grown = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration own = grown.compareTo(LONGEST_WAIT) < 0 ? grown : LONGEST_WAIT;
        // A little more than the server asks for, so that jitter never makes it less.
        return asked.map(wait -> wait.plus(wait.dividedBy(4)))
                .filter(wait -> wait.compareTo(own) > 0)
                .orElse(own);
    }

    private static Optional<Duration> asked(Throwable failure) {
        return failure instanceof ManagementException refused ? refused.retryAfter() : Optional.empty();
    }

    /** A wait that Auth0 asks for and that would end after the deadline is not begun. */
    private boolean isWorthAnotherTry(Throwable failure) {
        return failure instanceof ManagementException refused
                && PASSING.contains(refused.kind())
                && patience.left()
                        .filter(left -> asked(refused).orElse(Duration.ZERO).compareTo(left) < 0)
                        .isPresent();
    }

    private void announce(Throwable failure, Duration delay) {
        if (failure instanceof ManagementException refused) {
            long seconds = Math.max(1, Math.round(delay.toMillis() / 1000.0));
            patience.waiting()
                    .accept(Refusals.sentence(refused) + " Trying again in " + seconds
                            + (seconds == 1 ? " second." : " seconds."));
        }
    }
}
