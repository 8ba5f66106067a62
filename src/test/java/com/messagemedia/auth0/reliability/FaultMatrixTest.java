package com.messagemedia.auth0.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault at each step. docs/RELIABILITY.md holds the table of what is expected: the requests that arrive, the outcome and
 * what the tenant then holds. Whatever happened, the next run recovers.
 */
class FaultMatrixTest {

    private static final Path DOCUMENT = Path.of("docs/RELIABILITY.md");
    private static final String NO_CELL = "–";
    private static final Map<Strike, Map<Step, String>> SEEN = new TreeMap<>();

    static Stream<Arguments> cells() {
        return Stream.of(Strike.values())
                .flatMap(strike -> Stream.of(Step.values()).map(step -> Arguments.of(strike, step)))
                .filter(cell -> isPossible((Strike) cell.get()[0], (Step) cell.get()[1]));
    }

    /** A name is looked up once, for the token; a reply to the token request has no options. */
    private static boolean isPossible(Strike strike, Step step) {
        return step == Step.TOKEN ? strike != Strike.WITHHELD : strike != Strike.UNKNOWN_HOST;
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("cells")
    void endsAsTheTableSaysAndTheNextRunRecovers(Strike strike, Step step, @TempDir Path folder) {
        try (FaultyRun run = new FaultyRun(folder, strike, step)) {
            String seen = run.faulty();
            SEEN.computeIfAbsent(strike, key -> new TreeMap<>()).put(step, seen);
            assertThat(seen).isEqualTo(expected().get(strike.title()).get(step.ordinal()));
            assertThat(run.unmanagedSurvive()).isTrue();
            assertThat(run.recovered()).isIn(Outcome.APPLIED, Outcome.NOTHING_TO_DO);
            assertThat(run.state()).startsWith("new");
            assertThat(run.recovered()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(run.unmanagedSurvive()).isTrue();
        }
    }

    @Test
    void theTableHasEveryFaultAndEveryStep() {
        assertThat(expected().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Strike.values()).map(Strike::title).toList());
        expected().forEach((title, cells) -> assertThat(cells).as(title).hasSize(Step.values().length));
        for (Strike strike : Strike.values()) {
            for (Step step : Step.values()) {
                assertThat(expected().get(strike.title()).get(step.ordinal()).equals(NO_CELL))
                        .as(strike + " at " + step)
                        .isEqualTo(!isPossible(strike, step));
            }
        }
    }

    /** The table as the runs filled it, for the test report and for the document. */
    @AfterAll
    static void print() {
        SEEN.forEach((strike, cells) -> System.out.println("| " + strike.title() + " | "
                + Stream.of(Step.values())
                        .map(step -> cells.getOrDefault(step, NO_CELL))
                        .collect(Collectors.joining(" | "))
                + " |"));
    }

    private static Map<String, List<String>> expected() {
        Map<String, List<String>> rows = new TreeMap<>();
        table().stream().map(FaultMatrixTest::cells).forEach(cells -> rows.put(cells.get(0), cells.subList(1, 6)));
        return rows;
    }

    private static List<String> cells(String row) {
        return new ArrayList<>(
                Stream.of(row.split("\\|")).skip(1).map(String::trim).toList());
    }

    private static List<String> table() {
        try {
            return Files.readAllLines(DOCUMENT).stream()
                    .dropWhile(line -> !line.startsWith("| fault | token"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
