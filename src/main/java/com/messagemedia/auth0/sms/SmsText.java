package com.messagemedia.auth0.sms;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.IntUnaryOperator;

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
        Set<String> foreign = new LinkedHashSet<>();
        text.codePoints()
                .filter(character -> septets(character) == 0)
                .forEach(character -> foreign.add(Character.toString(character)));
        return foreign.isEmpty() ? measure(text, Encoding.GSM_7, foreign) : measure(text, Encoding.UCS_2, foreign);
    }

    private static SmsText measure(String text, Encoding encoding, Set<String> foreign) {
        IntUnaryOperator size = encoding == Encoding.GSM_7 ? SmsText::septets : Character::charCount;
        int units = text.codePoints().map(size).sum();
        int parts = units <= encoding.single() ? 1 : parts(text, size, encoding.part());
        return new SmsText(encoding, units, parts, foreign);
    }

    /** Fills the parts in turn. A character of two units is never split between parts. */
    private static int parts(String text, IntUnaryOperator size, int room) {
        int parts = 1;
        int used = 0;
        PrimitiveIterator.OfInt characters = text.codePoints().iterator();
        while (characters.hasNext()) {
            int needed = size.applyAsInt(characters.nextInt());
            if (used + needed > room) {
                parts++;
                used = 0;
            }
            used += needed;
        }
        return parts;
    }

    /** How many septets a character needs in the GSM alphabet; 0 if the alphabet does not have it. */
    private static int septets(int character) {
        if (BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
    }
}
