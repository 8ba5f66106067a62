package com.messagemedia.auth0.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Markdown page, taken apart into sentences. Code blocks, comments, headings and the heads of tables hold none; a row of a table counts
 * as one, its cells joined by " / ". Of a link its text alone counts.
 */
final class Page {

    /** A sentence, and whether it stands in a table. */
    record Sentence(String heading, String text, boolean inTable) {}

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```\\s*?$");
    private static final Pattern END = Pattern.compile("(?<=[.!?](?:\\*\\*|[)\"`])?)\\s+(?=[A-Z0-9*`\"(\\[-])");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\([^)]+\\)");
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");

    private final List<Sentence> sentences = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private String heading = "";

    private Page() {}

    /** The sentences of a page, in its order, each with its white space folded. */
    static List<Sentence> sentences(Path file) throws IOException {
        Page page = new Page();
        String text = FENCE.matcher(Files.readString(file)).replaceAll("");
        LINK.matcher(text).replaceAll("$1").lines().forEach(page::line);
        page.endParagraph();
        return List.copyOf(page.sentences);
    }

    private void line(String line) {
        String text = line.trim();
        if (text.startsWith("<!--")) {
            endParagraph();
        } else if (text.startsWith("#")) {
            endParagraph();
            heading = text.replaceFirst("#+ *", "");
        } else if (text.startsWith("|")) {
            endParagraph();
            row(cells(text));
        } else if (text.isEmpty() || text.startsWith("- ") || text.matches("\\d+\\. .*")) {
            endParagraph();
            paragraph.append(text.replaceFirst("^(- |\\d+\\. )", ""));
        } else {
            paragraph.append(' ').append(text);
        }
    }

    /** A row is one sentence; the line below the head makes the row above it a head, which is none. */
    private void row(List<String> cells) {
        if (cells.stream().allMatch(cell -> cell.matches("-*"))) {
            sentences.remove(sentences.size() - 1);
        } else {
            sentences.add(new Sentence(heading, String.join(" / ", cells), true));
        }
    }

    /** The cells of a table's row. */
    static List<String> cells(String row) {
        String inner = row.trim().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return CELL.splitAsStream(inner)
                .map(cell -> cell.trim().replace("\\|", "|"))
                .toList();
    }

    private void endParagraph() {
        END.splitAsStream(paragraph.toString().replaceAll("\\s+", " ").trim())
                .filter(sentence -> !sentence.isEmpty())
                .forEach(sentence -> sentences.add(new Sentence(heading, sentence, false)));
        paragraph.setLength(0);
    }
}
