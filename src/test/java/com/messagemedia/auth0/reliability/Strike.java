package com.messagemedia.auth0.reliability;

/** A fault that strikes one request, the first of its step. */
enum Strike {
    REFUSED("connection refused"),
    UNTRUSTED("certificate not trusted"),
    UNKNOWN_HOST("host name not known"),
    RESET_BEFORE("reset before the request was processed"),
    RESET_AFTER("reset after the request was processed"),
    TRUNCATED("reply truncated"),
    STALLED("reply stalls"),
    DRIPPING("reply drips, byte by byte"),
    MALFORMED("reply is malformed JSON"),
    HTML("reply is a web page"),
    EMPTY("reply is empty"),
    NOT_UTF8("reply is not UTF-8"),
    CONTENT_TYPE("reply has another content type"),
    UNAUTHORIZED("401"),
    EXPIRED("401, token expired"),
    SCOPE("403, scope missing"),
    ENTITLEMENT("403, not in the subscription"),
    FIREWALL("403 as a web page"),
    NOT_FOUND("404"),
    CONFLICT("409"),
    TIMEOUT("408"),
    SECONDS("429, Retry-After in seconds"),
    DATE("429, Retry-After as a date"),
    RESET_TIME("429, x-ratelimit-reset"),
    PAST("429, Retry-After in the past"),
    BARE("429 without a time"),
    HOUR("429 for an hour"),
    UNAVAILABLE("503 once"),
    GATEWAY_TIMEOUT("504 although the request was processed"),
    LIMITED_AFTER("429 although the request was processed"),
    FORBIDDEN_AFTER("403 although the request was processed"),
    PROXY_LOGIN("407 although the request was processed"),
    REDIRECTED("a redirect although the request was processed"),
    FAILING("500 for ever"),
    WITHHELD("options withheld"),
    CHANGED("options changed underneath");

    private final String title;

    Strike(String title) {
        this.title = title;
    }

    /** Its row in the matrix. */
    String title() {
        return title;
    }

    /** Whether it breaks the making of a connection, and not a request. */
    boolean isOfTheConnection() {
        return this == REFUSED || this == UNTRUSTED || this == UNKNOWN_HOST;
    }

    /** Whether it lasts. */
    boolean lasts() {
        return this == FAILING;
    }

    /** Whether only the end of the client's patience ends it. */
    boolean waitsForTheClient() {
        return this == STALLED || this == DRIPPING;
    }
}
