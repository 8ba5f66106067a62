package com.messagemedia.auth0.report;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a text from outside safe to print: control and formatting characters could repaint a terminal or a log. */
public final class Printable {

    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:0|1|31|32|33)m");

    /** What begins a logging command of Azure Pipelines or TeamCity, wherever in the line it stands. */
    private static final Pattern LOGGING_COMMAND = Pattern.compile("#(?=#(?:\\[|[A-Za-z]+\\[))");

    /** What begins a workflow command of GitHub Actions: at the beginning of a text, or where a whole command stands. */
    private static final Pattern WORKFLOW_COMMAND =
            Pattern.compile("(?<=^\\s{0,99})::|::(?=[A-Za-z][A-Za-z-]*(?:\\s.*?)?::)");

    private Printable() {}

    /**
     * A foreign text as one harmless line: what could break the line or repaint is shown as its code, and what a build server takes
     * for a command is parted.
     */
    public static String text(String text) {
        return parted(text.codePoints().mapToObj(Printable::character).collect(Collectors.joining()));
    }

    /** A line of our own that may be coloured; the colours stay, the rest is one {@linkplain #text harmless line}. */
    public static String painted(String line) {
        StringBuilder printed = new StringBuilder();
        Matcher colours = COLOUR.matcher(line);
        int next = 0;
        while (colours.find()) {
            printed.append(text(line.substring(next, colours.start()))).append(colours.group());
            next = colours.end();
        }
        return printed.append(text(line.substring(next))).toString();
    }

    private static String parted(String line) {
        String halfway = LOGGING_COMMAND.matcher(line).replaceAll("# ");
        return WORKFLOW_COMMAND.matcher(halfway).replaceAll(": :");
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
