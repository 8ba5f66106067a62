package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.auth0.ShortWaits;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault at each write of an apply with the phone provider. docs/RELIABILITY.md holds the table of the outcomes. Whatever
 * happened, the next apply finishes the job, and nothing is made twice.
 */
final class PhoneFaultsTest extends PhoneRehearsal {

    private static final Path DOCUMENT = Path.of("docs/RELIABILITY.md");
    private static final Map<Fate, Map<PhoneStep, String>> SEEN = new TreeMap<>();
    private static final Map<Fate, String> TITLES = Map.of(
            Fate.REPLY_LOST, "reply lost",
            Fate.REPLY_REPLACED, "503 although it was processed",
            Fate.REPLY_LIMITED, "429 although it was processed",
            Fate.REPLY_FORBIDDEN, "403 although it was processed",
            Fate.REPLY_FOR_A_PROXY, "407 although it was processed",
            Fate.REQUEST_LOST, "request lost",
            Fate.REFUSED, "503",
            Fate.LIMITED, "429",
            Fate.LIMITED_FOR_AN_HOUR, "429 for an hour");

    static Stream<Arguments> cells() {
        return TITLES.keySet().stream()
                .sorted()
                .flatMap(fate -> Stream.of(PhoneStep.values()).map(step -> Arguments.of(fate, step)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("cells")
    void endsAsTheTableSaysAndTheNextApplyFinishes(Fate fate, PhoneStep step) {
        step.on(this);
        rehearsal.wire().once(Moment.of(step.request(), fate));
        String seen = outcome(step.choices(this));
        SEEN.computeIfAbsent(fate, key -> new TreeMap<>()).put(step, seen);
        assertThat(seen).isEqualTo(expected().get(TITLES.get(fate)).get(step.ordinal()));
        assertFinishes(step);
    }

    static Stream<Arguments> passing() {
        return Stream.of(Fate.REPLY_LIMITED, Fate.REQUEST_LOST, Fate.REFUSED)
                .flatMap(fate -> Stream.of(PhoneStep.values()).map(step -> Arguments.of(fate, step)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("passing")
    void passesWhereTheApplyMayWait(Fate fate, PhoneStep step) {
        step.on(this);
        rehearsal.wire().once(Moment.of(step.request(), fate));
        assertThat(outcome(step.choices(this).with(ShortWaits.endless()))).isEqualTo("applied");
        assertFinishes(step);
    }

    private String outcome(Choices choices) {
        try {
            return rehearsal.apply(choices).outcome().word();
        } catch (Fault fault) {
            assertTells(fault);
            return fault.outcome().word();
        }
    }

    /** A stop after a write says what is done, what sends messages now, and how to go on. */
    private void assertTells(Fault fault) {
        assertThat(fault.remedy()).isNotEmpty();
        if (fault.outcome() == Outcome.PARTLY_APPLIED) {
            assertThat(fault.problem()).containsAnyOf("Already written: ", "Not finished: ");
            assertThat(fault.problem()).contains(" Sends messages now: " + sender() + ".");
        }
    }

    private String sender() {
        if (colleague().getsACode()) {
            return "the deployed Action";
        }
        return colleague().hasProvider() ? "Twilio as the phone provider" : "nothing yet";
    }

    private void assertFinishes(PhoneStep step) {
        assertThat(rehearsal.apply(step.choices(this)).outcome()).isIn(Outcome.APPLIED, Outcome.NOTHING_TO_DO);
        assertThat(colleague().getsACode()).isTrue();
        assertSingle();
        assertStable();
    }

    @Test
    void theTableHasEveryFaultAndEveryStep() {
        assertThat(expected().keySet()).containsExactlyInAnyOrderElementsOf(TITLES.values());
        expected().forEach((title, cells) -> assertThat(cells).as(title).hasSize(PhoneStep.values().length));
        on(StartingTenant.MODERN, PHONE);
    }

    /** The table as the runs filled it, for the test report and for the document. */
    @AfterAll
    static void print() {
        SEEN.forEach((fate, cells) -> System.out.println("| " + TITLES.get(fate) + " | "
                + Stream.of(PhoneStep.values())
                        .map(step -> cells.getOrDefault(step, "?"))
                        .collect(Collectors.joining(" | "))
                + " |"));
    }

    private static Map<String, List<String>> expected() {
        try {
            Map<String, List<String>> rows = new TreeMap<>();
            Files.readAllLines(DOCUMENT).stream()
                    .dropWhile(line -> !line.startsWith("| fault | create Action"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(row -> new ArrayList<>(Stream.of(row.split("\\|"))
                            .skip(1)
                            .map(String::trim)
                            .toList()))
                    .forEach(cells -> rows.put(cells.get(0), cells.subList(1, cells.size())));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
