package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Diagnostic;
import com.messagemedia.auth0.connection.Diagnostic.Severity;
import com.messagemedia.auth0.connection.Origin;
import com.messagemedia.auth0.descriptor.Field.Place;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of the descriptor as they may be shown, their secrets masked.
 *
 * @param fileName the file's name
 * @param lines the masked lines
 * @param shown whether a line may be shown at all: a link can lead to any file
 */
record SourceText(String fileName, List<String> lines, boolean shown) {

    /** The line breaks of editors and code reviews; those that only YAML knows are refused before it counts a line. */
    private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");

    /** A longer line would fill the screen and show nothing. */
    private static final int LONGEST = 500;

    /** What only a descriptor has at its left edge. */
    private static final Pattern VERSION = Pattern.compile("version:\\s+1\\s*(?:#.*)?");

    private static final Pattern LEFT_OUT = Pattern.compile("\\s*(?:#.*|---\\s*(?:#.*)?|%YAML.*)?");
    private static final Pattern FIRST_KEY = Pattern.compile("[\\s{-]*[\"']?([\\w.-]{1,64})[\"']?\\s{0,8}:(?:\\s.*)?");

    /** The lines of a file, masked; none is shown where nothing tells that it is a descriptor. */
    static SourceText of(String fileName, List<String> lines, List<String> masked) {
        boolean descriptor = lines.stream().map(VERSION::matcher).anyMatch(Matcher::matches) || beginsAsOne(lines);
        return new SourceText(fileName, masked, descriptor);
    }

    /** Whether the first key is a key of a descriptor, or nearly one. */
    private static boolean beginsAsOne(List<String> lines) {
        Set<String> keys = DescriptorSchema.get().keys(List.of());
        return lines.stream()
                .filter(line -> !LEFT_OUT.matcher(line).matches())
                .findFirst()
                .map(FIRST_KEY::matcher)
                .filter(Matcher::matches)
                .filter(first -> keys.contains(first.group(1))
                        || Suggestion.nearest(first.group(1), keys).isPresent())
                .isPresent();
    }

    static List<String> split(String text) {
        return List.of(LINE_BREAK.split(text, -1));
    }

    Origin origin(Place place) {
        return new Origin(fileName, place.line() + 1, place.column() + 1);
    }

    Diagnostic diagnostic(Severity severity, Place place, Statement statement) {
        Optional<String> line = place.line() < lines.size() ? Optional.of(lines.get(place.line())) : Optional.empty();
        Optional<String> visible =
                line.filter(text -> shown && text.length() <= LONGEST).map(CredentialShapes::mask);
        return new Diagnostic(
                severity,
                origin(place),
                width(place, line.orElse("")),
                statement.subject(),
                statement.problem(),
                statement.remedy(),
                visible);
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
