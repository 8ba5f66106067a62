package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.report.Printable.Palette;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fusesource.jansi.Ansi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @TempDir
    Path folder;

    @AfterEach
    void switchColoursOff() {
        Ansi.setEnabled(false);
    }

    @Test
    void coloursFollowMavens() {
        Ansi.setEnabled(true);
        assertThat(Terminal.palette(new Build(folder).maven())).isEqualTo(Palette.ANSI);
        Ansi.setEnabled(false);
        assertThat(Terminal.palette(new Build(folder).maven())).isEqualTo(Palette.PLAIN);
    }

    @Test
    void nobodyIsAskedInBatchMode() {
        assertThat(Terminal.approval(new Build(folder).maven())).isSameAs(Approval.NOBODY);
        assertThat(Approval.NOBODY.ask("prod")).isFalse();
        assertThat(Terminal.confirms(new Build(folder).maven(), "Go on?")).isFalse();
        assertThat(Terminal.questions(new Build(folder).maven())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"132, 100, 132", "0, 100, 100", "0, '', 80", "0, wide, 80", "0, 5, 80", "0, 99999, 80", "-1, -7, 80"})
    void widthIsTheTerminalsOwnOrTheVariablesOrEighty(int own, String variable, int columns) {
        assertThat(Terminal.columns(own, variable)).isEqualTo(columns);
    }

    @Test
    void noLineIsRewrittenInBatchMode() {
        Ansi.setEnabled(true);
        assertThat(Terminal.canRewriteLines(new Build(folder).maven())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "prod, prod, true",
        "prod, ' prod ', true",
        "prod, yes, false",
        "prod, 1, false",
        "prod, , false",
        "'prod-eu,prod-us', 2, true",
        "'prod-eu,prod-us', 1, false",
        "'prod-eu,prod-us', yes, false",
        "'prod-eu,prod-us', prod-eu, false",
        "'prod-eu,prod-us', , false"
    })
    void oneQuestionApprovesSeveralPlansByTheirNumber(String environments, String answer, boolean approved) {
        List<String> names = List.of(environments.split(","));
        List<String> asked = new ArrayList<>();
        assertThat(Terminal.approves(
                        question -> {
                            asked.add(question);
                            return Optional.ofNullable(answer);
                        },
                        names))
                .isEqualTo(approved);
        assertThat(asked)
                .containsExactly(
                        names.size() == 1
                                ? "Environment prod is protected. To approve this plan, type the environment's name: "
                                : "The environments prod-eu, prod-us are protected. To approve these plans, type their"
                                        + " number: ");
    }

    @ParameterizedTest
    @CsvSource({
        "yes, true, 1",
        "' YES ', true, 1",
        "no, false, 1",
        "y;yes, true, 2",
        "';sure;no', false, 3",
        "y, false, 2"
    })
    void onlyYesIsAYesAndWhatIsNeitherIsAskedAgain(String answers, boolean yes, int questions) {
        Deque<String> left = new ArrayDeque<>(List.of(answers.split(";")));
        List<String> asked = new ArrayList<>();
        assertThat(Terminal.isYes(
                        question -> {
                            asked.add(question);
                            return Optional.ofNullable(left.poll());
                        },
                        "Go on?"))
                .isEqualTo(yes);
        assertThat(asked).hasSize(questions).startsWith("Go on? [yes/no] ");
        assertThat(asked.subList(1, questions)).allMatch("Write yes or no: "::equals);
    }
}
