package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.StillTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnClockTest {

    private final StillTime time = new StillTime();
    private final TurnClock clock = new TurnClock(time);

    private void pass(int seconds) throws InterruptedException {
        time.pass(Duration.ofSeconds(seconds));
    }

    private long worked() {
        return clock.instant().getEpochSecond();
    }

    @Test
    void standsStillUntilTheFirstTurn() throws InterruptedException {
        pass(100);
        assertThat(worked()).isZero();
    }

    @Test
    void countsTheTurnsAndNotTheWaitsBetween() throws InterruptedException {
        pass(100);
        clock.resume();
        pass(5);
        assertThat(worked()).isEqualTo(5);
        clock.pause();
        pass(1_000);
        assertThat(worked()).isEqualTo(5);
        clock.resume();
        clock.pass(Duration.ofSeconds(2));
        assertThat(worked()).isEqualTo(7);
        clock.pause();
        assertThat(worked()).isEqualTo(7);
    }
}
