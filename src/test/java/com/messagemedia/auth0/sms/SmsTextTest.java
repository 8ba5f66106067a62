package com.messagemedia.auth0.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sms.SmsText.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmsTextTest {

    @ParameterizedTest(name = "{0} x {1} is {2} units in {3} parts")
    @CsvSource({
        "a, 0, 0, 1",
        "a, 160, 160, 1",
        "a, 161, 161, 2",
        "a, 306, 306, 2",
        "a, 307, 307, 3",
        "€, 80, 160, 1",
        "€, 81, 162, 2",
        // 153 septets hold 76 euro signs and a half: the 77th goes to the next part whole.
        "€, 152, 304, 2",
        "€, 153, 306, 3",
        "Æ, 160, 160, 1",
        "É, 160, 160, 1",
        "à, 160, 160, 1",
    })
    void countsSeptets(String character, int times, int units, int parts) {
        SmsText text = SmsText.measure(character.repeat(times));

        assertThat(text.encoding()).isEqualTo(Encoding.GSM_7);
        assertThat(text.units()).isEqualTo(units);
        assertThat(text.parts()).isEqualTo(parts);
        assertThat(text.nonGsmCharacters()).isEmpty();
    }

    @ParameterizedTest(name = "{0} x {1} is {2} units in {3} parts")
    @CsvSource({
        "á, 70, 70, 1",
        "á, 71, 71, 2",
        "á, 134, 134, 2",
        "á, 135, 135, 3",
        "😀, 35, 70, 1",
        // 67 units hold 33 surrogate pairs and a half: a pair is never cut.
        "😀, 66, 132, 2",
        "😀, 67, 134, 3",
    })
    void countsUnitsOfSixteenBits(String character, int times, int units, int parts) {
        SmsText text = SmsText.measure(character.repeat(times));

        assertThat(text.encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(text.units()).isEqualTo(units);
        assertThat(text.parts()).isEqualTo(parts);
        assertThat(text.nonGsmCharacters()).containsExactly(character);
    }

    @Test
    void namesTheForeignCharactersInTheirOrder() {
        assertThat(SmsText.measure("“Don’t” – wait… “now”").nonGsmCharacters())
                .containsExactly("“", "’", "”", "–", "…");
    }

    @Test
    void takesTheWholeGsmAlphabet() {
        String alphabet =
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                        + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

        assertThat(alphabet).hasSize(127);
        assertThat(SmsText.measure(alphabet).units()).isEqualTo(127);
        assertThat(SmsText.measure("\f^{}\\[~]|€").units()).isEqualTo(20);
        assertThat(SmsText.measure("`").encoding()).isEqualTo(Encoding.UCS_2);
    }
}
