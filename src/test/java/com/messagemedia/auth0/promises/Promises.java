package com.messagemedia.auth0.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of docs/PROMISES.md: for each page its promises with their tests, and the sentences that promise nothing.
 *
 * @param promises the names of the tests by promise; a promise {@code (the table of "Heading")} stands for a whole table
 * @param explanations sentences that explain and promise nothing
 */
record Promises(Map<String, List<String>> promises, Set<String> explanations) {

    /** The table by the page's path. */
    static Map<String, Promises> read(Path file) throws IOException {
        Map<String, Promises> pages = new LinkedHashMap<>();
        Promises page = null;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("## ")) {
                page = new Promises(new LinkedHashMap<>(), new HashSet<>());
                pages.put(line.substring("## ".length()).trim(), page);
            } else if (page != null) {
                page.take(line);
            }
        }
        return pages;
    }

    private void take(String line) {
        if (line.startsWith("- ")) {
            explanations.add(line.substring("- ".length()).trim());
        }
        List<String> cells = line.startsWith("|") ? Page.cells(line) : List.of();
        if (cells.size() == 2 && !cells.get(0).matches("promise|-*")) {
            promises.computeIfAbsent(cells.get(0), promise -> new ArrayList<>()).addAll(tests(cells.get(1)));
        }
    }

    private static List<String> tests(String cell) {
        return Arrays.stream(cell.split(","))
                .map(name -> name.replace("`", "").trim())
                .toList();
    }

    /** Whether this sentence is sorted: as a promise, as an explanation, or as part of a table that is promised whole. */
    boolean holds(Page.Sentence sentence) {
        return promises.containsKey(sentence.text())
                || explanations.contains(sentence.text())
                || (sentence.inTable() && promises.containsKey(wholeTable(sentence)));
    }

    /** Whether a promise or an explanation stands on the page. */
    static boolean isOf(String text, List<Page.Sentence> page) {
        return page.stream()
                .anyMatch(sentence -> sentence.text().equals(text)
                        || (sentence.inTable() && wholeTable(sentence).equals(text)));
    }

    private static String wholeTable(Page.Sentence sentence) {
        return "(the table of \"" + sentence.heading() + "\")";
    }
}
