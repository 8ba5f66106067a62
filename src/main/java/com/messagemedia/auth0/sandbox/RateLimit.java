package com.messagemedia.auth0.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * How many Management API requests a tenant answers (Auth0's documentation, "Rate Limit Configurations"). Each budget is a
 * bucket of tokens; an empty one answers 429.
 *
 * @param readConnections the budget of reading connections alone; empty where it shares the other one
 * @param everythingElse the budget of all other requests
 */
public record RateLimit(Optional<Budget> readConnections, Budget everythingElse) {

    /** A Free tenant: 2 at once, 2 a second. */
    public static final RateLimit FREE = global(new Budget(2, 2, Duration.ofSeconds(1)));

    /** An Essentials or Professional tenant: 5 reads of connections at once and 50 a minute; else 10, and 150 a minute. */
    public static final RateLimit ESSENTIALS = new RateLimit(
            Optional.of(new Budget(5, 50, Duration.ofMinutes(1))), new Budget(10, 150, Duration.ofMinutes(1)));

    /** An Enterprise production tenant: 50 at once, 16 a second. No single plan or apply ever meets it. */
    public static final RateLimit ENTERPRISE = global(new Budget(50, 16, Duration.ofSeconds(1)));

    /** One budget for all requests. */
    public static RateLimit global(Budget budget) {
        return new RateLimit(Optional.empty(), budget);
    }

    /**
     * A bucket of tokens.
     *
     * @param burst how many it holds, and so how many requests can come at once
     * @param sustained how many are added in each period, evenly spread
     * @param period the period
     */
    public record Budget(int burst, int sustained, Duration period) {

        /** Refuses anything that is not positive with {@link IllegalArgumentException}. */
        public Budget {
            if (burst < 1 || sustained < 1 || period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("burst, sustained rate and period must be positive");
            }
        }

        /** How long one more token takes. */
        Duration interval() {
            return period.dividedBy(sustained);
        }
    }

    /** A bucket of tokens that fills evenly; each request takes one. */
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

        /** Takes a token and answers with the headers of the reply; an empty bucket refuses with the same headers. */
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
            // A full bucket stops counting, so that the next token is due one whole interval after the next request.
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
