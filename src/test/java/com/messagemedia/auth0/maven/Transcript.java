package com.messagemedia.auth0.maven;

import static java.util.stream.Collectors.joining;

import com.messagemedia.auth0.pages.GeneratedPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.Mojo;

/**
 * What goals print, as a page shows it. The folder, the port, the time, the ids of runs and the marks of secrets are other ones
 * in each run, so a page shows fixed ones.
 *
 * @param goals the goals of a test
 * @param fixed replaces what else differs from run to run
 */
record Transcript(GoalTest goals, UnaryOperator<String> fixed) {

    private static final Pattern MARK = Pattern.compile("#[0-9a-f]{4}\\b");

    static Transcript of(GoalTest goals) {
        return new Transcript(goals, UnaryOperator.identity());
    }

    List<String> ran(Mojo mojo) {
        int before = goals.logged().size();
        goals.run(mojo);
        return since(before);
    }

    /** Maven shows the message of a failed goal as errors. */
    List<String> failed(Mojo mojo) {
        int before = goals.logged().size();
        List<String> errors = goals.failure(mojo)
                .lines()
                .map(line -> ("[ERROR] " + line).stripTrailing())
                .toList();
        List<String> lines = new ArrayList<>(since(before));
        lines.addAll(errors);
        return lines;
    }

    List<String> since(int before) {
        return goals.logged().stream()
                .skip(before)
                .filter(line -> !line.startsWith("DEBUG"))
                .map(line -> line.replaceFirst("^WARN ", "WARNING ").replaceFirst("^([A-Z]+) ", "[$1] "))
                .map(String::stripTrailing)
                .toList();
    }

    /** Fails if the page shows other lines under this name. */
    void shows(String page, String name, List<String> lines) throws IOException {
        String text = lines.stream().map(line -> line + "\n").collect(joining());
        GeneratedPart.transcript(page, name).holds(comparable(text), goals.getClass());
    }

    private String comparable(String text) {
        String placed = fixed.apply(text)
                .replace(goals.folder.toString(), "/home/ann/login")
                .replaceAll("127\\.0\\.0\\.1([:_-])\\d+", "127.0.0.1$1" + "8642")
                .replaceAll("\\d{8}T\\d{6}Z(-[0-9a-f]{4}\\b)?", "20261124T120000Z$1")
                .replaceAll("20261124T120000Z-[0-9a-f]{4}\\b", "20261124T120000Z-3f9c");
        List<String> seen = new ArrayList<>();
        Matcher marks = MARK.matcher(placed);
        return marks.replaceAll(mark -> {
            if (!seen.contains(mark.group())) {
                seen.add(mark.group());
            }
            return String.format("#%04x", 0x4e96 + 0x1357 * seen.indexOf(mark.group()) & 0xffff);
        });
    }
}
