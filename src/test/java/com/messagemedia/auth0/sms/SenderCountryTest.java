package com.messagemedia.auth0.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sms.Sender.Country;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderCountryTest {

    private static final String BRITAIN = "To the United Kingdom (GB) carriers block numbers of other countries.";
    private static final String AMERICA =
            "To the United States (US) numbers of other countries are not carried reliably: use a"
                    + " registered 10DLC or toll-free number.";

    private static final String SINGAPORE =
            "Since 2026-04-01 MessageMedia accepts messages to Singapore (SG) over TLS 1.3 only."
                    + " Send a code to a number there to see if yours arrive.";

    @ParameterizedTest
    @CsvSource({"+61491570156, AU", "+447400123456, GB", "+6591234567, SG", "+12025550123, US", "+14165550123, CA"})
    void aNumberHasItsCountry(String number, String country) {
        assertThat(Country.of(number)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({"+0000", "hello", "+6149157"})
    void whatCanBeNobodysNumberHasNone(String number) {
        assertThat(Country.of(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+1, Acme, 'is a name, and the United States and Canada allow no sender names'",
        "+1416, Acme, 'is a name, and the United States and Canada allow no sender names'",
        "+1, +61491570156, 'is a number of another country, and to the United States and Canada such numbers are not carried reliably'",
        "+44, +61491570156, 'is a number of another country, and the United Kingdom blocks such numbers'",
        "+447, AcmeInfo, 'is or contains a generic word such as Alert, Verify or Info, and the United Kingdom blocks such names'",
    })
    void aPrefixBarsASender(String prefix, String sender, String problem) {
        assertThat(Country.bar(prefix, sender).map(Country.Bar::problem)).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "+1, +12025550123",
        "+1242, Acme",
        "+44, Acme",
        "+44, +447400123456",
        "+61, Acme",
        "+6, AcmeInfo",
        "+1, ??"
    })
    void aPrefixTakesASender(String prefix, String sender) {
        assertThat(Country.bar(prefix, sender)).isEmpty();
    }

    @Test
    void aNumberMeetsTheRulesOfOtherCountries() {
        assertThat(Country.rules("+61491570156")).containsExactly(BRITAIN, SINGAPORE, AMERICA);
        assertThat(Country.rules("+447400123456")).containsExactly(SINGAPORE, AMERICA);
        for (String number : List.of("+12025550123", "+14165550123", "+18005550123")) {
            assertThat(Country.rules(number))
                    .containsExactly(
                            BRITAIN,
                            SINGAPORE,
                            "In the United States (US) and Canada (CA) the number has to be registered first: 10DLC"
                                    + " campaign, or toll-free verification.");
        }
    }

    @Test
    void aNameMeetsTheRegisters() {
        String australia =
                "To Australia (AU) a name that is not in the SMS Sender ID Register shows as \"Unverified\".";
        String register = "To Singapore (SG) a name that is not registered is marked as a likely scam, then blocked.";
        String none = "The United States (US) allow no sender names: use a 10DLC or toll-free number.";
        assertThat(Country.rules("AcmeLogin")).containsExactly(australia, register, SINGAPORE, none);
        assertThat(Country.rules("AcmeVerify"))
                .containsExactly(
                        australia,
                        "To the United Kingdom (GB) a name with a generic word such as Alert, Verify or Info is blocked.",
                        register,
                        SINGAPORE,
                        none);
    }
}
