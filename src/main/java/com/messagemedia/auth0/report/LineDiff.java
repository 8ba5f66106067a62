package com.messagemedia.auth0.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.messagemedia.auth0.report.Printable.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The difference of two long texts, line by line, in the form of {@code git diff}. Only this class uses the library for
 * differences, so a plan without a long text does not load it.
 *
 * @param lines the hunks, each with its header
 */
record LineDiff(List<String> lines) {

    /** How many unchanged lines to show around a change, as {@code git diff} does. */
    private static final int CONTEXT = 3;

    private static final Pattern END_OF_LINE = Pattern.compile("(?<=\n)");

    /** A name that stands in two header lines, which a plan does not show. */
    private static final String NO_FILE = "";

    LineDiff {
        lines = List.copyOf(lines);
    }

    /** Compares two texts. */
    static LineDiff between(String before, String after) {
        List<String> old = lines(before);
        List<String> unified =
                UnifiedDiffUtils.generateUnifiedDiff(NO_FILE, NO_FILE, old, DiffUtils.diff(old, lines(after)), CONTEXT);
        return new LineDiff(
                unified.stream().skip(2).flatMap(LineDiff::printable).toList());
    }

    /** Returns the lines of a text. Each keeps its end, so that a missing end of the last line is a difference. */
    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(END_OF_LINE.split(text));
    }

    private static Stream<String> printable(String line) {
        boolean whole = line.endsWith("\n") || line.startsWith("@@");
        String shown = Printable.text(line.replace("\n", "").replace("\t", "    "));
        return whole ? Stream.of(shown) : Stream.of(shown, "\\ No newline at the end");
    }

    /** Returns the change in a few words. */
    String summary() {
        long added = count('+');
        long removed = count('-');
        if (lines.isEmpty()) {
            return "only hidden parts change";
        }
        List<String> parts = new ArrayList<>();
        if (added > 0) {
            parts.add(number(added) + " added");
        }
        if (removed > 0) {
            parts.add(added > 0 ? removed + " removed" : number(removed) + " removed");
        }
        return String.join(", ", parts);
    }

    private long count(char sign) {
        return lines.stream().filter(line -> line.charAt(0) == sign).count();
    }

    private static String number(long lines) {
        return lines == 1 ? "1 line" : lines + " lines";
    }

    /** Returns the lines with their colours, below the line of their path. */
    List<String> painted(Palette palette) {
        return lines.stream().map(line -> "      " + paint(line, palette)).toList();
    }

    private static String paint(String line, Palette palette) {
        return switch (line.charAt(0)) {
            case '+' -> palette.green(line);
            case '-' -> palette.red(line);
            case '@' -> palette.bold(line);
            default -> line;
        };
    }
}
