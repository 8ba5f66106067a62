package com.messagemedia.auth0.report;

import java.util.List;

/**
 * Findings as GitHub shows them at a line of a file (GitHub documentation, "Workflow commands for GitHub Actions").
 *
 * @param file the descriptor's path from the repository's root, with slashes
 */
public record WorkflowAnnotations(String file) {

    /** The commands, one for each finding; what is pending is a notice, unless it fails the goal. */
    public List<String> lines(List<Finding> findings, boolean failOnPending) {
        return findings.stream().map(finding -> line(finding, failOnPending)).toList();
    }

    private String line(Finding finding, boolean failOnPending) {
        String level = switch (finding.kind()) {
            case IN_SYNC, PENDING -> failOnPending ? "error" : "notice";
            case DRIFT, CONFLICT, UNREADABLE -> "error";
        };
        String place = finding.place()
                .map(origin -> ",line=" + origin.line() + ",col=" + origin.column())
                .orElse("");
        return "::" + level + " file=" + property(file) + place + ",title="
                + property("SMS login: " + finding.kind().word()) + "::" + message(finding.sentence());
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
