package com.messagemedia.auth0.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SextetTest {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Every character there is: those of the two alphabets of RFC 4648, and nothing else. */
    @Test
    void isTheSixBitsOfBothAlphabetsAndOfNoOtherCharacter() {
        assertThat(IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                        .filter(character -> Sextet.of((char) character) != expected((char) character)))
                .isEmpty();
    }

    private static int expected(char character) {
        return switch (character) {
            case '+', '-' -> 62;
            case '/', '_' -> 63;
            default -> LETTERS_AND_DIGITS.indexOf(character);
        };
    }

    @Test
    void agreesWithJavasEncoder() {
        byte[] all = Base64.getDecoder().decode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
        String encoded = new String(Base64.getUrlEncoder().encode(all), StandardCharsets.US_ASCII);
        assertThat(encoded.chars().map(character -> Sextet.of((char) character)).toArray())
                .isEqualTo(IntStream.range(0, 64).toArray());
    }
}
