package com.messagemedia.auth0.model;

import java.util.Optional;

/**
 * An error or a warning at a place in the descriptor. It contains no secret: its creator masks the source line first.
 *
 * @param severity whether it stops the goal
 * @param origin its place
 * @param width how many characters of the source line to underline, at least 1
 * @param subject the field, such as {@code messageMedia.from}; empty for the whole file
 * @param problem what is wrong, a clause that follows the subject, such as "is not a phone number"
 * @param remedy what to write instead, a whole sentence
 * @param sourceLine the line of the file, its secrets masked
 */
public record Diagnostic(
        Severity severity,
        Origin origin,
        int width,
        String subject,
        String problem,
        String remedy,
        Optional<String> sourceLine) {

    /** How serious a diagnostic is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Whether this stops the goal. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The place and the problem in one line. */
    public String headline() {
        String level = isError() ? "" : "warning: ";
        return origin + ": " + level + (subject.isEmpty() ? "" : subject + " ") + problem;
    }

    @Override
    public String toString() {
        return headline();
    }
}
