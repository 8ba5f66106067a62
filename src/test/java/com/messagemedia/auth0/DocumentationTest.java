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

    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|<img src=\")(?!https?:)([^)#\"]+)(?:#[^)]*)?[)\"]");

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

    /** A drawing has a name and a description, holds its text as text, and follows the reader's light or dark. */
    @ParameterizedTest
    @MethodSource("drawings")
    void eachDrawingCanBeReadByEverybody(Path drawing) {
        assertThat(text(drawing))
                .contains("role=\"img\"", "<title id=\"title\">", "<desc id=\"desc\">", "<text ")
                .contains("@media (prefers-color-scheme: dark)")
                .doesNotContain("<script", "<foreignObject", "href=\"http", "url(http");
    }

    static List<Path> drawings() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/images"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void eachDrawingIsShownOnAPage(Path drawing) throws IOException {
        assertThat(pages().stream().map(DocumentationTest::text))
                .anyMatch(page -> page.contains("images/" + drawing.getFileName()));
    }

    /** A reader with five minutes reads this far. */
    @Test
    void theReadmeIsShort() {
        assertThat(text(Path.of("README.md")).lines()).hasSizeLessThanOrEqualTo(150);
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
