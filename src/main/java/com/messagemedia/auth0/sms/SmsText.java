package com.messagemedia.auth0.sms;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How a text is sent as SMS (3GPP TS 23.038 for the alphabet, 23.040 for the parts). The encoding is the GSM 7-bit
 * alphabet if it has every character, otherwise UCS-2. In a message of several parts each part has less room, and
 * each part is charged.
 *
 * @param encoding the encoding of the text
 * @param units how many septets (GSM-7) or 16-bit units (UCS-2) the text needs
 * @param parts how many SMS are sent, at least 1
 * @param nonGsmCharacters the characters that need UCS-2, each once, in order of occurrence
 */
public record SmsText(Encoding encoding, int units, int parts, Set<String> nonGsmCharacters) {

    /** The two encodings of an SMS, with the number of units that fit. */
    public enum Encoding {
        /** The GSM 7-bit default alphabet with its extension table. */
        GSM_7(160, 153),
        /** 16-bit units, for every other text. */
        UCS_2(70, 67);

        private final int single;
        private final int part;

        Encoding(int single, int part) {
            this.single = single;
            this.part = part;
        }

        /** How many units fit a message of one part. */
        public int single() {
            return single;
        }

        /** How many units fit each part of a longer message. */
        public int part() {
            return part;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    public SmsText {
        nonGsmCharacters = Collections.unmodifiableSet(new LinkedHashSet<>(nonGsmCharacters));
    }

    /** Measures a text; an empty text is one part. */
    public static SmsText measure(String text) {
        Set<String> foreign = foreign(text);
        return foreign.isEmpty() ? measure(text, Encoding.GSM_7, foreign) : measure(text, Encoding.UCS_2, foreign);
    }

    /** The characters that the GSM alphabet does not have. */
    private static Set<String> foreign(String text) {
        Set<String> foreign = new LinkedHashSet<>();
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int character = text.codePointAt(at);
            if (septets(character) == 0) {
                foreign.add(Character.toString(character));
            }
        }
        return foreign;
    }

    private static SmsText measure(String text, Encoding encoding, Set<String> foreign) {
        int units = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            units += size(text.codePointAt(at), encoding);
        }
        int parts = units <= encoding.single() ? 1 : parts(text, encoding);
        return new SmsText(encoding, units, parts, foreign);
    }

    /** Fills the parts in turn. A character of two units is never split between parts. */
    private static int parts(String text, Encoding encoding) {
        int parts = 1;
        int used = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int needed = size(text.codePointAt(at), encoding);
            if (used + needed > encoding.part()) {
                parts++;
                used = 0;
            }
            used += needed;
        }
        return parts;
    }

    /** How many units a character needs. */
    private static int size(int character, Encoding encoding) {
        return encoding == Encoding.GSM_7 ? septets(character) : Character.charCount(character);
    }

    /** How many septets a character needs in the GSM alphabet; 0 if the alphabet does not have it. */
    private static int septets(int character) {
        if (BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
    }
}
