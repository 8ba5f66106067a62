package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Tree;
import com.messagemedia.auth0.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Findings as GitLab shows them in a merge request (GitLab documentation, "Code Quality report format").
 *
 * @param file the descriptor's path from the repository's root, with slashes
 */
public record CodeQuality(String file) {

    /** The report as JSON; an empty list where there is no finding. */
    public String text(List<Finding> findings) {
        return Json.writePretty(
                new Array(findings.stream().<Value>map(this::issue).toList()));
    }

    private Tree issue(Finding finding) {
        // The same finding has the same mark in every pipeline, and so is one that is known already.
        String mark = file + " " + finding.kind().word() + " " + finding.subject() + " " + finding.sentence();
        Value line = new Value.Numeral(String.valueOf(
                finding.place().map(place -> Math.max(1, place.line())).orElse(1)));
        Map<String, Value> issue = new LinkedHashMap<>();
        issue.put("description", Value.of(finding.sentence()));
        issue.put("check_name", Value.of("messagemedia-" + finding.kind().word()));
        issue.put(
                "fingerprint",
                Value.of(UUID.nameUUIDFromBytes(mark.getBytes(StandardCharsets.UTF_8))
                        .toString()));
        issue.put("severity", Value.of(severity(finding)));
        Map<String, Value> location = new LinkedHashMap<>();
        location.put("path", Value.of(file));
        location.put("lines", new Tree(Map.of("begin", line)));
        issue.put("location", new Tree(location));
        return new Tree(issue);
    }

    private static String severity(Finding finding) {
        return switch (finding.kind()) {
            case IN_SYNC, PENDING -> "info";
            case DRIFT -> "major";
            case CONFLICT, UNREADABLE -> "critical";
        };
    }
}
