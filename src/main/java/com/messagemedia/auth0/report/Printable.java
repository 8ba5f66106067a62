package com.messagemedia.auth0.report;

import java.util.Locale;
import java.util.stream.Collectors;

/** Makes a text from outside safe to print: control and formatting characters could repaint a terminal or a log. */
final class Printable {

    private Printable() {}

    static String text(String text) {
        return text.codePoints().mapToObj(Printable::character).collect(Collectors.joining());
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
