package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.http.Received;
import java.util.Optional;

/**
 * What a gateway answered to a message.
 *
 * @param received the answer
 * @param published whether the gateway is MessageMedia's own, or stands for it
 */
public record GatewayAnswer(Received received, boolean published) {

    private static final int OK = 200;

    /** The HTTP status. */
    public int status() {
        return received.status();
    }

    /** Status and body, in words. */
    public String inWords() {
        return received.inWords();
    }

    /** Whether Auth0 counts the message as sent: it looks at the status alone. */
    public boolean countsAsSent() {
        return status() == OK;
    }

    /**
     * Whether the answer is a gateway's. MessageMedia's published code says {@code {"status":"sent"}}
     * (messagemedia/auth0-integration); another gateway may say anything that is no web page.
     */
    public boolean isOfAGateway() {
        return published
                ? received.text("status").equals(Optional.of("sent"))
                : !received.body().contains("text/html");
    }
}
