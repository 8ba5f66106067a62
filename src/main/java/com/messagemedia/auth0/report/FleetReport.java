package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.report.PlanReport.PlanSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many environments in one report: a table with a line for each, then each distinct text once with the environments that share
 * it, then what failed.
 *
 * @param results the results, in the order of the descriptor
 */
public record FleetReport(List<Result> results) {

    /** A fingerprint has another salt in each tenant, so it tells nothing between tenants. */
    private static final Pattern FINGERPRINT = Pattern.compile(" #[0-9a-f]{4}(?=, )");

    private static final int MOST_NAMES = 12;

    private static final List<String> COUNTED = List.of("ADD", "CHANGE", "REMOVE", "CONFLICT");
    private static final List<String> UNCOUNTED = List.of("", "", "", "");

    public FleetReport {
        results = List.copyOf(results);
    }

    /**
     * What came of one environment.
     *
     * @param environment its name
     * @param tenant its tenant
     * @param text what a run for this environment alone would print below its headline
     * @param counts how many options the plan changes; empty if there is no plan
     * @param outcome how it ended
     * @param fault why it failed; empty if it did not
     */
    public record Result(
            String environment,
            String tenant,
            List<String> text,
            Optional<Counts> counts,
            Outcome outcome,
            Optional<Fault> fault) {

        public Result {
            text = List.copyOf(text);
        }

        /** One line, for somebody who waits. */
        public String line() {
            String ended = words(outcome);
            String plan = counts.map(Counts::words)
                    .filter(said -> !said.equals(ended))
                    .map(said -> said + ", ")
                    .orElse("");
            return Printable.text(environment + " (" + tenant + "): " + plan + ended);
        }

        private List<String> told() {
            Fault failed = fault.orElseThrow();
            return Stream.concat(failed.problems().stream(), failed.remedies().stream())
                    .toList();
        }
    }

    /**
     * How many options a plan changes.
     *
     * @param numbers how many it adds, changes, removes, and how many are in conflict
     * @param words the same in a few words
     */
    public record Counts(List<Long> numbers, String words) {

        public Counts {
            numbers = List.copyOf(numbers);
        }

        /** Counts the options of a plan. */
        public static Counts of(Plan plan) {
            Plan.Counts counts = plan.counts();
            return new Counts(
                    List.of(counts.added(), counts.changed(), counts.removed(), counts.conflicts()),
                    new PlanSummary(plan).counts());
        }

        private List<String> cells() {
            return numbers.stream()
                    .map(number -> number == 0 ? "-" : String.valueOf(number))
                    .toList();
        }
    }

    private static String words(Outcome outcome) {
        return outcome.word().replace('-', ' ');
    }

    /** Returns the table and the texts, as wide as they are. */
    public List<String> lines() {
        return lines(Integer.MAX_VALUE);
    }

    /**
     * Returns the table and the texts.
     *
     * @param columns the width that the table may have; long names of environments and tenants are cut to it
     */
    public List<String> lines(int columns) {
        List<String> lines = new ArrayList<>(new FleetTable(rows(), columns).lines());
        SharedTexts.of(results, FleetReport::textOf).forEach((members, text) -> {
            if (!text.isEmpty()) {
                lines.add("");
                lines.add(names(members) + ":");
                lines.addAll(members.size() == 1 ? members.get(0).text() : text);
            }
        });
        return lines;
    }

    /** The rows of the table. A goal without plans has no columns for them. */
    private List<List<String>> rows() {
        boolean counted = results.stream().anyMatch(result -> result.counts().isPresent());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("ENVIRONMENT", "TENANT", counted ? COUNTED : List.of(), "OUTCOME"));
        results.forEach(result -> rows.add(row(
                Printable.text(result.environment()),
                Printable.text(result.tenant()),
                counted ? result.counts().map(Counts::cells).orElse(UNCOUNTED) : List.of(),
                words(result.outcome()))));
        return rows;
    }

    private static List<String> row(String environment, String tenant, List<String> counts, String outcome) {
        return Stream.of(List.of(environment, tenant), counts, List.of(outcome))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> textOf(Result result) {
        return result.text().stream()
                .map(line -> FINGERPRINT.matcher(line).replaceAll(""))
                .toList();
    }

    private static String names(List<Result> members) {
        String named = members.stream()
                .limit(MOST_NAMES)
                .map(result -> Printable.text(result.environment()))
                .collect(Collectors.joining(", "));
        return members.size() > MOST_NAMES ? named + " and " + (members.size() - MOST_NAMES) + " more" : named;
    }

    /** Returns the fault of the whole run: each distinct fault once, with its environments; empty if none failed. */
    public Optional<Fault> fault() {
        List<Result> failed =
                results.stream().filter(result -> result.fault().isPresent()).toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        problems.add(failed.size() + " of " + results.size() + " environments failed: " + names(failed) + ".");
        SharedTexts.of(failed, Result::told).forEach((members, told) -> {
            problems.add(names(members) + ": " + told.get(0));
            told.stream().skip(1).forEach(line -> problems.add("  " + line));
        });
        return Optional.of(new Fault(problems, List.of(), worst()));
    }

    private Outcome worst() {
        return results.stream()
                .filter(result -> result.fault().isPresent())
                .map(Result::outcome)
                .max(Enum::compareTo)
                .orElse(Outcome.NOTHING_WRITTEN);
    }

    /** Returns the closing line: how many ended how. */
    public String closing() {
        Map<String, Long> counts = new LinkedHashMap<>();
        results.forEach(result -> counts.merge(words(result.outcome()), 1L, Long::sum));
        return "Outcome of " + results.size() + (results.size() == 1 ? " environment: " : " environments: ")
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
