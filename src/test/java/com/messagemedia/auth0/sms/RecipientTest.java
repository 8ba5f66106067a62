package com.messagemedia.auth0.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"+61491570006", "+15550100000", "+447700900123", "+6581234567", "+390612345678", "+393123456789"
            })
    void takesNumbersThatCanBeSomebodys(String number) {
        assertThat(Recipient.flaw(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+610491570006 | which has the 0 of national numbers after its country code | Omit the 0:"
                        + " +61491570006.",
                "+4407700900123 | which has the 0 of national numbers after its country code | Omit the 0:"
                        + " +447700900123.",
                "+1555010000 | which is too short for a number of its country | Check it: a message to it is"
                        + " charged and reaches nobody.",
                "+65812345678901 | which is too long for a number of its country | Check it: a message to it is"
                        + " charged and reaches nobody.",
                "+99912345678 | which does not begin with a country code | Check the digits after the +."
            })
    void tellsWhatIsWrong(String number, String problem, String remedy) {
        assertThat(Recipient.flaw(number)).contains(new Recipient.Flaw(problem, remedy));
    }
}
