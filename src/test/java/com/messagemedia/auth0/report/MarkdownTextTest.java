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

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '"',
            value = {
                "a @team and #12§                     a @&#8203;team and #&#8203;12",
                "[a](http://evil.example)§            \\[a\\](http&#58;//evil.example)",
                "![a](x)§                             !&#8203;\\[a\\](x)",
                "www.evil.example§                    www&#46;evil.example",
                "me@evil.example§                     me@&#8203;evil.example",
                "<b>&lt; | \\ ` * _ ~§                &lt;b&gt;&amp;&#8203;lt; &#124; \\\\ \\` \\* \\_ &#126;&#8203;",
                "/close§                              &#47;close",
                "- item§                              &#45; item",
                "12. item§                            &#49;2. item",
                "==§                                  &#61;=",
                "from ${env.A}§                       from &#36;{env.A}",
                "or -Dmessagemedia.takeOver=a,b. Then§ or `-Dmessagemedia.takeOver=a,b`. Then"
            })
    void sentenceIsNeitherMarkupNorLinkNorCall(String sentence, String markdown) {
        assertThat(MarkdownText.sentence(sentence)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '"',
            value = {
                "plain§          `plain`",
                "@team <b>§      `@team <b>`",
                "a`b§            ``a`b``",
                "`a``b§          ``` `a``b ```",
                "a\\§            `a\\`",
                "a\\|b§          <code>a&#92;&#124;b</code>",
                "@|§             <code>&#64;<!-- -->&#124;</code>",
                "\" a\"§         ` \u0020a `",
                "\"\"§           <code></code>"
            })
    void codeIsReadAsItIs(String text, String markdown) {
        assertThat(MarkdownText.code(text)).isEqualTo(markdown);
    }
}
