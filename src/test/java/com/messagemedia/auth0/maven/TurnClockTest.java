package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnClockTest {

    private Instant now = Instant.parse("2026-11-27T06:00:00Z");
    private final TurnClock clock = new TurnClock(() -> now);

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private long worked() {
        return clock.instant().getEpochSecond();
    }

    @Test
    void standsStillUntilTheFirstTurn() {
        pass(100);
        assertThat(worked()).isZero();
    }

    @Test
    void countsTheTurnsAndNotTheWaitsBetween() {
        pass(100);
        clock.resume();
        pass(5);
        assertThat(worked()).isEqualTo(5);
        clock.pause();
        pass(1_000);
        assertThat(worked()).isEqualTo(5);
        clock.resume();
        pass(2);
        assertThat(worked()).isEqualTo(7);
        clock.pause();
        assertThat(worked()).isEqualTo(7);
    }
}
