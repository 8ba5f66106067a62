package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Diagnostic.Severity;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.report.FaultReport.DiagnosticReport;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticReportTest {

    @Test
    void tellsPlaceProblemLineCaretAndRemedy() {
        assertThat(text(diagnostic(9, "  from: 0412 345 678", 12))).isEqualTo("""
                        messagemedia-auth0.yaml:9:9: messageMedia.from is not a phone number
                          9 |   from: 0412 345 678
                            |         ^^^^^^^^^^^^
                          Put it in quotes.
                        """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carets")
    void putsTheCaretUnderTheSpot(String line, int width, String caret) {
        assertThat(DiagnosticReport.lines(diagnostic(9, line, width)).get(2)).isEqualTo("    | " + caret);
    }

    static Stream<Arguments> carets() {
        return Stream.of(
                Arguments.of("\t\tfrom: 1234", 4, "        ^^^^"),
                Arguments.of("a:\t\u65e5\u672c\u8a9e xyz", 1, "           ^"),
                Arguments.of("t\u00fcr: ab\u00e9 xyz", 3, "        ^^^"),
                Arguments.of("e\u0301e\u0301e\u0301e\u0301xyz", 2, "    ^^"),
                Arguments.of("k: \ud83d\ude00\ud83d\ude00 : xyz", 3, "          ^^^"),
                Arguments.of("        \u65e5\u672c", 2, "        ^^^^"),
                Arguments.of("a\u001bbcdefgxyz", 3, "             ^^^"),
                Arguments.of("        x\u001bz", 3, "        ^^^^^^^^"),
                Arguments.of("        abc", 99, "        ^^^"),
                Arguments.of("        abc", 0, "        ^"),
                Arguments.of("short", 4, "     ^"),
                Arguments.of("", 4, "^"));
    }

    @Test
    void showsNoLineWhereThereIsNone() {
        Diagnostic whole = new Diagnostic(
                Severity.WARNING,
                Origin.wholeFile("messagemedia-auth0.yaml"),
                1,
                "",
                "has no environments",
                "Add one.",
                Optional.empty());
        assertThat(DiagnosticReport.lines(whole))
                .containsExactly(whole.headline(), "  Add one.")
                .first()
                .asString()
                .endsWith("warning: has no environments");
    }

    @Test
    void lineNumbersOfAnyLengthKeepTheGutter() {
        assertThat(DiagnosticReport.lines(diagnostic(1234, "        x", 1)).get(2))
                .isEqualTo("       |         ^");
    }

    @Test
    void nothingInTheFileRepaintsTheTerminal() {
        Diagnostic evil = new Diagnostic(
                Severity.ERROR,
                new Origin("f\u001b.yaml", 1, 1),
                1,
                "k\u001b",
                "is \u202e wrong",
                "Did you mean \u001b[2J?",
                Optional.of("\u001b[2J"));
        assertThat(DiagnosticReport.lines(evil))
                .containsExactly(
                        "f\\u001B.yaml:1:1: k\\u001B is \\u202E wrong",
                        "  1 | \\u001B[2J",
                        "    | ^^^^^^",
                        "  Did you mean \\u001B[2J?");
    }

    private static Diagnostic diagnostic(int line, String source, int width) {
        return new Diagnostic(
                Severity.ERROR,
                new Origin("messagemedia-auth0.yaml", line, 9),
                width,
                "messageMedia.from",
                "is not a phone number",
                "Put it in quotes.",
                Optional.of(source));
    }

    private static String text(Diagnostic diagnostic) {
        return String.join("\n", DiagnosticReport.lines(diagnostic)) + "\n";
    }
}
