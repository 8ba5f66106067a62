package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTextTest {

    private static GivenText given(String text) {
        return new GivenText("API_KEY", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"an-api-key", "\uFEFFan-api-key", "an-api-key\n", "\uFEFFan-api-key\r\n", " an-api-key\t"})
    void credentialLosesAMarkAndTheBlanksAround(String text) {
        assertThat(given(text).credential()).isEqualTo("an-api-key");
        assertThat(given(text).credentialFlaw()).isEmpty();
        assertThat(given(text).readable()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'a key', U+0020 SPACE",
        "'k\u00A0ey', U+00A0 NO-BREAK SPACE",
        "'\u200Bkey', U+200B ZERO WIDTH SPACE",
        "'k\ney', U+000A LINE FEED (LF)",
        "'\uFEFF', U+FEFF ZERO WIDTH NO-BREAK SPACE"
    })
    void credentialWithAnythingElseThatNobodySeesIsRefused(String text, String character) {
        Fault fault = catchThrowableOfType(Fault.class, () -> given(text).credential());
        assertThat(fault)
                .hasMessage("API_KEY holds the character " + character + ", which no key, id, secret or token has.");
        assertThat(fault.remedy()).isEqualTo("Copy it again, without the text around it.");
        assertThat(given(text).readable()).isEqualTo(text);
    }

    @Test
    void textThatJavaCouldNotReadIsRefusedWhateverItIs() {
        GivenText text = given("Gr\uFFFD\uFFFD");
        for (Fault fault : new Fault[] {
            catchThrowableOfType(Fault.class, text::readable), catchThrowableOfType(Fault.class, text::credential)
        }) {
            assertThat(fault)
                    .hasMessage("API_KEY holds a character that Java could not read in the locale of this build.");
            assertThat(fault.remedy()).isEqualTo("Run Maven in a UTF-8 locale, such as LC_ALL=C.UTF-8.");
            assertThat(fault.outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void ownTextShowsThePlaceAlone() {
        assertThat(given("an-api-key")).hasToString("API_KEY");
    }
}
