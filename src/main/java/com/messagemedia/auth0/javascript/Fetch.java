package com.messagemedia.auth0.javascript;

import java.time.Duration;
import java.util.Map;

/** Answers the requests that an Action makes with {@code fetch}. */
@FunctionalInterface
public interface Fetch {

    /** Answers one request. It may block; the time that this takes does not count as the Action's time. */
    Answer fetch(Request request);

    /**
     * A request of an Action.
     *
     * @param method the method, in capitals
     * @param url the address
     * @param headers the headers by their names in small letters
     * @param body the body; empty if there is none
     */
    record Request(String method, String url, Map<String, String> headers, String body) {

        public Request {
            headers = Map.copyOf(headers);
        }

        /** Shows neither the headers nor the body, which hold credentials and codes. */
        @Override
        public String toString() {
            return method + " " + url;
        }
    }

    /** What comes back. */
    sealed interface Answer {}

    /**
     * An HTTP answer. Its delays are virtual: they cost the test or the sandbox no time.
     *
     * @param status the status
     * @param headers the headers by their names in small letters
     * @param body the body
     * @param delay the time from the request to the headers
     * @param bodyDelay the time from the headers to the end of the body
     */
    record Reply(int status, Map<String, String> headers, String body, Duration delay, Duration bodyDelay)
            implements Answer {

        public Reply {
            headers = Map.copyOf(headers);
        }

        /** An answer that comes at once. */
        public static Reply of(int status, Map<String, String> headers, String body) {
            return new Reply(status, headers, body, Duration.ZERO, Duration.ZERO);
        }

        /** An answer in JSON that comes at once. */
        public static Reply json(int status, String body) {
            return of(status, Map.of("content-type", "application/json"), body);
        }
    }

    /**
     * A failure of the network.
     *
     * @param code Node's code for it, such as ENOTFOUND
     */
    record Failure(String code) implements Answer {}

    /** A server that never answers. */
    record Silence() implements Answer {}
}
