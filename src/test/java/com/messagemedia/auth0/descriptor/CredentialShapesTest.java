package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialShapesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic dXNlcjpodW50ZXIyaHVudGVyMg==",
                "send it as bearer hunter2hunter2hunter2",
                "eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2ln",
                "glpat-hunter2hunter2",
                "-----BEGIN RSA PRIVATE KEY-----",
                "https://user:hunter@host/",
                "https://host/?token[0]=hunter",
                "https://host/?lang=english&api_key=hunter",
                "password = hunter2",
                "apiSecret := 'hunter'",
                "<password>hunter</password>",
                "{\"token\": \"hunter\"}",
            })
    void areSeenWhereNobodyNamesThem(String text) {
        assertThat(CredentialShapes.holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your password: keep it safe",
                "The bearer of this message may sign in",
                "Bearer @@password@@0123456789",
                "https://user@host/path",
                "https://host/?lang=english",
                "https://host/?token=@@password@@",
                "https://host/?password={{ code }}",
                "password = ${env.PASSWORD}",
                "colour = hunter2",
                "-----BEGIN PUBLIC KEY-----",
            })
    void areNotSeenInWhatTellsNothing(String text) {
        assertThat(CredentialShapes.holds(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Header: Bearer hunter2hunter2hu end; Header: Bearer **************** end",
                "url: https://user:hunter2@host/; url: https://user:*******@host/",
                "see glpat-hunter2hunter2 there; see ******************** there",
                "see /x?token[0]=hunter2&lang=en; see /x?token[0]=*******&lang=en",
                "see /x?lang[0]=hunter2&lang=en; see /x?lang[0]=hunter2&lang=en",
                "password = hunter2 and more; password = ****************",
                "colour = hunter2 and more; colour = hunter2 and more",
                "password = YOUR_PASSWORD now; password = YOUR_PASSWORD now",
                "password = **** # gone; password = **** # gone",
            })
    void areMaskedAndNothingElse(String line, String masked) {
        assertThat(CredentialShapes.mask(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "%70assword%3Dhunter2, password=hunter2",
        "see cGFzc3dvcmQ9aHVudGVyMg== there, password=hunter2",
        "dG9rZW49Pz8+Pn5+fmh1bnRlcjI=, token=??>>~~~hunter2",
        "dG9rZW49Pz8-Pn5-fmh1bnRlcjI=, token=??>>~~~hunter2",
    })
    void areReadWhereTheyAreEncoded(String text, String reading) {
        assertThat(CredentialShapes.readings(text)).startsWith(text).contains(reading);
    }

    @Test
    void isTheTextAloneWhereNothingIsEncoded() {
        assertThat(CredentialShapes.readings("100 % of it")).containsExactly("100 % of it");
        assertThat(CredentialShapes.readings("no word is as long as that, abcdefghi is"))
                .containsExactly("no word is as long as that, abcdefghi is");
    }
}
