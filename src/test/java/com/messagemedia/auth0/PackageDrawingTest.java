package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.Packages.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;
import org.junit.jupiter.api.Test;

/** The drawing of the packages that CONTRIBUTING shows is made from the table that ArchitectureTest enforces. */
class PackageDrawingTest {

    private static final Path DRAWING = Path.of("docs", "packages.svg");

    /** The width of GitHub's column of text is about 1,000 pixels; at 960 nothing is scaled down. */
    private static final int WIDTH = 960;

    private static final int LEFT = 44;
    private static final int TOP = 40;
    private static final int GAP = 12;
    private static final int PADDING = 10;
    private static final int LINE = 16;

    /** Pixels for a character of a purpose (12 px) and of a name (14 px, bold) in DejaVu Sans, a wide font. */
    private static final int CHARACTER = 7;

    private static final int BOLD_CHARACTER = 10;

    /** If it fails, look at the new drawing, target/packages.svg, and copy it to docs. */
    @Test
    void drawingShowsTheTable() throws IOException {
        String drawn = drawing();
        Path fresh = Path.of("target", "packages.svg");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, drawn);
        assertThat(DRAWING).hasContent(drawn);
    }

    @Test
    void eachTextFitsIntoItsBox() {
        assertThat(Packages.ALL).allSatisfy(home -> {
            int room = width(row(home.level())) - 2 * PADDING;
            assertThat(home.name().length() * BOLD_CHARACTER).isLessThanOrEqualTo(room);
            assertThat(lines(home))
                    .allSatisfy(line -> assertThat(line.length() * CHARACTER).isLessThanOrEqualTo(room));
            assertThat(String.join(" ", lines(home))).isEqualTo(home.purpose());
        });
    }

    private static String drawing() {
        StringBuilder rows = new StringBuilder();
        int top = TOP;
        for (int level = Packages.ALL.get(0).level(); level >= 0; level--) {
            rows.append(row(level, top));
            top += height(row(level)) + GAP;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>The packages: a class uses its own package and those on lower rows</title>
                <style>
                  .page { fill: #ffffff; }
                  .box { fill: #eef4fa; stroke: #5b7083; }
                  .arrow { fill: none; stroke: #5b7083; stroke-width: 2; }
                  text { font: 12px sans-serif; fill: #1b2733; }
                  .name { font: bold 14px sans-serif; }
                  @media (prefers-color-scheme: dark) {
                    .page { fill: #0d1117; }
                    .box { fill: #1d2a36; stroke: #93a7b8; }
                    .arrow { stroke: #93a7b8; }
                    text { fill: #e8eef4; }
                  }
                </style>
                <rect class="page" width="%1$d" height="%2$d"/>
                <text x="%3$d" y="24">A class uses its own package and packages on lower rows, never upwards or sideways.</text>
                %4$s<path class="arrow" d="M 14 %5$d V %6$d m -6 -8 l 6 8 l 6 -8"/>
                </svg>
                """.formatted(WIDTH, top, LEFT, rows, TOP, top - GAP);
    }

    private static String row(int level, int top) {
        List<Home> homes = row(level);
        int height = height(homes);
        StringBuilder row = new StringBuilder(text("name", 26, top + height / 2 + 5, String.valueOf(level)));
        IntStream.range(0, homes.size()).forEach(i -> row.append(box(homes.get(i), left(i, homes), top, height)));
        return row.toString();
    }

    private static String box(Home home, int left, int top, int height) {
        List<Home> row = row(home.level());
        int width = left(row.indexOf(home) + 1, row) - GAP - left;
        StringBuilder box =
                new StringBuilder("<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n"
                        .formatted(left, top, width, height));
        box.append(text("name", left + PADDING, top + 22, home.name()));
        List<String> lines = lines(home);
        for (int line = 0; line < lines.size(); line++) {
            box.append(text("purpose", left + PADDING, top + 41 + LINE * line, lines.get(line)));
        }
        return box.toString();
    }

    private static String text(String kind, int x, int y, String text) {
        return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(kind, x, y, text);
    }

    private static List<Home> row(int level) {
        return Packages.ALL.stream().filter(home -> home.level() == level).toList();
    }

    /** Where a box begins; the last one ends at the same place in each row. */
    private static int left(int index, List<Home> row) {
        return LEFT + index * (WIDTH - LEFT) / row.size();
    }

    /** The width of the narrowest box of a row. */
    private static int width(List<Home> row) {
        return (WIDTH - LEFT) / row.size() - GAP;
    }

    private static int height(List<Home> row) {
        int most = row.stream().mapToInt(home -> lines(home).size()).max().orElse(0);
        return 33 + LINE * most;
    }

    private static List<String> lines(Home home) {
        int room = width(row(home.level())) - 2 * PADDING;
        return WordUtils.wrap(home.purpose(), room / CHARACTER).lines().toList();
    }
}
