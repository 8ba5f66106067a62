package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.FleetReport.Counts;
import com.messagemedia.auth0.report.FleetReport.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of many environments on the screen. */
class FleetReportTest {

    private static Result result(String environment, String tenant, Optional<Counts> counts, Outcome outcome) {
        return new Result(environment, tenant, List.of(), counts, outcome, Optional.empty());
    }

    private static Optional<Counts> counts(Plans plan) {
        return Optional.of(Counts.of(plan.plan()));
    }

    private static final List<Result> FEW = List.of(
            result("dev", "acme-dev.eu.auth0.com", counts(FleetPlans.changes()), Outcome.PENDING),
            result("prod-europe-west", "acme.eu.auth0.com", counts(FleetPlans.conflict()), Outcome.REFUSED),
            result("test", "acme-test.eu.auth0.com", counts(FleetPlans.nothing()), Outcome.NOTHING_TO_DO),
            result("日本", "acme.jp.auth0.com", Optional.empty(), Outcome.NOTHING_WRITTEN));

    @Test
    void numbersStandBelowEachOther() {
        assertThat(new FleetReport(FEW).lines())
                .containsExactly(
                        "ENVIRONMENT       TENANT                  ADD  CHANGE  REMOVE  CONFLICT  OUTCOME",
                        "dev               acme-dev.eu.auth0.com     1       1       1         -  pending",
                        "prod-europe-west  acme.eu.auth0.com         -       -       -         1  refused",
                        "test              acme-test.eu.auth0.com    -       -       -         -  nothing to do",
                        "日本              acme.jp.auth0.com                                      nothing written");
    }

    @Test
    void theTableFitsIntoATerminalAsFarAsNamesCanBeCut() {
        assertThat(new FleetReport(FEW).lines(76))
                .startsWith(
                        "ENVIRONMENT     TENANT        ADD  CHANGE  REMOVE  CONFLICT  OUTCOME",
                        "dev             acme-dev.eu…    1       1       1         -  pending",
                        "prod-europe-w…  acme.eu.aut…    -       -       -         1  refused")
                .allMatch(line -> Printable.columns(line) <= 76);
        assertThat(new FleetReport(FEW).lines(20))
                .contains("prod-europe…  acme.eu.aut…    -       -       -         1  refused");
    }

    @Test
    void aGoalWithoutPlansHasNoColumnsForThem() {
        assertThat(new FleetReport(List.of(result("dev", "acme.eu.auth0.com", Optional.empty(), Outcome.NOTHING_TO_DO)))
                        .lines())
                .containsExactly(
                        "ENVIRONMENT  TENANT             OUTCOME", "dev          acme.eu.auth0.com  nothing to do");
    }

    @Test
    void oneLineTellsSomebodyWhoWaits() {
        assertThat(FEW.get(0).line())
                .isEqualTo("dev (acme-dev.eu.auth0.com): 1 to add, 1 to change, 1 to remove, pending");
        assertThat(FEW.get(3).line()).isEqualTo("日本 (acme.jp.auth0.com): nothing written");
    }

    /** A thousand environments with the same text and the same fault are one text and one fault. */
    @Test
    void equalTextsAndFaultsAreToldOnceForAThousandEnvironments() {
        List<Result> many = new ArrayList<>();
        for (int number = 1; number <= 1_000; number++) {
            many.add(new Result(
                    "prod-" + number,
                    "acme-" + number + ".eu.auth0.com",
                    List.of("  + secret  (secret #" + String.format("%04x", number) + ", 12 characters)"),
                    counts(FleetPlans.changes()),
                    Outcome.REFUSED,
                    Optional.of(new Fault("It is locked.", "Wait.", Outcome.REFUSED))));
        }
        FleetReport report = new FleetReport(many);
        assertThat(report.lines()).hasSize(1_000 + 4).contains("  + secret  (secret, 12 characters)");
        assertThat(report.fault().orElseThrow().problems())
                .hasSize(3)
                .endsWith(
                        "prod-1, prod-2, prod-3, prod-4, prod-5, prod-6, prod-7, prod-8, prod-9, prod-10, prod-11, prod-12 and"
                                + " 988 more: It is locked.",
                        "  Wait.");
    }
}
