package com.messagemedia.auth0.report;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.translate.LookupTranslator;

/**
 * Writes texts into Markdown as GitHub and GitLab read it, so that none of them is read as markup, calls a person, or becomes a
 * link. Each text is one line.
 */
final class MarkdownText {

    /** Stops a name or a number after a sign from becoming a call or a link. Nobody sees it. */
    private static final String NOTHING = "&#8203;";

    private static final LookupTranslator ESCAPES = new LookupTranslator(Map.ofEntries(
            Map.entry("\\", "\\\\"),
            Map.entry("`", "\\`"),
            Map.entry("*", "\\*"),
            Map.entry("_", "\\_"),
            Map.entry("[", "\\["),
            Map.entry("]", "\\]"),
            Map.entry("<", "&lt;"),
            Map.entry(">", "&gt;"),
            Map.entry("&", "&amp;" + NOTHING),
            Map.entry("|", "&#124;"),
            Map.entry("~", "&#126;" + NOTHING),
            Map.entry("$", "&#36;"),
            Map.entry("@", "@" + NOTHING),
            Map.entry("#", "#" + NOTHING),
            Map.entry("!", "!" + NOTHING),
            Map.entry("%", "%" + NOTHING),
            Map.entry("^", "^" + NOTHING),
            Map.entry("://", "&#58;//"),
            Map.entry("www.", "www&#46;"),
            Map.entry("WWW.", "WWW&#46;")));

    /** What begins a list, a heading, a rule or a command at the beginning of a line. */
    private static final Pattern BEGINNING = Pattern.compile("^[-+=/:]|^[0-9](?=[0-9]*[.)])");

    /** What becomes a picture between colons ({@code :x:}), or a link to an issue ({@code GH-1}), in text already escaped. */
    private static final Pattern SHORT_FORM =
            Pattern.compile(":(?=(?:[A-Za-z0-9+-]|\\\\_)+:)|\\bgh-(?=[0-9])", Pattern.CASE_INSENSITIVE);

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Returns a sentence, for a paragraph, a list item or a table's cell. */
    static String sentence(String text) {
        String escaped = new Sentence(text.strip()).in(MarkdownText::prose, MarkdownText::code);
        return BEGINNING
                .matcher(escaped)
                .replaceFirst(first -> entity(first.group().codePointAt(0)));
    }

    private static String prose(String text) {
        return SHORT_FORM.matcher(ESCAPES.translate(text)).replaceAll("$0" + NOTHING);
    }

    /**
     * Returns a text as code, for any place, a table's cell included. A table has no safe way to write a backslash before a
     * pipe in code, so a text with a pipe becomes HTML.
     */
    static String code(String text) {
        if (text.isBlank() || text.indexOf('|') >= 0) {
            return "<code>" + text.codePoints().mapToObj(MarkdownText::plain).collect(Collectors.joining()) + "</code>";
        }
        String fence = "`".repeat(longestRun(List.of(text)) + 1);
        boolean open = "` ".indexOf(text.charAt(0)) >= 0 || "` ".indexOf(text.charAt(text.length() - 1)) >= 0;
        return open ? fence + " " + text + " " + fence : fence + text + fence;
    }

    /** Returns the fence of a block of code: it is longer than every run of backticks in these lines. */
    static String fence(List<String> lines) {
        return "`".repeat(Math.max(3, longestRun(lines) + 1));
    }

    private static int longestRun(List<String> lines) {
        return lines.stream()
                .flatMap(line -> BACKTICKS.matcher(line).results())
                .map(MatchResult::group)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String plain(int codePoint) {
        if (codePoint == '@') {
            return "&#64;<!-- -->";
        }
        return Character.isLetterOrDigit(codePoint) || codePoint == ' '
                ? Character.toString(codePoint)
                : entity(codePoint);
    }

    private static String entity(int codePoint) {
        return "&#" + codePoint + ";";
    }
}
