package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The attempts of one act, which its caller repeats in a loop. An act is tried again where its failure passes: rate limits,
 * failing servers, broken connections; and at once, with a fresh token, where the token has expired. Each wait is twice as long
 * as the one before, with some jitter, and never shorter than what Auth0 asks for; none goes beyond the deadline. The act must
 * be harmless when it is done twice.
 */
public final class Attempts {

    /** For an act that only reads. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

    /** For an act that writes: the first attempt, and at most five more. */
    static final int MOST_WRITES = 6;

    private static final Set<Kind> PASSING =
            Set.of(Kind.RATE_LIMITED, Kind.SERVER_ERROR, Kind.TIMEOUT, Kind.CONNECTION_LOST, Kind.UNREACHABLE);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 20;
    private static final double JITTER = 0.2;

    private final Optional<RetryBudget> budget;
    private final TokenSource tokens;
    private final int most;
    private int failures;
    private boolean freshToken;

    /**
     * The attempts of an act that begins now.
     *
     * @param budget how long they may go on; where empty, there is one
     * @param most how many there are at most
     */
    Attempts(Optional<RetryBudget> budget, TokenSource tokens, int most) {
        this.budget = budget;
        this.tokens = tokens;
        this.most = most;
    }

    /**
     * Waits as long as this failure asks for; returns when the act is to be tried again.
     *
     * @throws ManagementException this failure, where the act is not to be tried again
     */
    public void waitAfter(ManagementException failure) {
        RetryBudget given = budget.orElseThrow(() -> failure);
        if (failure.kind() == Kind.EXPIRED_TOKEN && !freshToken && tokens.forget()) {
            freshToken = true;
            return;
        }
        failures++;
        Duration left = given.left().orElseThrow(() -> failure);
        // A wait that Auth0 asks for and that would end after the deadline is not begun.
        boolean inTime = failure.retryAfter().orElse(Duration.ZERO).compareTo(left) < 0;
        if (failures == most || !PASSING.contains(failure.kind()) || !inTime) {
            throw failure;
        }
        freshToken = false;
        Duration wait = jittered(wait(given.firstWait(), failures, failure.retryAfter()));
        pause(given, failure, wait.compareTo(left) < 0 ? wait : left);
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

    private static Duration jittered(Duration wait) {
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofNanos((long) (wait.toNanos() * factor));
    }

    @SuppressWarnings("UnusedException") // Whoever interrupts wants an end; the failure says why there was a wait.
    private static void pause(RetryBudget budget, ManagementException failure, Duration wait) {
        budget.announce(failure, wait);
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
