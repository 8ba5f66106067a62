package com.messagemedia.auth0.testing;

import java.util.Map;
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
        /** Processed, and a 429 arrives in place of the reply. */
        REPLY_LIMITED,
        /** Processed, and a 403 arrives in place of the reply. */
        REPLY_FORBIDDEN,
        /** Processed, and a 407 arrives in place of the reply, which only a proxy may send. */
        REPLY_FOR_A_PROXY,
        /** The connection breaks before the tenant sees the request. */
        REQUEST_LOST,
        /** A 503 arrives and the tenant never sees the request. */
        REFUSED,
        /** A 429 arrives that asks for no wait; the tenant never sees the request. */
        LIMITED,
        /** A 429 arrives that asks for a wait until a time that is over; the tenant never sees the request. */
        LIMITED_UNTIL_THE_PAST,
        /** A 429 arrives whose limit was reset in 1970; the tenant never sees the request. */
        LIMITED_UNTIL_1970,
        /** A 503 arrives that asks for no wait; the tenant never sees the request. */
        UNAVAILABLE_FOR_NO_TIME,
        /** A 429 arrives that asks for a wait of an hour; the tenant never sees the request. */
        LIMITED_FOR_AN_HOUR,
        /** A 400 arrives that says that the Action is not deployed yet; the tenant never sees the request. */
        NOT_DEPLOYED_YET;

        boolean isProcessed() {
            return this == DELIVERED || name().startsWith("REPLY_");
        }

        /** The status of the answer that arrives in place of the tenant's. */
        int status() {
            return switch (this) {
                case NOT_DEPLOYED_YET -> 400;
                case REPLY_FORBIDDEN -> 403;
                case REPLY_FOR_A_PROXY -> 407;
                case REPLY_LIMITED, LIMITED, LIMITED_UNTIL_THE_PAST, LIMITED_UNTIL_1970, LIMITED_FOR_AN_HOUR -> 429;
                default -> 503;
            };
        }

        /** The header that says when to come back; empty where there is none. */
        Map<String, String> header() {
            return switch (this) {
                case LIMITED, UNAVAILABLE_FOR_NO_TIME -> Map.of("Retry-After", "0");
                case LIMITED_UNTIL_THE_PAST -> Map.of("Retry-After", "Mon, 02 Nov 2015 10:00:00 GMT");
                case LIMITED_UNTIL_1970 -> Map.of("X-RateLimit-Reset", "0");
                case LIMITED_FOR_AN_HOUR -> Map.of("Retry-After", "3600");
                case REPLY_LIMITED -> Map.of("Retry-After", "1");
                default -> Map.of();
            };
        }

        /** The body of the answer that arrives in place of the tenant's. */
        String body() {
            return this == NOT_DEPLOYED_YET
                    ? "{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"The action has not been deployed yet\"}"
                    : "";
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
