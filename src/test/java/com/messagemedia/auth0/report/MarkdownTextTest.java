package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host of repositories would turn into a picture or a link stays the text that it is. */
final class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource({
        "tenant :x: prod, tenant :&#8203;x: prod",
        "a :white_check_mark: b, a :&#8203;white\\_check\\_mark: b",
        "environment GH-1, environment GH-&#8203;1",
        "environment gh-12, environment gh-&#8203;12",
        "Refused: nothing, Refused: nothing",
        "high-5, high-5"
    })
    void aShortFormStaysText(String text, String markdown) {
        assertThat(MarkdownText.sentence(text)).isEqualTo(markdown);
    }
}
