package com.messagemedia.auth0.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page that a test makes from the code, between two marks. With {@code -Dpages.write} the test writes the page,
 * otherwise it compares.
 */
public record GeneratedPart(Path page, String begin, String end) {

    /** The tables of a page, between two comments. */
    static GeneratedPart tables(String page) {
        return new GeneratedPart(Path.of("docs", page), "<!-- generated -->\n", "<!-- end -->\n");
    }

    /** What a goal prints, on the goal's page. */
    public static GeneratedPart transcript(String page, String name) {
        return new GeneratedPart(
                Path.of("docs", page), "<!-- transcript of a test: " + name + " -->\n```text\n", "```\n");
    }

    /** Fails if the page says something else, and says how to write it anew. */
    public void holds(String expected, Class<?> test) throws IOException {
        String text = Files.readString(page);
        assertThat(text).as(page.toString()).contains(begin);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end, from);
        if (System.getProperty("pages.write") != null) {
            Files.writeString(page, text.substring(0, from) + expected + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as(
                        "%s differs from the code. Write it anew: mvn test -Dtest=%s -Dpages.write",
                        page, test.getSimpleName())
                .isEqualTo(expected);
    }
}
