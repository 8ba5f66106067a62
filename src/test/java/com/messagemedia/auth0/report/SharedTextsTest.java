package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.FleetReport.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Environments that have the same to tell share one text, though each line names its own environment, tenant or connection. */
class SharedTextsTest {

    private static Result result(String environment, String... lines) {
        return new Result(
                environment,
                environment + ".acme.auth0.com",
                List.of(lines),
                Optional.empty(),
                Outcome.REFUSED,
                Optional.empty());
    }

    private static Map<List<Result>, List<String>> shared(Result... results) {
        return SharedTexts.of(List.of(results), Result::text);
    }

    @Test
    void linesThatDifferHavePlaceholders() {
        Result first = result(
                "eu",
                "Environment eu is protected.",
                "Changing connection con_AAAAAAAA of eu.acme.auth0.com failed.",
                "The plan of eu-west stays.");
        Result second = result(
                "us",
                "Environment us is protected.",
                "Changing connection con_BBBBBBBB of us.acme.auth0.com failed.",
                "The plan of eu-west stays.");
        assertThat(shared(first, second))
                .containsExactly(Map.entry(
                        List.of(first, second),
                        List.of(
                                "Environment NAME is protected.",
                                "Changing connection con_ID of TENANT failed.",
                                "The plan of eu-west stays.")));
    }

    @Test
    void oneAloneKeepsItsNames() {
        Result first = result("eu", "Environment eu is protected.");
        Result second = result("us", "Environment us has no plan.");
        assertThat(shared(first, second))
                .containsExactly(
                        Map.entry(List.of(first), List.of("Environment eu is protected.")),
                        Map.entry(List.of(second), List.of("Environment us has no plan.")));
    }

    /** An environment may be named as a word is that every text holds. */
    @Test
    void lineThatIsTheSameForAllStaysAsItIs() {
        Result first = result("plan", "The plan is empty.");
        Result second = result("plan-b", "The plan is empty.");
        Result third = result("plan", "The plan is empty.");
        assertThat(shared(first, third).values()).containsExactly(List.of("The plan is empty."));
        assertThat(shared(first, second).values()).allMatch(List.of("The plan is empty.")::equals);
    }
}
