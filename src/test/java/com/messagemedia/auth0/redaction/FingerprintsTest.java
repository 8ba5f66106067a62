package com.messagemedia.auth0.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {

    @Test
    void isTheFirst48BitsOfHmacSha256UnderTheSalt() {
        // RFC 4231, test case 2: key "Jefe", HMAC-SHA-256 5bdcc146bf60...
        assertThat(new Fingerprints("Jefe").of("what do ya want for nothing?")).isEqualTo("W9zBRr9g");
    }

    @Test
    void markForPeopleIsTheFirst16Bits() {
        assertThat(new Fingerprints("Jefe").mark("what do ya want for nothing?"))
                .isEqualTo("5bdc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "p4ssword", "日本"})
    void isStableUnderOneSaltAndEightCharactersLong(String text) {
        Fingerprints salted = Fingerprints.random();
        assertThat(salted.of(text))
                .isEqualTo(new Fingerprints(salted.salt()).of(text))
                .matches("[A-Za-z0-9_-]{8}")
                .hasSize(Fingerprints.LENGTH);
    }

    @Test
    void differsWithTheTextAndWithTheSalt() {
        assertThat(new Fingerprints("salt").of("a")).isNotEqualTo(new Fingerprints("salt").of("b"));
        assertThat(new Fingerprints("salt").of("a")).isNotEqualTo(new Fingerprints("pepper").of("a"));
    }

    @Test
    void randomSaltHasTwelveBytesAndIsNewEachTime() {
        assertThat(Fingerprints.random().salt())
                .matches("[A-Za-z0-9_-]{16}")
                .isNotEqualTo(Fingerprints.random().salt());
    }
}
