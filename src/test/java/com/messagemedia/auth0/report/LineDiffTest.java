package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.report.Printable.Palette;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LineDiffTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "a\nb\n", "a\nc\n", "1 line added, 1 removed", List.of("@@ -1,2 +1,2 @@", " a", "-b", "+c")),
                Arguments.of("a\n", "a\nb\n\n", "2 lines added", List.of("@@ -1,1 +1,3 @@", " a", "+b", "+")),
                Arguments.of("a\nb\n", "b\n", "1 line removed", List.of("@@ -1,2 +1,1 @@", "-a", " b")),
                Arguments.of(
                        "a\nb",
                        "a\nb\n",
                        "1 line added, 1 removed",
                        List.of("@@ -1,2 +1,2 @@", " a", "-b", "\\ No newline at the end", "+b")),
                Arguments.of(
                        "\tx\r\n",
                        "\tx\u001b[31m\n",
                        "1 line added, 1 removed",
                        List.of("@@ -1,1 +1,1 @@", "-    x\\u000D", "+    x\\u001B[31m")),
                Arguments.of(
                        "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
                        "one\n2\n3\n4\n5\n6\n7\n8\nnine\n",
                        "2 lines added, 2 removed",
                        List.of(
                                "@@ -1,4 +1,4 @@",
                                "-1",
                                "+one",
                                " 2",
                                " 3",
                                " 4",
                                "@@ -6,4 +6,4 @@",
                                " 6",
                                " 7",
                                " 8",
                                "-9",
                                "+nine")),
                Arguments.of("a\n", "a\n", "only hidden parts change", List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void showsHunksWithThreeLinesOfContext(String before, String after, String summary, List<String> lines) {
        LineDiff diff = LineDiff.between(before, after);
        assertThat(diff.lines()).isEqualTo(lines);
        assertThat(diff.summary()).isEqualTo(summary);
    }

    @Test
    void paintsWhatIsAddedAndRemoved() {
        assertThat(LineDiff.between("a\n", "b\n").painted(Palette.ANSI))
                .containsExactly(
                        "      \u001b[1m@@ -1,1 +1,1 @@\u001b[0m",
                        "      \u001b[31m-a\u001b[0m",
                        "      \u001b[32m+b\u001b[0m");
    }
}
