package com.messagemedia.auth0.yaml;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Characters that an editor or a code review shows differently from how YAML reads them, grouped by effect (Unicode
 * Technical Report 36, "Unicode Security Considerations"; YAML 1.1, section 4.2 for its line breaks).
 */
public enum HiddenCharacter {

    /** Ends a line, and a comment with it, only for YAML. */
    LINE_BREAK("ends a line for YAML but not for every editor"),

    /** Makes an editor show the characters around it in a different order than the file has. */
    DIRECTION("makes an editor show the text in a different order than the file has"),

    /** Is invisible. */
    INVISIBLE("is invisible"),

    /** Joins or separates the letters beside it. Persian and emoji need it in a message. */
    JOINER("is invisible"),

    /** Looks like a space or changes the look of the character before it. It is harmless in messages and comments. */
    BLANK("looks like a space or is invisible, but is part of the text");

    private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);
    private static final Set<Integer> LINE_BREAKS = Set.of(0x0D, 0x85, 0x2028, 0x2029);

    /** Letters without a shape: combining grapheme joiner, Hangul and Khmer fillers, Mongolian selectors, Braille blank. */
    private static final Set<Integer> SHAPELESS =
            Set.of(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0);

    /** Visible characters of Unicode's category "format": signs that enclose the numbers after them. */
    private static final Set<Integer> SEEN =
            Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);

    private final String effect;

    HiddenCharacter(String effect) {
        this.effect = effect;
    }

    /** The effect, a clause that follows the character's name. */
    public String effect() {
        return effect;
    }

    /**
     * The kind of a character; empty if everyone sees it as it is. A carriage return counts as a line break here,
     * even before a line feed.
     */
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

    /** The character's escape in a text in double quotes, such as {@code \u005Cu200B}. */
    public static String escape(int codePoint) {
        return String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\U%08X" : "\\u%04X", codePoint);
    }

    /** A line of YAML with escapes in place of hidden characters. */
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
