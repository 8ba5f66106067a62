package com.messagemedia.auth0.delivery.phone;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * How to wait for Auth0 to build and deploy an Action. Auth0 tells neither by itself, so the plugin asks again and again.
 *
 * @param pause the time between two questions
 * @param most the most questions
 */
record BuildWait(Duration pause, int most) {

    /**
     * A question each second, for two minutes. A build without packages takes less than a second. Source: recordings of the
     * Terraform provider's tests.
     */
    static final BuildWait USUAL = new BuildWait(Duration.ofSeconds(1), 120);

    /** Waits before the next question. */
    void beforeNextQuestion() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The wait for Auth0's build was interrupted.");
        }
    }
}
