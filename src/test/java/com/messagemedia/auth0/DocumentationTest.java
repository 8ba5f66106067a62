package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that users read hold together. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|<img src=\")(?!https?:)([^)#\"]+)(?:#[^)]*)?[)\"]");

    private static final Pattern ANCHOR = Pattern.compile("\\]\\(([A-Za-z_./]*)#([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```\\s*?$");
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern TABLE = Pattern.compile("(?m)(?:^\\|.*\\R)+");
    private static final Pattern OUTSIDE = Pattern.compile("(?:\\]\\(|href=\"|src=\")https?://([^/)\"]+)");
    private static final Set<String> HOSTS = Set.of(
            "github.com", "semver.org", "messagemedia.github.io", "manage.auth0.com", "auth0.com", "127.0.0.1:8642");

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

    /** A link within a page, or to a place on another one, leads to a heading: both the repository host and the site name it so. */
    @ParameterizedTest
    @MethodSource("pages")
    void eachAnchorIsAHeading(Path page) {
        assertThat(ANCHOR.matcher(text(page)).results()).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(anchors(text(target))).as(target.toString()).contains(link.group(2));
        });
    }

    /** A heading's small letters, digits, dashes and underscores, with a dash for each blank; a number where it stands again. */
    private static List<String> anchors(String page) {
        List<String> anchors = new ArrayList<>();
        Map<String, Integer> before = new HashMap<>();
        HEADING.matcher(FENCE.matcher(page).replaceAll("")).results().forEach(heading -> {
            String anchor = heading.group(1)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            int times = before.merge(anchor, 1, Integer::sum);
            anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
        });
        return anchors;
    }

    /** A row that belongs to another table has other cells than the head of the one that it stands in. */
    @ParameterizedTest
    @MethodSource("pages")
    void eachRowOfATableHasAsManyCellsAsItsHead(Path page) {
        assertThat(TABLE.matcher(text(page)).results().map(MatchResult::group))
                .allSatisfy(table -> assertThat(
                                table.lines().map(DocumentationTest::cells).distinct())
                        .as(table)
                        .hasSize(1));
    }

    private static int cells(String row) {
        return CELL.split(row, -1).length;
    }

    /** Whom the pages send a reader to. A new host is looked at before it is added. */
    @ParameterizedTest
    @MethodSource("pages")
    void noPageLinksToAHostThatNobodyLookedAt(Path page) {
        assertThat(OUTSIDE.matcher(text(page)).results().map(link -> link.group(1)))
                .isSubsetOf(HOSTS);
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
