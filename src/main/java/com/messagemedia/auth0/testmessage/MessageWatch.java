package com.messagemedia.auth0.testmessage;

import com.messagemedia.auth0.messagemedia.MessageMediaClient;
import com.messagemedia.auth0.messagemedia.MessageStatus;
import com.messagemedia.auth0.messagemedia.MessageStatus.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * How to follow a message until MessageMedia knows its end. MessageMedia does not tell it by itself, so the plugin asks again
 * and again.
 *
 * @param pause the time between two questions
 * @param patience after this time there is no further question
 * @param clock tells the time
 * @param sleep waits for the pause
 */
public record MessageWatch(Duration pause, Duration patience, InstantSource clock, Consumer<Duration> sleep) {

    /** A question every two seconds, for one minute. */
    public static final MessageWatch USUAL =
            new MessageWatch(Duration.ofSeconds(2), Duration.ofMinutes(1), InstantSource.system(), MessageWatch::sleep);

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The wait for the message's delivery was interrupted.");
        }
    }

    /** Returns the last status of a message: its end, or how far it is when the time is over. */
    MessageStatus follow(MessageMediaClient client, String id) {
        Instant end = clock.instant().plus(patience);
        MessageStatus status = client.status(id);
        while (isOpen(status.progress()) && clock.instant().isBefore(end)) {
            sleep.accept(pause);
            status = client.status(id);
        }
        return status;
    }

    private static boolean isOpen(Progress progress) {
        return progress == Progress.UNDER_WAY || progress == Progress.UNKNOWN;
    }
}
