package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that users read hold together. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(Path.of("."));
                Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(top, docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLinkLeadsToAFile(Path page) {
        assertThat(LINK.matcher(text(page)).results().map(link -> page.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void thePagesHaveLinks() throws IOException {
        assertThat(pages().stream().flatMap(page -> LINK.matcher(text(page)).results()))
                .hasSizeGreaterThan(50);
    }

    /** The README shortens what a goal's page shows, and says nothing else. */
    @Test
    void whatTheReadmeShowsOfAGoalStandsOnItsPage() throws IOException {
        List<String> shown = lines(Path.of("README.md"))
                .dropWhile(line -> !line.equals("## Around an apply"))
                .takeWhile(line -> !line.equals("## How the merge decides"))
                .filter(line -> line.startsWith("["))
                .toList();
        Stream<String> told =
                pages().stream().filter(page -> page.startsWith("docs")).flatMap(DocumentationTest::lines);
        assertThat(shown).hasSizeGreaterThan(15);
        assertThat(told).containsAll(shown);
    }

    private static Stream<String> lines(Path page) {
        return text(page).lines();
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
