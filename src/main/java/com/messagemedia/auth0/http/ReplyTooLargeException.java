package com.messagemedia.auth0.http;

import java.io.IOException;

/** A reply larger than the 8 MiB that are read of one; the rest of it was not read. */
public final class ReplyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ReplyTooLargeException() {
        super("larger than " + BoundedReplies.MOST_BYTES / (1024 * 1024) + " MiB");
    }
}
