package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.management.ManagementException;
import com.messagemedia.auth0.management.ManagementException.Kind;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tries again what failed for a reason that passes: rate limits, failing servers, broken connections. It waits as long as
 * Auth0 asks, else twice as long each time with some jitter, and never beyond the deadline. What it tries must be harmless
 * when it is done twice.
 */
final class Retry {

    private static final Set<Kind> PASSING =
            Set.of(Kind.RATE_LIMITED, Kind.SERVER_ERROR, Kind.TIMEOUT, Kind.CONNECTION_LOST, Kind.UNREACHABLE);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final double JITTER = 0.2;
    private static final Duration NOT_SAID = Duration.ofNanos(-1);

    private final Patience patience;

    Retry(Patience patience) {
        this.patience = patience;
    }

    <T> T call(Supplier<T> attempt) {
        Optional<Duration> left = patience.left();
        if (left.isEmpty()) {
            return attempt.get();
        }
        return Failsafe.with(policy(left.get())).get(attempt::get);
    }

    private RetryPolicy<Object> policy(Duration left) {
        RetryPolicyBuilder<Object> policy = RetryPolicy.builder()
                .handleIf(this::isWorthAnotherTry)
                .withMaxAttempts(-1)
                .withMaxDuration(left)
                .withJitter(JITTER)
                .withDelayFnOn(context -> wanted(context.getLastException()), ManagementException.class)
                .onRetryScheduled(event -> announce(event.getLastException(), event.getDelay()));
        return withBackoff(policy, left).build();
    }

    private RetryPolicyBuilder<Object> withBackoff(RetryPolicyBuilder<Object> policy, Duration left) {
        Duration longest = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
        return longest.compareTo(patience.firstWait()) <= 0
                // Failsafe takes no delay that is as long as all the time there is.
                ? policy.withDelay(longest.dividedBy(2))
                : policy.withBackoff(patience.firstWait(), longest);
    }

    /** What Auth0 asks for, and a little more, so that jitter never makes it less; negative where it asks for nothing. */
    private static Duration wanted(Throwable failure) {
        return failure instanceof ManagementException refused
                ? refused.retryAfter().map(wait -> wait.plus(wait.dividedBy(4))).orElse(NOT_SAID)
                : NOT_SAID;
    }

    /** A wait that Auth0 asks for and that would end after the deadline is not begun. */
    private boolean isWorthAnotherTry(Throwable failure) {
        return failure instanceof ManagementException refused
                && PASSING.contains(refused.kind())
                && patience.left()
                        .filter(left ->
                                refused.retryAfter().orElse(Duration.ZERO).compareTo(left) < 0)
                        .isPresent();
    }

    private void announce(Throwable failure, Duration delay) {
        if (failure instanceof ManagementException refused && !delay.isZero()) {
            long seconds = Math.max(1, Math.round(delay.toMillis() / 1000.0));
            patience.waiting()
                    .accept(Refusals.sentence(refused) + " Trying again in " + seconds
                            + (seconds == 1 ? " second." : " seconds."));
        }
    }
}
