package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.PassingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A time that moves with each wait, and not otherwise: no wait takes any of the machine's time. */
public final class StillTime implements PassingTime {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void pass(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("before the wait");
        }
        now.updateAndGet(before -> before.plus(time));
    }
}
