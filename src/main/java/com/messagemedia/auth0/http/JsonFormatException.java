package com.messagemedia.auth0.http;

import java.io.IOException;

/** A text that is not the JSON it should be. Its message tells the place and never the content. */
public final class JsonFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    JsonFormatException(String message) {
        super(message);
    }
}
