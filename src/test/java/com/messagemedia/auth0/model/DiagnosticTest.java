package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Diagnostic.Severity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ERROR   | messageMedia.from | messagemedia-auth0.yaml:9:11: messageMedia.from is not a phone number          | true
            WARNING | messageMedia.from | messagemedia-auth0.yaml:9:11: warning: messageMedia.from is not a phone number | false
            ERROR   | ''                | messagemedia-auth0.yaml:9:11: is not a phone number                            | true
            """)
    void headlineTellsPlaceSubjectAndProblem(Severity severity, String subject, String headline, boolean error) {
        Diagnostic diagnostic = new Diagnostic(
                severity,
                new Origin("messagemedia-auth0.yaml", 9, 11),
                5,
                subject,
                "is not a phone number",
                "Expected + and 8 to 15 digits.",
                Optional.of("  from: 0412"));
        assertThat(diagnostic.headline()).isEqualTo(headline);
        assertThat(diagnostic).hasToString(headline);
        assertThat(diagnostic.isError()).isEqualTo(error);
    }

    @Test
    void faultTellsProblemRemedyAndOutcome() {
        Fault early = new Fault("It failed", "Try again.");
        assertThat(early.problem()).isEqualTo("It failed");
        assertThat(early.remedy()).isEqualTo("Try again.");
        assertThat(early.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(new Fault("It failed", "Look.", Outcome.UNKNOWN_STATE).outcome())
                .isEqualTo(Outcome.UNKNOWN_STATE);
    }
}
