package com.messagemedia.auth0.http;

import java.util.Map;
import java.util.Optional;

/**
 * The words of HTTP statuses (RFC 9110, section 15, and RFC 6585). HTTP/2 sends no such words, and with HTTP/1.1 a server
 * can send any text, so the plugin uses these.
 */
public final class StatusText {

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Payload Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private StatusText() {}

    /** The words of a status; empty if it is not one that Auth0, or a server in front of it, usually sends. */
    public static Optional<String> of(int status) {
        return Optional.ofNullable(WORDS.get(status));
    }
}
