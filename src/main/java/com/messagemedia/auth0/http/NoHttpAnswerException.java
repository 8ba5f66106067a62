package com.messagemedia.auth0.http;

import java.io.IOException;

/** What came in answer to a request is not what an HTTP server may answer, and would not be the next time. */
final class NoHttpAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    NoHttpAnswerException() {
        super("the answer is not one that a web server may give");
    }
}
