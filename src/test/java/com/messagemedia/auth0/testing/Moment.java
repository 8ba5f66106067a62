package com.messagemedia.auth0.testing;

import java.util.function.UnaryOperator;

/**
 * What happens to one request: something before the tenant sees it, something after the tenant processed it, and the fate of
 * request and reply.
 *
 * @param request the method and the beginning of the path, such as {@code PATCH /api/v2/connections/}
 * @param meddle what becomes of the reply's body on its way
 */
public record Moment(String request, Runnable before, Runnable after, Fate fate, UnaryOperator<String> meddle) {

    private static final Runnable NOTHING = () -> {};

    /** What becomes of a request and its reply. */
    public enum Fate {
        /** Processed, and the reply arrives. */
        DELIVERED,
        /** Processed, and the connection breaks before the reply. */
        REPLY_LOST,
        /** Processed, and a 503 arrives in place of the reply. */
        REPLY_REPLACED,
        /** The connection breaks before the tenant sees the request. */
        REQUEST_LOST,
        /** A 503 arrives and the tenant never sees the request. */
        REFUSED,
        /** A 429 arrives that asks for no wait; the tenant never sees the request. */
        LIMITED,
        /** A 429 arrives that asks for a wait of an hour; the tenant never sees the request. */
        LIMITED_FOR_AN_HOUR;

        boolean isProcessed() {
            return this == DELIVERED || this == REPLY_LOST || this == REPLY_REPLACED;
        }

        boolean isLost() {
            return this == REPLY_LOST || this == REQUEST_LOST;
        }
    }

    public static Moment before(String request, Runnable act) {
        return new Moment(request, act, NOTHING, Fate.DELIVERED, UnaryOperator.identity());
    }

    public static Moment after(String request, Runnable act) {
        return new Moment(request, NOTHING, act, Fate.DELIVERED, UnaryOperator.identity());
    }

    public static Moment of(String request, Fate fate) {
        return new Moment(request, NOTHING, NOTHING, fate, UnaryOperator.identity());
    }

    public static Moment of(String request, Fate fate, Runnable after) {
        return new Moment(request, NOTHING, after, fate, UnaryOperator.identity());
    }

    /** This moment, with a reply that says something else than the tenant did. */
    public Moment meddling(UnaryOperator<String> body) {
        return new Moment(request, before, after, fate, body);
    }
}
