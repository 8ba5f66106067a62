package com.messagemedia.auth0.redaction;

import com.messagemedia.auth0.redaction.Readings.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All ways to read a text: as it is, without the escapes of JSON, URLs, forms and HTML, and decoded from base64. */
final class Readings {

    /** Eight characters of base64 hold six bytes, the shortest secret. */
    private static final int SHORTEST_RUN = 8;

    private static final int OCTET = 8;
    private static final int ALIGNMENTS = 4;

    private Readings() {}

    /** The readings of a text; the first is the text itself. Escapes can be escaped once more, also inside base64. */
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
                    Optional<Reading> undone = encoding.undo(one);
                    if (undone.isPresent() && texts.add(undone.get().text())) {
                        all.add(undone.get());
                    }
                }
            }
        }
        return all;
    }

    /**
     * Decodes every run of base64 characters, of both alphabets, from the character that the alignment gives. One of
     * the four alignments fits a secret at any position of the encoded text. A zero character separates the runs.
     * Line breaks inside a run are ignored.
     */
    private static Reading base64(Reading reading, int alignment) {
        Reading.Builder decoded = reading.decoding();
        String text = reading.text();
        int index = 0;
        while (index < text.length()) {
            int end = runEnd(text, index);
            if (end - index >= SHORTEST_RUN) {
                decode(decoded, index, end, alignment);
                decoded.add('\0', end - 1, end);
            }
            index = Math.max(end, index + 1);
        }
        return decoded.build(true);
    }

    private static int runEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Sextet.of(text.charAt(end)) >= 0 || isBreak(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** The alignment is the number of characters to skip; a line break does not count. */
    private static void decode(Reading.Builder decoded, int from, int end, int alignment) {
        String text = decoded.source();
        int bits = 0;
        int count = -alignment * Sextet.BITS;
        int first = from;
        for (int index = from; index < end; index++) {
            int sextet = Sextet.of(text.charAt(index));
            if (sextet >= 0) {
                first = count == 0 ? index : first;
                bits = (bits << Sextet.BITS) | sextet;
                count += Sextet.BITS;
                if (count >= OCTET) {
                    count -= OCTET;
                    decoded.add((char) ((bits >> count) & 0xFF), first, padded(text, index + 1, end));
                    first = index;
                }
            }
        }
    }

    /** The last byte of a run includes the padding. */
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

    /**
     * A text after an encoding is undone. Each character knows the characters of the source that it comes from: what
     * is found in the reading can be removed from the source.
     */
    static final class Reading {

        private final String text;
        private final int[] starts;
        private final int[] ends;
        private final boolean encoded;

        private Reading(String text, int[] starts, int[] ends, boolean encoded) {
            this.text = text;
            this.starts = starts;
            this.ends = ends;
            this.encoded = encoded;
        }

        /** The source itself. */
        static Reading of(String source) {
            int[] starts = new int[source.length()];
            int[] ends = new int[source.length()];
            for (int index = 0; index < source.length(); index++) {
                starts[index] = index;
                ends[index] = index + 1;
            }
            return new Reading(source, starts, ends, false);
        }

        String text() {
            return text;
        }

        /** The index in the source where this character begins. */
        int start(int index) {
            return starts[index];
        }

        /** The index in the source where this character ends. */
        int end(int index) {
            return ends[index];
        }

        /** Whether this reading was base64: a match in it is never a word of the plugin's own text. */
        boolean isEncoded() {
            return encoded;
        }

        /** A builder for a reading of this reading. */
        Builder decoding() {
            return new Builder(this);
        }

        /** Builds a reading. It has at most as many characters as its source. */
        static final class Builder {

            private final Reading source;
            private final StringBuilder text = new StringBuilder();
            private final int[] starts;
            private final int[] ends;

            private Builder(Reading source) {
                this.source = source;
                this.starts = new int[source.text.length()];
                this.ends = new int[source.text.length()];
            }

            /** The source text. */
            String source() {
                return source.text;
            }

            /**
             * Adds a character, which stands for the source's characters {@code from} (inclusive) to {@code to}
             * (exclusive).
             */
            void add(char character, int from, int to) {
                starts[text.length()] = source.start(from);
                ends[text.length()] = source.end(to - 1);
                text.append(character);
            }

            Reading build(boolean encoded) {
                return new Reading(text.toString(), starts, ends, encoded || source.encoded);
            }
        }
    }

    /** Encodings that write one character as several, and how to undo them. */
    enum Encoding {
        /** JSON's escapes, and the longer form of the plugin's own output. */
        JSON("\\", "\\\\(?:u([0-9a-fA-F]{4})|u\\{([0-9a-fA-F]{1,6})\\}|([^u]))"),
        /** Percent encoding of URLs, in upper or lower case; UTF-8 bytes. */
        PERCENT("%", "%([0-9a-fA-F]{2})"),
        /** The plus sign of forms, which means a space. */
        FORM("+", "(\\+)"),
        /** The entities of HTML and XML. */
        ENTITIES("&", "&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));");

        private static final int HEXADECIMAL = 16;
        private static final int DECIMAL = 10;
        private static final Map<String, String> LETTERS =
                Map.of("n", "\n", "r", "\r", "t", "\t", "b", "\b", "f", "\f");
        private static final Map<String, String> NAMES =
                Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

        private final String sign;
        private final Pattern pattern;

        Encoding(String sign, String pattern) {
            this.sign = sign;
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }

        /** The text without this encoding; empty if the text does not use it. */
        Optional<Reading> undo(Reading reading) {
            if (!reading.text().contains(sign)) {
                return Optional.empty();
            }
            Reading.Builder decoded = reading.decoding();
            Matcher codes = pattern.matcher(reading.text());
            int next = 0;
            while (codes.find()) {
                copy(reading, decoded, next, codes.start());
                for (char character : decode(codes).toCharArray()) {
                    decoded.add(character, codes.start(), codes.end());
                }
                next = codes.end();
            }
            copy(reading, decoded, next, reading.text().length());
            return next == 0 ? Optional.empty() : Optional.of(decoded.build(false));
        }

        private static void copy(Reading reading, Reading.Builder decoded, int from, int to) {
            for (int index = from; index < to; index++) {
                decoded.add(reading.text().charAt(index), index, index + 1);
            }
        }

        private String decode(Matcher code) {
            return switch (this) {
                case JSON ->
                    code.group(3) == null
                            ? character(code.group(1) == null ? code.group(2) : code.group(1), HEXADECIMAL)
                            : LETTERS.getOrDefault(code.group(3), code.group(3));
                case PERCENT -> character(code.group(1), HEXADECIMAL);
                case FORM -> " ";
                case ENTITIES ->
                    code.group(3) == null
                            ? (code.group(1) == null
                                    ? character(code.group(2), HEXADECIMAL)
                                    : character(code.group(1), DECIMAL))
                            : NAMES.getOrDefault(code.group(3), "");
            };
        }

        private static String character(String digits, int radix) {
            int codePoint = Integer.parseInt(digits, radix);
            return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "?";
        }
    }
}
