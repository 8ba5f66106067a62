package com.messagemedia.auth0.http;

import java.io.IOException;

/**
 * A failure after a connection was made: the request was sent, or part of it, and no whole reply came back. The other side
 * may have acted on it. The cause tells what broke.
 */
public final class LostReplyException extends IOException {

    private static final long serialVersionUID = 1L;

    LostReplyException(IOException cause) {
        super("the request was sent and no whole reply came back", cause);
    }

    /** Whether a failure is one of these, or was caused by one. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LostReplyException) {
                return true;
            }
        }
        return false;
    }
}
