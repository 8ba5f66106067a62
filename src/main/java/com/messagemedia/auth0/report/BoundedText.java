package com.messagemedia.auth0.report;

import java.util.List;
import java.util.Locale;

/** A text of lines that stays below a limit. What does not fit is left out and counted. */
final class BoundedText {

    private final StringBuilder text = new StringBuilder();

    /** Adds lines without a look at the limit: what a text always has. */
    void add(String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
    }

    /**
     * Adds lines as long as the whole text stays below a limit.
     *
     * @param limit the most characters of the whole text after these lines
     * @return how many of the lines are left out
     */
    int addUpTo(int limit, List<String> lines) {
        int added = 0;
        while (added < lines.size() && text.length() + lines.get(added).length() < limit) {
            add(lines.get(added));
            added++;
        }
        return lines.size() - added;
    }

    /** Returns the text. */
    String text() {
        return text.toString();
    }

    /** Returns a text of at most this many characters; a longer one ends with its length. */
    static String shortened(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest))
                        + String.format(Locale.ROOT, "… (%d characters)", length);
    }
}
