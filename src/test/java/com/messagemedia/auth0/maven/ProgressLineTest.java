package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How somebody who waits sees how far a run is. */
class ProgressLineTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final RecordedOutput log = new RecordedOutput(true);
    private final GoalOutput output = new GoalOutput(log);

    private ProgressLine moving(int columns) {
        return ProgressLine.moving(new PrintStream(terminal, false, StandardCharsets.UTF_8), columns, output);
    }

    /** What the terminal got, with readable control characters; what is not flushed is missing. */
    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8)
                .replace("\u001b", "ESC")
                .replace("\r", "CR");
    }

    @Test
    void eachEnvironmentReplacesTheOneBeforeInOnePiece() {
        try (ProgressLine line = moving(80)) {
            line.done(1, 200, "dev (acme-dev.eu.auth0.com): pending");
            assertThat(shown()).isEqualTo("CR[1/200] dev (acme-dev.eu.auth0.com): pendingESC[K");
            terminal.reset();
            line.done(2, 200, "prod (acme.eu.auth0.com): pending");
            assertThat(shown()).isEqualTo("CR[2/200] prod (acme.eu.auth0.com): pendingESC[K");
        }
        assertThat(log.take()).isEmpty();
    }

    @Test
    void theLineIsRemovedBeforeTheTableAndComesBackWithTheNext() {
        ProgressLine line = moving(80);
        line.clear();
        assertThat(shown()).isEmpty();
        line.done(1, 2, "dev");
        line.clear();
        line.clear();
        assertThat(shown()).isEqualTo("CR[1/2] devESC[KCRESC[K");
        line.done(2, 2, "prod");
        assertThat(shown()).endsWith("CR[2/2] prodESC[K");
    }

    @Test
    void aFaultLeavesACleanLineAndNothingComesAfterTheEnd() {
        try (ProgressLine line = moving(80)) {
            line.done(1, 2, "dev");
            line.close();
            line.done(2, 2, "prod");
        }
        assertThat(shown()).isEqualTo("CR[1/2] devESC[KCRESC[K");
    }

    @Test
    void theTextFitsIntoTheTerminalSoThatNoSecondLineStays() {
        try (ProgressLine line = moving(20)) {
            line.done(37, 200, "prod-eu (acme.eu.auth0.com): pending");
            assertThat(shown()).isEqualTo("CR[37/200] prod-eu (…ESC[K");
            terminal.reset();
            line.done(38, 200, "日本日本日本日本");
            assertThat(shown()).isEqualTo("CR[38/200] 日本日本…ESC[K");
        }
    }

    @Test
    void noNameRepaintsTheTerminalAndNoSecretIsShown() {
        output.redact(List.of("Kq7XcVbN-mLp9sTYzA"));
        try (ProgressLine line = moving(80)) {
            line.done(1, 2, "\u001b[2Jdev Kq7XcVbN-mLp9sTYzA\r\n");
        }
        assertThat(shown()).isEqualTo("CR[1/2] \\u001B[2Jdev (secret)\\u000D\\u000AESC[KCRESC[K");
    }

    @Test
    void elsewhereEachEnvironmentIsALineOfTheLogThatStays() {
        try (ProgressLine line = ProgressLine.lines(output)) {
            line.done(1, 2, "dev");
            line.clear();
            line.done(2, 2, "prod");
        }
        assertThat(log.take()).containsExactly("[1/2] dev", "[2/2] prod");
        assertThat(shown()).isEmpty();
    }
}
