package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.descriptor.Rollout.Wave;
import com.messagemedia.auth0.model.DescriptorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The waves of a run: which environments go together, and in which order. */
final class RolloutTest {

    private static final List<String> NAMES = List.of("dev", "test", "prod-eu", "prod-us", "prod-ap", "demo");

    @TempDir
    private Path folder;

    private Path file(String rollout) throws IOException {
        StringBuilder text = new StringBuilder("version: 1\nmessageMedia: {server: mm, from: \"+61491570156\"}\n");
        text.append("tenant: {server: auth0}\nenvironments:\n");
        NAMES.forEach(name -> text.append("  ")
                .append(name)
                .append(": {tenant: {domain: acme-")
                .append(name)
                .append(".eu.auth0.com}}\n"));
        return Files.writeString(folder.resolve("messagemedia-auth0.yaml"), text + rollout);
    }

    private static DescriptorReader reader() {
        return Readers.of(new Surroundings()
                .withServer("auth0", "id", "secret")
                .withServer("mm", CompleteDescriptor.KEY, CompleteDescriptor.SECRET));
    }

    private Rollout rollout(String text) throws IOException {
        List<Descriptor> all = reader().readAll(file(text), EnvironmentChoice.of(Optional.of("all")));
        assertThat(all).extracting(Descriptor::rollout).containsOnly(all.get(0).rollout());
        return all.get(0).rollout();
    }

    private static String shown(List<Wave> waves) {
        return String.join(
                " ",
                waves.stream()
                        .map(wave -> wave.number() + "/" + wave.of() + ":" + String.join(",", wave.environments()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[dev, test], [prod-eu], [prod-*], ["*"]] | dev,test,prod-eu,prod-us,prod-ap,demo \
            | 1/4:dev,test 2/4:prod-eu 3/4:prod-us,prod-ap 4/4:demo
            [[dev, test], [prod-eu], [prod-*], ["*"]] | prod-ap,demo,prod-us | 3/4:prod-ap,prod-us 4/4:demo
            [[dev, test], [prod-eu], [prod-*]]        | test,dev             | 1/3:test,dev
            [[dev, test], [prod-eu], [prod-*]]        | prod-us              | 3/3:prod-us
            [[dev, test], [prod-eu], [prod-*]]        | demo                 | 1/1:demo
            [["*-eu", demo], [dev, "*"]]              | dev,prod-eu,demo     | 1/2:prod-eu,demo 2/2:dev
            [["*"]]                                   | prod-us,dev          | 1/1:prod-us,dev
            """)
    void theFirstWaveThatNamesAnEnvironmentTakesIt(String waves, String chosen, String expected) throws IOException {
        Rollout rollout = rollout("rollout: " + waves + "\n");
        assertThat(shown(rollout.waves(Arrays.asList(chosen.split(","))))).isEqualTo(expected);
    }

    @Test
    void withoutTheKeyAllAreOneWave() throws IOException {
        Rollout rollout = rollout("");
        assertThat(shown(rollout.waves(NAMES))).isEqualTo("1/1:dev,test,prod-eu,prod-us,prod-ap,demo");
        assertThat(rollout).isEqualTo(Rollout.NONE);
    }

    @Test
    void severalOfWhichNoWaveTakesOneAreAFault() throws IOException {
        Rollout rollout = rollout("rollout: [[dev, test], [prod-eu]]\n");
        DescriptorException one = catchThrowableOfType(
                DescriptorException.class, () -> rollout.waves(List.of("dev", "prod-us", "prod-eu")));
        assertThat(Rendered.of(one.diagnostics())).isEqualTo("""
                messagemedia-auth0.yaml:11:1: rollout lists no wave for prod-us
                  11 | rollout: [[dev, test], [prod-eu]]
                     | ^^^^^^^
                  Add it to a wave, or use "*" as the last wave.
                """);
        DescriptorException two =
                catchThrowableOfType(DescriptorException.class, () -> rollout.waves(List.of("demo", "prod-us")));
        assertThat(Rendered.of(two.diagnostics()))
                .contains("rollout lists no wave for demo, prod-us")
                .contains("Add them to a wave, or use \"*\" as the last wave.");
    }

    @Test
    void oneEnvironmentIsReadWithTheSameRollout() throws IOException {
        Descriptor one = reader().read(file("rollout: [[dev], [prod-*]]\n"), Optional.of("prod-us"));
        assertThat(shown(one.rollout().waves(List.of("prod-us", "dev")))).isEqualTo("1/2:dev 2/2:prod-us");
    }

    @Test
    void aLastStarAndAGlobInTheSameWaveAreNoMistakes() throws IOException {
        Path file = file("rollout: [[dev, test], [prod-*, prod-eu], [demo], [\"*\"]]\n");
        assertThat(reader().validate(file, Optional.empty()).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachEnvironmentIsInOneWaveAndTheOrdersStay(long seed) {
        List<EnvironmentChoice> patterns = random(new Random(seed));
        List<Wave> taken = new Rollout(patterns, Optional.empty()).waves(NAMES);
        assertThat(taken).extracting(Wave::number).isSorted().doesNotHaveDuplicates();
        assertThat(taken.stream().flatMap(wave -> wave.environments().stream()))
                .containsExactlyInAnyOrderElementsOf(NAMES);
        for (Wave wave : taken) {
            assertThat(NAMES).containsSubsequence(wave.environments());
            for (String environment : wave.environments()) {
                assertThat(patterns.get(wave.number() - 1).chooses(environment)).isTrue();
                assertThat(patterns.subList(0, wave.number() - 1)).noneMatch(earlier -> earlier.chooses(environment));
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Up to five waves of names and globs; the last one takes what is left. */
    private static List<EnvironmentChoice> random(Random choice) {
        List<String> words = new ArrayList<>(NAMES);
        words.addAll(List.of("prod-*", "*e*", "d*", "x*"));
        List<EnvironmentChoice> waves = new ArrayList<>();
        for (int wave = choice.nextInt(5); wave > 0; wave--) {
            Collections.shuffle(words, choice);
            waves.add(new EnvironmentChoice(words.subList(0, 1 + choice.nextInt(3))));
        }
        waves.add(new EnvironmentChoice(List.of("*")));
        return waves;
    }
}
