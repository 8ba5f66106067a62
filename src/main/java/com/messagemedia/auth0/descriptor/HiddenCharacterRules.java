package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.Field.Place;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Refuses characters that make a reviewer see another file than the plugin reads. A line is what an editor shows as one.
 * Whoever means such a character writes it as an escape, which everybody sees.
 */
final class HiddenCharacterRules {

    /** A file full of them is not worth more lines. */
    private static final int MOST_TOLD = 20;

    /** The options that people read: a message and a label may hold joiners, and blanks of other widths. */
    private static final Set<List<String>> PROSE = Set.of(List.of("options", "template"), List.of("options", "name"));

    private final int[] text;
    private final Findings findings;
    private int told;

    private HiddenCharacterRules(String text, Findings findings) {
        this.text = text.codePoints().toArray();
        this.findings = findings;
    }

    /** Refuses what nothing in a file needs; to be asked before YAML counts lines. */
    static void checkText(String text, Findings findings) {
        new HiddenCharacterRules(text, findings).text();
    }

    /** Refuses joiners outside of messages, and blanks that are no spaces in keys and values. */
    static void checkDocument(String text, Field document, Findings findings) {
        new HiddenCharacterRules(text, findings).document(document);
    }

    private void text() {
        Cursor cursor = new Cursor();
        for (int index = 0; index < text.length; index++) {
            int codePoint = text[index];
            HiddenCharacter kind = HiddenCharacter.of(codePoint).orElse(HiddenCharacter.BLANK);
            boolean refused = kind != HiddenCharacter.JOINER && kind != HiddenCharacter.BLANK;
            if (refused && !endsLine(index)) {
                tell(cursor.place(index), codePoint, kind);
            }
        }
    }

    /** Whether this is the carriage return of a line's end as Windows writes it. */
    private boolean endsLine(int index) {
        return text[index] == '\r' && index + 1 < text.length && text[index + 1] == '\n';
    }

    private void document(Field document) {
        BitSet prose = new BitSet();
        BitSet strict = new BitSet();
        for (Field field : document.all()) {
            field.key().ifPresent(key -> mark(strict, key));
            if (field.value() instanceof ScalarNode value) {
                mark(isProse(field) ? prose : strict, value);
            }
        }
        Cursor cursor = new Cursor();
        for (int index = 0; index < text.length; index++) {
            HiddenCharacter kind = HiddenCharacter.of(text[index]).orElse(HiddenCharacter.LINE_BREAK);
            if ((kind == HiddenCharacter.JOINER && !prose.get(index))
                    || (kind == HiddenCharacter.BLANK && strict.get(index))) {
                tell(cursor.place(index), text[index], kind);
            }
        }
    }

    private static boolean isProse(Field field) {
        return PROSE.contains(SecretFields.withoutEnvironment(field.path()));
    }

    private static void mark(BitSet places, Node node) {
        places.set(node.getStartMark().getIndex(), node.getEndMark().getIndex());
    }

    private void tell(Place place, int codePoint, HiddenCharacter kind) {
        if (++told > MOST_TOLD) {
            return;
        }
        findings.error(
                place,
                "",
                "the character " + HiddenCharacter.name(codePoint) + " " + kind.effect(),
                told == MOST_TOLD
                        ? "Delete it, and look for more such characters: only the first " + MOST_TOLD + " are listed."
                        : remedy(codePoint));
    }

    private static String remedy(int codePoint) {
        if (codePoint == '\r') {
            return "Save the file with LF or CRLF at the end of each line.";
        }
        return Character.getType(codePoint) == Character.CONTROL && codePoint != 0x85
                ? "Delete it."
                : "Delete it, or write " + HiddenCharacter.escape(codePoint)
                        + " within double quotes where a text needs it.";
    }

    /** Counts lines as an editor does. Asked for places in the order of the file. */
    private final class Cursor {
        private int next;
        private int line;
        private int start;

        Place place(int index) {
            for (; next < index; next++) {
                if (text[next] == '\n') {
                    line++;
                    start = next + 1;
                }
            }
            return new Place(line, index - start, line, index - start + 1);
        }
    }

    /**
     * The characters that an editor and a code review show otherwise than YAML reads them, by what they do (Unicode Technical
     * Report 36, "Unicode Security Considerations"; YAML 1.1, section 4.2 for its line breaks).
     */
    enum HiddenCharacter {

        /** Ends a line, and with it a comment, for YAML alone. */
        LINE_BREAK("ends a line for YAML and not for every editor"),

        /** Makes an editor show the characters around it in another order than the file has them. */
        DIRECTION("makes an editor show the text in another order than the file has it"),

        /** Is not shown at all. */
        INVISIBLE("cannot be seen"),

        /** Joins or parts the letters beside it. Persian and emoji need it in a message. */
        JOINER("cannot be seen"),

        /** Looks like a space or changes the look of the character before it. Harmless in a message and in a comment. */
        BLANK("looks like a space or like nothing, but is part of the text");

        private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);
        private static final Set<Integer> LINE_BREAKS = Set.of(0x0D, 0x85, 0x2028, 0x2029);

        /** Letters without a shape: combining grapheme joiner, Hangul and Khmer fillers, Mongolian selectors, Braille blank. */
        private static final Set<Integer> SHAPELESS =
                Set.of(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0);

        /** Of the category "format" in Unicode, but seen: signs that enclose the numbers behind them. */
        private static final Set<Integer> SEEN =
                Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);

        private final String effect;

        HiddenCharacter(String effect) {
            this.effect = effect;
        }

        /** What it does, a clause that reads on from the character. */
        String effect() {
            return effect;
        }

        /** The kind of a character; empty where everybody sees it as it is. A carriage return counts as one without a line feed. */
        static Optional<HiddenCharacter> of(int codePoint) {
            if (codePoint >= ' ' && codePoint <= '~') {
                return Optional.empty();
            }
            if (LINE_BREAKS.contains(codePoint)) {
                return Optional.of(LINE_BREAK);
            }
            if (JOINERS.contains(codePoint)) {
                return Optional.of(JOINER);
            }
            if (isDirection(codePoint)) {
                return Optional.of(DIRECTION);
            }
            if (isVariation(codePoint)) {
                return Optional.of(BLANK);
            }
            return byCategory(codePoint);
        }

        private static boolean isDirection(int codePoint) {
            return codePoint == 0x61C
                    || codePoint == 0x200E
                    || codePoint == 0x200F
                    || (codePoint >= 0x202A && codePoint <= 0x202E)
                    || (codePoint >= 0x2066 && codePoint <= 0x2069);
        }

        private static boolean isVariation(int codePoint) {
            return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        }

        private static Optional<HiddenCharacter> byCategory(int codePoint) {
            boolean tag = codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
            if (tag || SHAPELESS.contains(codePoint)) {
                return Optional.of(INVISIBLE);
            }
            return switch (Character.getType(codePoint)) {
                case Character.CONTROL ->
                    codePoint == '\t' || codePoint == '\n' ? Optional.empty() : Optional.of(INVISIBLE);
                case Character.FORMAT -> SEEN.contains(codePoint) ? Optional.empty() : Optional.of(INVISIBLE);
                case Character.SPACE_SEPARATOR -> Optional.of(BLANK);
                default -> Optional.empty();
            };
        }

        /** The character's number and name, such as {@code U+200B ZERO WIDTH SPACE}. */
        static String name(int codePoint) {
            String name = Optional.ofNullable(Character.getName(codePoint)).orElse("");
            return String.format(Locale.ROOT, "U+%04X %s", codePoint, name).strip();
        }

        /** How a text in double quotes writes the character, such as {@code \u005Cu200B}. */
        static String escape(int codePoint) {
            return String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\U%08X" : "\\u%04X", codePoint);
        }

        /** A line of YAML in whose quoted texts no character is hidden any more. */
        static String escaped(String line) {
            StringBuilder text = new StringBuilder();
            line.codePoints().forEach(codePoint -> {
                if (of(codePoint).isPresent()) {
                    text.append(escape(codePoint));
                } else {
                    text.appendCodePoint(codePoint);
                }
            });
            return text.toString();
        }
    }
}
