package com.messagemedia.auth0.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SenderTest {

    @ParameterizedTest
    @ValueSource(strings = {"+61491570156", "+12345678", "+123456789012345"})
    void takesNumbersInInternationalForm(String text) {
        assertThat(Sender.isInternational(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "61491570156",
                "+1234567",
                "+1234567890123456",
                "+0491570156",
                "+61 491570156",
                "+6149157015a",
                "++61491570156",
                "+61491570156\n",
                "+٦١٤٩١٥٧٠١٥٦"
            })
    void refusesOtherNumbers(String text) {
        assertThat(Sender.isInternational(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "Acme", "4ever", "MessageMed1"})
    void takesNamesOfLettersAndDigits(String text) {
        assertThat(Sender.isAlphanumeric(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "123456", "MessageMedia1", "Acme Inc", "Acmé", "Acme!", "+61"})
    void refusesOtherNames(String text) {
        assertThat(Sender.isAlphanumeric(text)).isFalse();
    }
}
