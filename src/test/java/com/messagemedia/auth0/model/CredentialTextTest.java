package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "\uFEFFabc",
                "abc\n",
                "abc\r\n",
                "abc\r",
                "\uFEFFabc\r\n",
                "abc\n\n",
                " abc",
                "abc ",
                "\tabc\t",
                "\u00A0abc\u202F",
                "\uFEFF  abc \r\n"
            })
    void byteOrderMarkAndBlanksAroundGo(String text) {
        assertThat(CredentialText.clean(text)).isEqualTo("abc");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "10, U+000A LINE FEED (LF)",
        "32, U+0020 SPACE",
        "9, U+0009 CHARACTER TABULATION",
        "160, U+00A0 NO-BREAK SPACE",
        "8203, U+200B ZERO WIDTH SPACE",
        "8232, U+2028 LINE SEPARATOR",
        "133, U+0085 NEXT LINE (NEL)",
        "8238, U+202E RIGHT-TO-LEFT OVERRIDE",
        "65279, U+FEFF ZERO WIDTH NO-BREAK SPACE",
        "0, U+0000 NULL",
        "917505, U+E0001 LANGUAGE TAG",
    })
    void everyOtherBlankIsNamed(int character, String name) {
        String text = "ab" + Character.toString(character) + "c";
        assertThat(CredentialText.clean(text)).isEqualTo(text);
        assertThat(CredentialText.invisible(text)).contains(name);
    }

    @Test
    void visibleCharactersOfAnyLanguageStay() {
        assertThat(CredentialText.invisible("aZ09+/=_-.:~é漢😀")).isEmpty();
    }
}
