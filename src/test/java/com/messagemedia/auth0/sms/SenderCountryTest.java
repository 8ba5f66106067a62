package com.messagemedia.auth0.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderCountryTest {

    private static final String BRITAIN = "To the United Kingdom (GB) carriers block numbers of other countries.";
    private static final String AMERICA =
            "To the United States (US) numbers of other countries are not carried reliably: use a"
                    + " registered 10DLC or toll-free number.";

    @ParameterizedTest
    @CsvSource({"+61491570156, AU", "+447400123456, GB", "+6591234567, SG", "+12025550123, US", "+14165550123, CA"})
    void aNumberHasItsCountry(String number, String country) {
        assertThat(SenderCountry.of(number)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({"+0000", "hello", "+6149157"})
    void whatCanBeNobodysNumberHasNone(String number) {
        assertThat(SenderCountry.of(number)).isEmpty();
    }

    @Test
    void aNumberMeetsTheRulesOfOtherCountries() {
        assertThat(SenderCountry.rules("+61491570156")).containsExactly(BRITAIN, AMERICA);
        assertThat(SenderCountry.rules("+447400123456")).containsExactly(AMERICA);
        assertThat(SenderCountry.rules("+12025550123"))
                .containsExactly(
                        BRITAIN,
                        "In the United States (US) the number has to be registered first: 10DLC campaign, or toll-free"
                                + " verification.");
    }

    @Test
    void aNameMeetsTheRegisters() {
        assertThat(SenderCountry.rules("AcmeLogin")).hasSize(3).allMatch(rule -> rule.startsWith("To "));
        assertThat(SenderCountry.rules("AcmeVerify"))
                .contains(
                        "To the United Kingdom (GB) a name with a generic word such as Alert, Verify or Info is blocked.");
    }
}
