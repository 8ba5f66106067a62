package com.messagemedia.auth0.messagemedia;

import com.messagemedia.auth0.http.Received;
import java.util.Optional;
import java.util.Set;

/**
 * What MessageMedia says of a message that it accepted (MessageMedia documentation, "Get message status").
 *
 * @param received the answer
 */
public record MessageStatus(Received received) {

    private static final Set<String> ARRIVED = Set.of("delivered", "read");
    private static final Set<String> LOST = Set.of("failed", "cancelled", "expired", "rejected");

    /** How far a message is. */
    public enum Progress {
        /** It is on the phone. */
        DELIVERED,
        /** It will not arrive. */
        FAILED,
        /** It may still arrive. */
        UNDER_WAY,
        /** The answer is not a documented one. */
        UNKNOWN
    }

    /** MessageMedia's word, such as queued or delivered; empty if the answer is not a documented one. */
    public Optional<String> word() {
        return received.status() == 200 ? received.text("status") : Optional.empty();
    }

    /** How far the message is. A word that is not documented counts as under way. */
    public Progress progress() {
        return word().map(MessageStatus::progress).orElse(Progress.UNKNOWN);
    }

    private static Progress progress(String word) {
        if (ARRIVED.contains(word)) {
            return Progress.DELIVERED;
        }
        return LOST.contains(word) ? Progress.FAILED : Progress.UNDER_WAY;
    }

    /** A description of status and body. */
    public String inWords() {
        return received.inWords();
    }
}
