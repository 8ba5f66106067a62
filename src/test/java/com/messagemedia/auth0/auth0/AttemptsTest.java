package com.messagemedia.auth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.ManagementException.Failure;
import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.model.PassingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the waits between attempts are, and what ends them. */
class AttemptsTest {

    /** First wait, failed attempts, what the server asks for, and the wait; in milliseconds. */
    @ParameterizedTest
    @CsvSource({
        "1000, 1, , 1000",
        "1000, 2, , 2000",
        "1000, 5, , 16000",
        "1000, 6, , 30000",
        "1000, 900, , 30000",
        "1000, 1, 0, 1000",
        "1000, 4, 0, 8000",
        "1000, 4, 1000, 8000",
        "1000, 1, 4000, 5000",
        "1000, 6, 40000, 50000",
    })
    void waitGrowsAndIsNeverShorterThanTheServersNorThanOurOwn(long first, int attempts, Long asked, long wait) {
        assertThat(Attempts.wait(
                        Duration.ofMillis(first),
                        attempts,
                        Optional.ofNullable(asked).map(Duration::ofMillis)))
                .isEqualTo(Duration.ofMillis(wait));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 second.",
        "1499, 1 second.",
        "1500, 2 seconds.",
        "29600, 30 seconds.",
    })
    void waitIsToldInWholeSecondsAndNeverAsNone(long millis, String told) {
        List<String> waits = new ArrayList<>();
        ManagementException failure = new ManagementException(
                "Reading failed: 503 Service Unavailable", "Run the goal again.", Failure.of(Kind.SERVER_ERROR, false));
        RetryBudget.of(Duration.ofMinutes(1), waits::add, PassingTime.REAL)
                .announce(failure, Duration.ofMillis(millis));
        assertThat(waits).containsExactly("Reading failed: 503 Service Unavailable. Trying again in " + told);
    }

    @Test
    void budgetLastsFromNowOn() {
        assertThat(RetryBudget.of(Duration.ofDays(1), any -> {}, PassingTime.REAL)
                        .left())
                .isPresent();
        assertThat(RetryBudget.of(Duration.ZERO, any -> {}, PassingTime.REAL).left())
                .isEmpty();
    }

    @Test
    void interruptEndsTheWaitWithTheFailureAndStays() {
        ManagementException failure =
                new ManagementException("Reading failed", "Run the goal again.", Failure.of(Kind.SERVER_ERROR, false));
        try (ManagementClient client = Tenants.client("acme.eu.auth0.com")
                .retrying(RetryBudget.of(Duration.ofDays(1), any -> {}, PassingTime.REAL))) {
            Attempts attempts = client.attemptsToWrite();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> attempts.waitAfter(failure)).isSameAs(failure);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
