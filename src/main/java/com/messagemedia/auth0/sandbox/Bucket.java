package com.messagemedia.auth0.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A bucket of tokens that fills evenly; each request takes one. */
final class Bucket {

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
            throw new Refusal(Refusal.of(429, "Global limit has been reached", "too_many_requests")
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
