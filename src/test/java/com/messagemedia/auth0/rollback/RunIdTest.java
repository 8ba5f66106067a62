package com.messagemedia.auth0.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {

    @Test
    void holdsTheTimeInUtcAndFourDigits() {
        assertThat(RunId.next(() -> Instant.parse("2026-11-27T01:55:00.9Z")).text())
                .matches("20261127T015500Z-[0-9a-f]{4}");
    }

    @Test
    void isReadAsItIsPrintedAndWithBlanksAroundIt() {
        RunId run = new RunId("20261127T015500Z-3f9c");
        assertThat(RunId.of(" 20261127T015500Z-3f9c\n")).isEqualTo(run);
        assertThat(RunId.of(run.toString())).isEqualTo(run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "last",
                "20261127T015500Z",
                "20261127T015500Z-3F9C",
                "20261127T015500Z-3f9",
                "20261127T015500Z-3f9c0",
                "20261127T015500-3f9c",
                "20261127T015500Z-3f9c,20261127T015500Z-3f9d",
                "../20261127T015500Z-3f9c",
            })
    void anotherTextIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> RunId.of(text)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.problem())
                    .isEqualTo("messagemedia.run is \"" + text + "\", which is no id of a run. Nothing was written.");
            assertThat(fault.remedy())
                    .isEqualTo(
                            "Copy the id from the log of the apply or from its report.json, such as 20261127T015500Z-3f9c.");
            assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        });
        assertThatThrownBy(() -> new RunId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
