package com.messagemedia.auth0.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The time by which a goal works: what it is now, and how a wait passes. */
public interface PassingTime extends InstantSource {

    /** The machine's time; a wait is a sleep. */
    PassingTime REAL = new RealTime();

    /**
     * Returns when this much time is over.
     *
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    void pass(Duration time) throws InterruptedException;

    /** See {@link #REAL}. */
    final class RealTime implements PassingTime {

        private RealTime() {}

        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public void pass(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
    }
}
