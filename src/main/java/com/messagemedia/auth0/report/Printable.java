package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.FieldPath;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a foreign text safe to print. Control and formatting characters can repaint a terminal or a log. */
public final class Printable {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:0|1|31|32|33)m");

    /** The start of a logging command of Azure Pipelines or TeamCity, anywhere in the line. */
    private static final Pattern LOGGING_COMMAND = Pattern.compile("#(?=#(?:\\[|[A-Za-z]+\\[))");

    /** The start of a workflow command of GitHub Actions: at the start of a text, or at a complete command. */
    private static final Pattern WORKFLOW_COMMAND =
            Pattern.compile("(?<=^\\s{0,99})::|::(?=[A-Za-z][A-Za-z-]*(?:\\s.*?)?::)");

    private static final char ELLIPSIS = '…';

    private Printable() {}

    /**
     * Turns a foreign text into one harmless line. It shows the codes of characters that can break or repaint the line. It
     * splits texts that a build server reads as commands.
     */
    public static String text(String text) {
        return isPlain(text)
                ? text
                : parted(text.codePoints().mapToObj(Printable::character).collect(Collectors.joining()));
    }

    /** Whether a text is ASCII without control characters, and holds nothing that a command begins with; nearly every text is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean twice = i > 0 && text.charAt(i - 1) == character;
            if (character < ' ' || character > '~' || (twice && (character == ':' || character == '#'))) {
                return false;
            }
        }
        return true;
    }

    /** Makes one of our own lines safe to print. Its colours stay; the rest becomes one {@linkplain #text harmless line}. */
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

    /** Counts the terminal columns of a printed text. East Asian characters and emoji take two, accents none. */
    static int columns(String printed) {
        return printed.codePoints().map(Printable::columns).sum();
    }

    /** Returns a printed text of at most this many columns. A longer one loses its end, and an ellipsis says so. */
    public static String cut(String printed, int most) {
        if (columns(printed) <= most) {
            return printed;
        }
        StringBuilder cut = new StringBuilder();
        int left = most - 1;
        for (int codePoint : printed.codePoints().toArray()) {
            left -= columns(codePoint);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(codePoint);
        }
        return cut.append(ELLIPSIS).toString();
    }

    private static int columns(int codePoint) {
        // Combining marks, the first characters that do not take one column, begin here.
        if (codePoint < 0x300) {
            return 1;
        }
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean fullWidth =
                (codePoint >= 0x3000 && codePoint <= 0x303E) || (codePoint >= 0xFF01 && codePoint <= 0xFF60);
        boolean emoji = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        return fullWidth || emoji || EastAsian.WIDE.contains(UnicodeScript.of(codePoint)) ? 2 : 1;
    }

    /** Loaded for the rare text that is not in a Latin script: Java's list of all scripts is long. */
    private static final class EastAsian {

        private static final Set<UnicodeScript> WIDE =
                EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
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

    /**
     * The column of a plan that shows the options' paths.
     *
     * @param width the length of the longest path, in characters; very long paths do not count
     */
    record NameColumn(int width) {

        /**
         * The length of {@code gateway_authentication.secret_base64_encoded}, the longest path of the gateway. A longer path
         * does not widen the column, or the values of all other lines would be too far right.
         */
        private static final int WIDEST = 44;

        /** Returns the column for these paths. */
        static NameColumn of(List<FieldPath> paths) {
            List<String> names = new ArrayList<>();
            for (FieldPath path : paths) {
                names.add(name(path));
            }
            return ofNames(names);
        }

        /** Returns the column for these printed paths. */
        static NameColumn ofNames(List<String> names) {
            int width = 0;
            for (String name : names) {
                if (name.length() <= WIDEST) {
                    width = Math.max(width, name.length());
                }
            }
            return new NameColumn(width);
        }

        /** Returns the printed form of a path. */
        static String name(FieldPath path) {
            return Printable.text(path.toString());
        }

        /** Returns a path with spaces up to the next column. */
        String cell(FieldPath path) {
            return cell(name(path));
        }

        /** Returns a printed path with spaces up to the next column. */
        String cell(String name) {
            return name + " ".repeat(Math.max(0, width - name.length())) + "  ";
        }
    }

    /** The colours for a terminal, or none. */
    public enum Palette {
        /** No colours, for files, pipes and build servers. */
        PLAIN,
        /** ANSI colours, for terminals. */
        ANSI;

        private static final char ESCAPE = 27;

        String green(String text) {
            return paint("32", text);
        }

        String yellow(String text) {
            return paint("33", text);
        }

        String red(String text) {
            return paint("31", text);
        }

        String bold(String text) {
            return paint("1", text);
        }

        private String paint(String code, String text) {
            return this == PLAIN ? text : ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m";
        }
    }
}
