package com.messagemedia.auth0.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the waits between attempts are. */
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
}
