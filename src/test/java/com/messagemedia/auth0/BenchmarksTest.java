package com.messagemedia.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The benchmarks run outside the build. What the build can know of them holds: their options, their page, their job. */
class BenchmarksTest {

    private static final Path SCRIPT = Path.of("benchmarks/run");
    private static final Path PAGE = Path.of("docs/PERFORMANCE.md");

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + output;
    }

    private static List<String> rows() throws IOException {
        String list = Files.readString(SCRIPT).split("(?m)^all=\\(", 2)[1].split("\\)", 2)[0];
        return List.of(list.split(" "));
    }

    @Test
    void whatItCannotMeasureStopsItBeforeAnythingRuns() throws Exception {
        assertThat(run("speed")).isEqualTo("1: There is no row \"speed\". Rows: " + String.join(" ", rows()) + ".\n");
        assertThat(run("-n", "0", "validate")).isEqualTo("1: -n is \"0\". Write a number from 1 on.\n");
    }

    @Test
    void eachRowIsAFunctionAndIsExplained() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(5).allSatisfy(row -> {
            assertThat(SCRIPT).content().contains("\nrow_" + row + "() {\n");
            assertThat(PAGE).content().contains("\n| `" + row + "` | ");
        });
        assertThat(SCRIPT).content().contains("\n# ROW          " + String.join(" ", rows()) + ";");
    }

    /** The page shows the table as the script prints it. */
    @Test
    void theLastFiguresAreATableOfTheScript() throws IOException {
        String heading = Pattern.compile("(?m)^  echo \"(\\| median .* \\|)\"$")
                .matcher(Files.readString(SCRIPT))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(PAGE)
                .content()
                .contains("\n" + heading + "\n|---", "\n- Machine: ", "\n- Java: ", "\n- Maven: ", "\n- Plugin: ")
                .containsPattern("\nMeasured on \\d{4}-\\d{2}-\\d{2} with `benchmarks/run ");
    }

    @Test
    void jmhMeasuresThePluginOfThisTree() throws IOException {
        String version = Files.readString(Path.of("pom.xml"))
                .lines()
                .filter(line -> line.startsWith("  <version>"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*<version>(.*)</version>", "$1");
        assertThat(Path.of("benchmarks/jmh/pom.xml"))
                .content()
                .contains("<plugin.version>" + version + "</plugin.version>");
    }

    @Test
    void aReleaseRunsBothAndKeepsTheirTables() throws IOException {
        String job = Files.readString(Path.of(".github/workflows/release.yml")).split("\n  benchmarks:\n")[1];
        assertThat(job)
                .contains("- run: benchmarks/run\n", "-f benchmarks/jmh compile exec:exec")
                .contains("target/benchmarks/table.md", "target/benchmarks/jmh.csv");
        assertThat(SCRIPT).content().contains("tee \"$work/table.md\"");
    }
}
