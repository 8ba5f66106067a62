package com.messagemedia.auth0.report;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a text from outside safe to print: control and formatting characters could repaint a terminal or a log. */
public final class Printable {

    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private Printable() {}

    /** A text without line breaks; what could repaint is shown as its code. */
    public static String text(String text) {
        return text.codePoints().mapToObj(Printable::character).collect(Collectors.joining());
    }

    /** The same for a text of several lines, which stay lines. */
    static List<String> lines(String text) {
        return text.lines().map(Printable::text).toList();
    }

    /** How many columns of a terminal a printed text takes: East Asian characters and emoji take two, accents none. */
    static int columns(String printed) {
        return printed.codePoints().map(Printable::columns).sum();
    }

    private static int columns(int codePoint) {
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean fullWidth =
                (codePoint >= 0x3000 && codePoint <= 0x303E) || (codePoint >= 0xFF01 && codePoint <= 0xFF60);
        boolean emoji = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        return fullWidth || emoji || WIDE.contains(UnicodeScript.of(codePoint)) ? 2 : 1;
    }

    private static String character(int codePoint) {
        boolean harmful = switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
        return harmful
                ? String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\u{%X}" : "\\u%04X", codePoint)
                : Character.toString(codePoint);
    }
}
