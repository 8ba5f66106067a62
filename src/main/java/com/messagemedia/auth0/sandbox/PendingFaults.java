package com.messagemedia.auth0.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Faults that strike the next request to the Management API, each once. */
final class PendingFaults {

    /** Long enough for a person to see the goal wait. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final String API = "/api/v2/";

    /** What can strike. */
    enum Kind {
        /** The request is refused, because there were too many. */
        RATE_LIMIT,
        /** The request changes something, and its reply never arrives. */
        LOST_REPLY
    }

    private final InstantSource clock;
    private final Set<Kind> waiting = EnumSet.noneOf(Kind.class);
    private Runnable watcher = () -> {};

    PendingFaults(InstantSource clock) {
        this.clock = clock;
    }

    /** Tells this watcher of each fault that struck. */
    synchronized void watch(Runnable other) {
        watcher = other;
    }

    /** Lets a fault strike the next request that it can. */
    synchronized void await(Kind kind) {
        waiting.add(kind);
    }

    synchronized boolean isWaiting(Kind kind) {
        return waiting.contains(kind);
    }

    private boolean strikes(Kind kind, boolean possible) {
        Runnable struck;
        synchronized (this) {
            if (!possible || !waiting.remove(kind)) {
                return false;
            }
            struck = watcher;
        }
        struck.run();
        return true;
    }

    /** Refuses a request with 429 if that waits for one. */
    void refuse(HttpExchange exchange) {
        if (strikes(Kind.RATE_LIMIT, isOfApi(exchange))) {
            Instant end = clock.instant().plus(PAUSE);
            throw new ApiError(ApiError.of(429, "Global limit has been reached", "too_many_requests")
                    .reply()
                    .with(Map.of(
                            "x-ratelimit-limit", "50",
                            "x-ratelimit-remaining", "0",
                            "x-ratelimit-reset", Long.toString(end.getEpochSecond()))));
        }
    }

    /** Loses the reply to a request that changes something, if that waits for one. */
    void loseReply(HttpExchange exchange) throws IOException {
        boolean writes = !Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
        if (strikes(Kind.LOST_REPLY, writes && isOfApi(exchange))) {
            throw new IOException("the reply is lost");
        }
    }

    private static boolean isOfApi(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestURI().getRawPath()).startsWith(API);
    }
}
