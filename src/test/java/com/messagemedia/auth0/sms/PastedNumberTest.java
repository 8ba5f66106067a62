package com.messagemedia.auth0.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+61491570156 | +61491570156",
                "+61 491 570 156 | +61491570156",
                "+61\u00A0491\u202F570\u2009156 | +61491570156",
                "+61-491-570-156 | +61491570156",
                "+61\u2011491\u2013570\u2212156 | +61491570156",
                "+61 (491) 570.156 | +61491570156",
                "+61 [491] 570/156 | +61491570156",
                "0061 491 570 156 | +61491570156",
                "tel:+61491570156 | +61491570156",
                "\u202A+61491570156\u202C | +61491570156",
                "+\u200B61 491 570 156 | +61491570156",
                "+44 (0)20 7946 0958 | +442079460958",
                "+1 (202) 555-0123 | +12025550123",
                "00 1 202 555 0123 | +12025550123"
            })
    void aNumberIsReadAsPeopleWriteIt(String text, String meant) {
        assertThat(PastedNumber.international(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "00",
                "0412 345 678",
                "61 491 570 156",
                "+61 491 570 156 ext. 5",
                "+1 800 FLOWERS",
                "+61 491",
                "+999 491 570 156",
                "+61 491 570 156, +61 491 570 157",
                "+٦١ ٤٩١ ٥٧٠ ١٥٦",
                "Acme"
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(PastedNumber.international(text)).isEmpty();
    }
}
