package com.messagemedia.auth0.yaml;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The characters that an editor and a code review show otherwise than YAML reads them, by what they do (Unicode Technical
 * Report 36, "Unicode Security Considerations"; YAML 1.1, section 4.2 for its line breaks).
 */
public enum HiddenCharacter {

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
    public String effect() {
        return effect;
    }

    /** The kind of a character; empty where everybody sees it as it is. A carriage return counts as one without a line feed. */
    public static Optional<HiddenCharacter> of(int codePoint) {
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
    public static String name(int codePoint) {
        String name = Optional.ofNullable(Character.getName(codePoint)).orElse("");
        return String.format(Locale.ROOT, "U+%04X %s", codePoint, name).strip();
    }

    /** How a text in double quotes writes the character, such as {@code \u005Cu200B}. */
    public static String escape(int codePoint) {
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
