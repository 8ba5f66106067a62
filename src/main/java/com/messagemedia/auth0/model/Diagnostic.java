package com.messagemedia.auth0.model;

import java.util.Optional;

/**
 * Something that is wrong, or worth a warning, at a place in the descriptor. Holds no secret: whoever makes one masks the
 * source line first.
 *
 * @param severity whether it stops the goal
 * @param origin where
 * @param width how many characters of the source line it is about, at least 1
 * @param subject the field it is about, such as {@code messageMedia.from}; empty where it is about the whole file
 * @param problem what is wrong, a clause that reads on from the subject, such as "is not a phone number"
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

    /** How grave a diagnostic is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Whether this stops the goal. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The place and what is wrong there, in one line. */
    public String headline() {
        String level = isError() ? "" : "warning: ";
        return origin + ": " + level + (subject.isEmpty() ? "" : subject + " ") + problem;
    }

    @Override
    public String toString() {
        return headline();
    }
}
