package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.PassingTime;
import java.time.Duration;
import java.time.Instant;

/**
 * A clock that runs only while its owner works. With it one of several environments may take {@code messagemedia.timeout} for
 * its own requests, however long it waits for the others.
 */
final class TurnClock implements PassingTime {

    private final PassingTime time;
    private Instant began;
    private Duration before = Duration.ZERO;
    private boolean runs;

    /** Stands still until {@link #resume}. */
    TurnClock(PassingTime time) {
        this.time = time;
        this.began = time.instant();
    }

    synchronized void resume() {
        began = time.instant().minus(before);
        runs = true;
    }

    synchronized void pause() {
        before = Duration.between(began, time.instant());
        runs = false;
    }

    /** The time since the epoch that the owner worked. */
    @Override
    public synchronized Instant instant() {
        Duration worked = runs ? Duration.between(began, time.instant()) : before;
        return Instant.EPOCH.plus(worked);
    }

    @Override
    public void pass(Duration wait) throws InterruptedException {
        time.pass(wait);
    }
}
