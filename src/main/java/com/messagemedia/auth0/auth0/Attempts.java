package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The attempts of one operation, which its caller repeats in a loop. Temporary failures are retried: rate limits,
 * server errors, lost connections. An expired token is replaced, and the operation is retried at once. Each wait is
 * twice as long as the one before, with jitter. It is never shorter than the wait that Auth0 asks for, and never goes
 * beyond the deadline. The operation must be safe to repeat.
 */
public final class Attempts {

    /** For an operation that only reads: only the deadline limits it. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

    /**
     * For an operation that writes: the first attempt and at most five more. Without a request of Auth0, the five
     * waits take about 31 seconds.
     */
    static final int MOST_WRITES = 6;

    private static final Set<Kind> PASSING =
            Set.of(Kind.RATE_LIMITED, Kind.SERVER_ERROR, Kind.TIMEOUT, Kind.CONNECTION_LOST, Kind.UNREACHABLE);
    /** The longest wait if Auth0 asks for none: a longer one would mostly lose time. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** 2^20 seconds is far beyond the longest wait, and the shift does not overflow. */
    private static final int MOST_DOUBLINGS = 20;
    /** Each wait varies by up to 20 percent, so that several builds do not retry at the same moment. */
    private static final double JITTER = 0.2;

    private final Optional<RetryBudget> budget;
    private final TokenSource tokens;
    private final int most;
    private int failures;
    private boolean freshToken;

    /**
     * The attempts of an operation that begins now.
     *
     * @param budget how long to retry; if empty, there is one attempt
     * @param most the most attempts
     */
    Attempts(Optional<RetryBudget> budget, TokenSource tokens, int most) {
        this.budget = budget;
        this.tokens = tokens;
        this.most = most;
    }

    /**
     * Waits as long as this failure requires, and returns when the caller may try again.
     *
     * @throws ManagementException this failure, if the caller must not try again
     */
    public void waitAfter(ManagementException failure) {
        RetryBudget given = budget.orElseThrow(() -> failure);
        if (failure.kind() == Kind.EXPIRED_TOKEN && !freshToken && tokens.forget()) {
            freshToken = true;
            return;
        }
        failures++;
        Duration left = given.left().orElseThrow(() -> failure);
        // If Auth0 asks for a wait beyond the deadline, there is no wait.
        boolean inTime = failure.retryAfter().orElse(Duration.ZERO).compareTo(left) < 0;
        if (failures == most || !PASSING.contains(failure.kind()) || !inTime) {
            throw failure;
        }
        freshToken = false;
        Duration wait = jittered(wait(given.firstWait(), failures, failure.retryAfter()));
        pause(given, failure, wait.compareTo(left) < 0 ? wait : left);
    }

    /**
     * The wait after a number of failed attempts, before jitter. A server cannot shorten it: a requested wait of
     * zero, or until a time in the past, has no effect.
     *
     * @param first the wait after the first attempt
     * @param attempts how many attempts have failed, at least 1
     * @param asked the wait that the server asks for
     */
    static Duration wait(Duration first, int attempts, Optional<Duration> asked) {
        Duration grown = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration own = grown.compareTo(LONGEST_WAIT) < 0 ? grown : LONGEST_WAIT;
        // A quarter more than the server asks for: with a jitter of 20 percent it is never less.
        return asked.map(wait -> wait.plus(wait.dividedBy(4)))
                .filter(wait -> wait.compareTo(own) > 0)
                .orElse(own);
    }

    private static Duration jittered(Duration wait) {
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofNanos((long) (wait.toNanos() * factor));
    }

    private static void pause(RetryBudget budget, ManagementException failure, Duration wait) {
        budget.announce(failure, wait);
        try {
            budget.time().pass(wait);
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
