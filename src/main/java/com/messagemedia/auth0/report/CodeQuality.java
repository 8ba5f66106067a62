package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Tree;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.report.Remark.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Remarks as GitLab shows them in a merge request (GitLab documentation, "Code Quality report format").
 *
 * @param file the descriptor's path from the repository's root, with slashes
 */
public record CodeQuality(String file) {

    /** The report as JSON; an empty list where there is no remark. */
    public String text(List<Remark> remarks) {
        return Json.writePretty(
                new Array(remarks.stream().<Value>map(this::issue).toList()));
    }

    private Tree issue(Remark remark) {
        // The same remark has the same mark in every pipeline, and so is one that is known already.
        String mark = file + " " + remark.kind() + " " + remark.subject() + " " + remark.text();
        Value line = new Value.Numeral(String.valueOf(
                remark.place().map(place -> Math.max(1, place.line())).orElse(1)));
        Map<String, Value> issue = new LinkedHashMap<>();
        issue.put("description", Value.of(remark.text()));
        issue.put("check_name", Value.of("messagemedia-" + remark.kind()));
        issue.put(
                "fingerprint",
                Value.of(UUID.nameUUIDFromBytes(mark.getBytes(StandardCharsets.UTF_8))
                        .toString()));
        issue.put("severity", Value.of(severity(remark.level())));
        Map<String, Value> location = new LinkedHashMap<>();
        location.put("path", Value.of(file));
        location.put("lines", new Tree(Map.of("begin", line)));
        issue.put("location", new Tree(location));
        return new Tree(issue);
    }

    private static String severity(Level level) {
        return switch (level) {
            case NOTICE -> "info";
            case WARNING -> "minor";
            case ERROR -> "major";
        };
    }
}
