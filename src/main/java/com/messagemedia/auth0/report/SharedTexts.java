package com.messagemedia.auth0.report;

import com.messagemedia.auth0.report.FleetReport.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Texts about several environments, each distinct one once. Two texts are the same if they differ only in the names of their
 * environments, tenants and connections. The shared text then has placeholders, such as {@code NAME}, in the lines that differ.
 */
final class SharedTexts {

    private static final Pattern CONNECTION = Pattern.compile("\\bcon_[A-Za-z0-9]+");

    private SharedTexts() {}

    /**
     * Returns the environments that share a text, with that text, in the order of the results.
     *
     * @param text the lines about one environment
     */
    static Map<List<Result>, List<String>> of(List<Result> results, Function<Result, List<String>> text) {
        Map<List<String>, List<Result>> shared = new LinkedHashMap<>();
        results.forEach(result -> shared.computeIfAbsent(
                        withPlaceholders(result, text.apply(result)), unused -> new ArrayList<>())
                .add(result));
        Map<List<Result>, List<String>> texts = new LinkedHashMap<>();
        shared.forEach((placeholders, members) ->
                texts.put(members, merged(members.stream().map(text).toList(), placeholders)));
        return texts;
    }

    private static List<String> withPlaceholders(Result result, List<String> lines) {
        return lines.stream()
                .map(line -> with("TENANT", result.tenant(), line))
                .map(line -> with("NAME", result.environment(), line))
                .map(line -> CONNECTION.matcher(line).replaceAll("con_ID"))
                .toList();
    }

    private static String with(String placeholder, String name, String line) {
        return line.contains(name)
                ? line.replaceAll("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])", placeholder)
                : line;
    }

    private static List<String> merged(List<List<String>> texts, List<String> placeholders) {
        List<String> first = texts.get(0);
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < first.size(); index++) {
            int at = index;
            boolean same = texts.stream().allMatch(text -> text.get(at).equals(first.get(at)));
            lines.add(same ? first.get(at) : placeholders.get(at));
        }
        return lines;
    }
}
