package com.messagemedia.auth0.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All the ways to read a text: as it is, without the escapes of JSON, addresses, forms and HTML, and decoded from base64. */
final class Readings {

    private static final int SHORTEST_RUN = 8;
    private static final int SEXTET = 6;
    private static final int OCTET = 8;
    private static final int ALIGNMENTS = 4;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Readings() {}

    /** The readings of a text, itself the first. Escapes may be escaped once more, also inside base64. */
    static List<Reading> of(String source) {
        List<Reading> plain = unescaped(Reading.of(source), 2);
        List<Reading> all = new ArrayList<>(plain);
        for (Reading reading : plain) {
            for (int alignment = 0; alignment < ALIGNMENTS; alignment++) {
                Reading decoded = base64(reading, alignment);
                if (!decoded.text().isEmpty()) {
                    all.addAll(unescaped(decoded, 1));
                }
            }
        }
        return all;
    }

    private static List<Reading> unescaped(Reading reading, int depth) {
        List<Reading> all = new ArrayList<>(List.of(reading));
        Set<String> texts = new HashSet<>(Set.of(reading.text()));
        int done = 0;
        for (int round = 0; round < depth; round++) {
            List<Reading> latest = List.copyOf(all.subList(done, all.size()));
            done = all.size();
            for (Reading one : latest) {
                for (Encoding encoding : Encoding.values()) {
                    encoding.undo(one).filter(found -> texts.add(found.text())).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /**
     * Every run of base64's characters, of both alphabets, decoded from a character on: one of the four alignments fits a secret
     * wherever in the encoded text it begins. A zero character parts the runs. Line breaks within a run do not count.
     */
    private static Reading base64(Reading reading, int alignment) {
        Reading.Builder decoded = reading.decoding();
        String text = reading.text();
        int index = 0;
        while (index < text.length()) {
            int end = runEnd(text, index);
            if (end - index >= SHORTEST_RUN) {
                decode(text, index + alignment, end, decoded);
                decoded.add('\0', end - 1, end);
            }
            index = Math.max(end, index + 1);
        }
        return decoded.build(true);
    }

    private static int runEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (sextet(text.charAt(end)) >= 0 || (end > from && isBreak(text.charAt(end))))) {
            end++;
        }
        return end;
    }

    private static void decode(String text, int from, int end, Reading.Builder decoded) {
        int bits = 0;
        int count = 0;
        int first = from;
        for (int index = from; index < end; index++) {
            int sextet = sextet(text.charAt(index));
            if (sextet >= 0) {
                first = count == 0 ? index : first;
                bits = (bits << SEXTET) | sextet;
                count += SEXTET;
                if (count >= OCTET) {
                    count -= OCTET;
                    decoded.add((char) ((bits >> count) & 0xFF), first, padded(text, index + 1, end));
                    bits &= (1 << count) - 1;
                    first = index;
                }
            }
        }
    }

    /** The last byte of a run takes the padding along. */
    private static int padded(String text, int index, int end) {
        int padded = index;
        while (index == end && padded < text.length() && padded < end + 2 && text.charAt(padded) == '=') {
            padded++;
        }
        return padded;
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }

    private static int sextet(char character) {
        return ALPHABET.indexOf(character == '-' ? '+' : character == '_' ? '/' : character);
    }
}
