package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Diagnostic;
import com.messagemedia.auth0.connection.Diagnostic.Severity;
import com.messagemedia.auth0.connection.Origin;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of the descriptor as they may be shown, their secrets masked.
 *
 * @param fileName the file's name
 * @param lines the masked lines
 */
record SourceText(String fileName, List<String> lines) {

    /** The line breaks of editors and code reviews; those that only YAML knows are refused before it counts a line. */
    private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");

    /** A longer line would fill the screen and show nothing. */
    private static final int LONGEST = 500;

    static List<String> split(String text) {
        return List.of(LINE_BREAK.split(text, -1));
    }

    Origin origin(Place place) {
        return new Origin(fileName, place.line() + 1, place.column() + 1);
    }

    Diagnostic diagnostic(Severity severity, Place place, Statement statement) {
        Optional<String> line = place.line() < lines.size() ? Optional.of(lines.get(place.line())) : Optional.empty();
        Optional<String> shown = line.filter(text -> text.length() <= LONGEST);
        return new Diagnostic(
                severity,
                origin(place),
                width(place, line.orElse("")),
                statement.subject(),
                statement.problem(),
                statement.remedy(),
                shown);
    }

    private static int width(Place place, String line) {
        int end = place.line() == place.endLine()
                ? place.endColumn()
                : line.stripTrailing().codePointCount(0, line.stripTrailing().length());
        return Math.max(1, end - place.column());
    }

    /**
     * What is said about a place.
     *
     * @param subject the field it is about; empty for the file as a whole
     * @param problem what is wrong, reading on from the subject
     * @param remedy what to write instead
     */
    record Statement(String subject, String problem, String remedy) {}
}
