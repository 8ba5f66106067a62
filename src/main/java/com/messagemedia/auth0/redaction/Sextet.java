package com.messagemedia.auth0.redaction;

import java.util.Arrays;

/** The six bits that a character of base64 stands for, in the alphabet for texts and in the one for URLs. */
final class Sextet {

    /** How many bits there are. */
    static final int BITS = 6;

    private static final int ASCII = 128;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** A table, because each character of a text is looked up several times. */
    private static final byte[] VALUES = values();

    private Sextet() {}

    private static byte[] values() {
        byte[] values = new byte[ASCII];
        Arrays.fill(values, (byte) -1);
        for (int value = 0; value < ALPHABET.length(); value++) {
            values[ALPHABET.charAt(value)] = (byte) value;
        }
        values['-'] = values['+'];
        values['_'] = values['/'];
        return values;
    }

    /** Returns what a character stands for; -1 if it is none of base64. */
    static int of(char character) {
        return character < ASCII ? VALUES[character] : -1;
    }
}
