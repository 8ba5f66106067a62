package com.messagemedia.auth0.report;

import java.util.List;
import java.util.Locale;

/**
 * Remarks as GitHub shows them at a line of a file (GitHub documentation, "Workflow commands for GitHub Actions").
 *
 * @param file the descriptor's path from the repository's root, with slashes
 */
public record WorkflowAnnotations(String file) {

    /** The commands, one for each remark. */
    public List<String> lines(List<Remark> remarks) {
        return remarks.stream().map(this::line).toList();
    }

    private String line(Remark remark) {
        String level = remark.level().name().toLowerCase(Locale.ROOT);
        String place = remark.place()
                .map(origin -> ",line=" + origin.line() + ",col=" + origin.column())
                .orElse("");
        return "::" + level + " file=" + property(file) + place + ",title=" + property("SMS login: " + remark.kind())
                + "::" + message(remark.text());
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
