package com.messagemedia.auth0.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant's limits for Management API requests (Auth0's documentation, "Rate Limit Configurations"). Each budget is
 * a token bucket. If it is empty, the tenant answers 429.
 *
 * @param readConnections the budget for reading connections; empty if it shares the other one
 * @param everythingElse the budget for all other requests
 */
public record RateLimit(Optional<Budget> readConnections, Budget everythingElse) {

    /** A Free tenant: a burst of 2, then 2 per second. */
    public static final RateLimit FREE = global(new Budget(2, 2, Duration.ofSeconds(1)));

    /**
     * An Essentials or Professional tenant: for reading connections a burst of 5 and 50 per minute; for other
     * requests a burst of 10 and 150 per minute.
     */
    public static final RateLimit ESSENTIALS = new RateLimit(
            Optional.of(new Budget(5, 50, Duration.ofMinutes(1))), new Budget(10, 150, Duration.ofMinutes(1)));

    /** An Enterprise production tenant: a burst of 50, then 16 per second. A single plan or apply never reaches it. */
    public static final RateLimit ENTERPRISE = global(new Budget(50, 16, Duration.ofSeconds(1)));

    /** One budget for all requests. */
    public static RateLimit global(Budget budget) {
        return new RateLimit(Optional.empty(), budget);
    }

    /**
     * The size of a token bucket.
     *
     * @param burst how many tokens it holds: the most requests at once
     * @param sustained how many tokens are added per period, evenly spread
     * @param period the period
     */
    public record Budget(int burst, int sustained, Duration period) {

        /** Refuses, with {@link IllegalArgumentException}, values that are not positive. */
        public Budget {
            if (burst < 1 || sustained < 1 || period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("burst, sustained rate and period must be positive");
            }
        }

        /** The time between two new tokens. */
        Duration interval() {
            return period.dividedBy(sustained);
        }
    }

    /** A token bucket that fills evenly. Each request takes one token. */
    static final class Bucket {

        private final RateLimit.Budget budget;
        private final InstantSource clock;
        private long tokens;
        private Instant filled;

        Bucket(RateLimit.Budget budget, InstantSource clock) {
            this.budget = budget;
            this.clock = clock;
            this.tokens = budget.burst();
            this.filled = clock.instant();
        }

        /** Takes a token and returns the headers of the reply. An empty bucket refuses with the same headers. */
        synchronized Map<String, String> take() {
            fill(clock.instant());
            if (tokens == 0) {
                throw new ApiError(ApiError.of(429, "Global limit has been reached", "too_many_requests")
                        .reply()
                        .with(headers()));
            }
            tokens--;
            return headers();
        }

        private void fill(Instant now) {
            Duration interval = budget.interval();
            long added = Math.max(0, Duration.between(filled, now).dividedBy(interval));
            boolean full = tokens + added >= budget.burst();
            tokens = full ? budget.burst() : tokens + added;
            // A full bucket stops counting: the next token comes one whole interval after the next request.
            filled = full && now.isAfter(filled) ? now : filled.plus(interval.multipliedBy(added));
        }

        private Map<String, String> headers() {
            Instant next = filled.plus(budget.interval());
            long reset = next.getEpochSecond() + (next.getNano() > 0 ? 1 : 0);
            return Map.of(
                    "x-ratelimit-limit", Integer.toString(budget.burst()),
                    "x-ratelimit-remaining", Long.toString(tokens),
                    "x-ratelimit-reset", Long.toString(reset));
        }
    }
}
