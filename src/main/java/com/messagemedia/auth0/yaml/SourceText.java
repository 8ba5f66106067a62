package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Diagnostic.Severity;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.yaml.Field.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The lines of the descriptor for messages, with masked secrets. The lines of a second file may count after its own.
 *
 * @param fileName the file's name
 * @param lines the masked lines
 * @param shown whether messages may show a line: a link can lead to any file
 * @param mask masks credentials that are not declared, by their shape
 * @param below the second file; empty if there is none
 */
public record SourceText(
        String fileName, List<String> lines, boolean shown, UnaryOperator<String> mask, Optional<SourceText> below) {

    /**
     * The line breaks of editors and code reviews. Line breaks that only YAML knows are refused before YAML counts
     * lines.
     */
    private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");

    /** A longer line would fill the screen, so messages do not show it. */
    private static final int LONGEST = 500;

    /** The lines of one file. */
    public SourceText(String fileName, List<String> lines, boolean shown, UnaryOperator<String> mask) {
        this(fileName, lines, shown, mask, Optional.empty());
    }

    /** These lines with the lines of a second file after them. */
    public SourceText with(SourceText second) {
        return new SourceText(fileName, lines, shown, mask, Optional.of(second));
    }

    /** The lines of a text, as editors count them. */
    public static List<String> split(String text) {
        return List.of(LINE_BREAK.split(text, -1));
    }

    /** The line and column of a place, from 1, as messages show them. */
    public Origin origin(Place place) {
        return isBelow(place)
                ? below.orElseThrow().origin(place.moved(-lines.size()))
                : new Origin(fileName, place.line() + 1, place.column() + 1);
    }

    private boolean isBelow(Place place) {
        return below.isPresent() && place.line() >= lines.size();
    }

    /** The place, without width, that messages show like this: the inverse of {@link #origin}. */
    public Place place(Origin origin) {
        int line = origin.line() - 1;
        int column = origin.column() - 1;
        Place place = new Place(line, column, line, column);
        boolean ofSecond = below.isPresent() && below.get().fileName.equals(origin.file());
        return ofSecond ? place.moved(lines.size()) : place;
    }

    /** A diagnostic at a place, with its masked source line. */
    public Diagnostic diagnostic(Severity severity, Place place, Statement statement) {
        return isBelow(place)
                ? below.orElseThrow().diagnostic(severity, place.moved(-lines.size()), statement)
                : ownDiagnostic(severity, place, statement);
    }

    private Diagnostic ownDiagnostic(Severity severity, Place place, Statement statement) {
        Optional<String> line = place.line() < lines.size() ? Optional.of(lines.get(place.line())) : Optional.empty();
        Optional<String> visible =
                line.filter(text -> shown && text.length() <= LONGEST).map(mask);
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
     * The statement of a diagnostic.
     *
     * @param subject the field; empty for the file as a whole
     * @param problem what is wrong, a clause that follows the subject
     * @param remedy what to write instead
     */
    public record Statement(String subject, String problem, String remedy) {}
}
