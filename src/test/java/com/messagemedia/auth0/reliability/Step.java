package com.messagemedia.auth0.reliability;

import java.util.stream.Stream;

/** A request that an apply makes, as the tenant sees it. */
enum Step {
    TOKEN("T", "POST /oauth/token"),
    LIST("L", "GET /api/v2/connections?"),
    SECOND_PAGE("N", "GET /api/v2/connections?"),
    PATCH("P", "PATCH /api/v2/connections/"),
    READING_AGAIN("R", "GET /api/v2/connections/");

    private final String letter;
    private final String start;

    Step(String letter, String start) {
        this.letter = letter;
        this.start = start;
    }

    /** The step that a request is. */
    static Step of(String request) {
        if (request.contains("&from=")) {
            return SECOND_PAGE;
        }
        return Stream.of(values())
                .filter(step -> request.startsWith(step.start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("An apply does not ask this: " + request));
    }

    /** The letter that stands for it in the matrix. */
    String letter() {
        return letter;
    }
}
