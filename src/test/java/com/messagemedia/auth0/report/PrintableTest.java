package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.report.Printable.Palette;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource({
        "prod-eu, 7, prod-eu",
        "prod-eu, 6, prod-…",
        "prod-eu, 1, …",
        "日本日本, 8, 日本日本",
        "日本日本, 7, 日本日…",
        "日本日本, 6, 日本…",
        "'', 0, ''"
    })
    void aTextIsCutToColumns(String text, int most, String cut) {
        assertThat(Printable.cut(text, most)).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a ##vso[task.setvariable variable=x]y | a # #vso[task.setvariable variable=x]y
            ##[error]boom                         | # #[error]boom
            ###vso[x]                             | ## #vso[x]
            ##teamcity[buildStop]                 | # #teamcity[buildStop]
            ::error file=a.java::boom             | : :error file=a.java::boom
            got ::add-mask::x                     | got : :add-mask::x
            ::group                               | : :group
            # a heading ## b                      | # a heading ## b
            http://[::1]:8642 and a::b            | http://[::1]:8642 and a::b
            """)
    void aBuildServerTakesNoForeignTextForACommand(String text, String printed) {
        assertThat(Printable.text(text)).isEqualTo(printed);
        assertThat(Printable.painted(text)).isEqualTo(printed);
    }

    @Test
    void coloursOfOurOwnStayAndNothingElseRepaintsOrBreaksTheLine() {
        assertThat(Printable.painted(Palette.ANSI.bold("sms") + "\u001b[2J\n[INFO] done\u2028"))
                .isEqualTo("\u001b[1msms\u001b[0m\\u001B[2J\\u000A[INFO] done\\u2028");
    }

    @Test
    void everyTextIsOneHarmlessLine() {
        List<String> pieces =
                List.of("#", "##", "vso[", "[", "::", ":", "error", "\n", "\r", "\u001b[31m", " ", "x", "\u0085");
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int count = random.nextInt(12); count > 0; count--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(Printable.text(text.toString()))
                    .doesNotContainPattern("[\\p{Cc}\\u2028]")
                    .doesNotContain("##vso[", "##[")
                    .doesNotStartWith("::")
                    .doesNotContainPattern("^\\s*::");
        }
    }
}
