package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.Diagnostic;
import com.messagemedia.auth0.connection.Diagnostic.Severity;
import com.messagemedia.auth0.connection.Origin;
import com.messagemedia.auth0.descriptor.Field.Place;
import com.messagemedia.auth0.descriptor.SourceText.Statement;
import com.messagemedia.auth0.descriptor.Validation.DescriptorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gathers what is wrong. One field is told one error: what is found first is the cause, what follows from it is not repeated,
 * and neither is what two environments have in common. An error without a subject speaks for all fields at its place.
 */
final class Findings {

    private static final Pattern OVERLAY = Pattern.compile("^environments\\.[^.\\[]+\\.");
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.<Diagnostic>comparingInt(
                    found -> found.origin().line())
            .thenComparingInt(found -> found.origin().column())
            .thenComparing(Diagnostic::severity);

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Object> told = new HashSet<>();

    Findings(SourceText source) {
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    void error(Place place, String subject, String problem, String remedy) {
        add(source.diagnostic(Severity.ERROR, place, new Statement(subject, problem, remedy)));
    }

    /** Adds what was found elsewhere in the same file, unless it is told already. */
    void add(Diagnostic diagnostic) {
        boolean isNew = diagnostic.isError()
                ? !told.contains(new Cause(diagnostic.origin(), "")) && told.add(cause(diagnostic))
                : told.add(List.of(cause(diagnostic), diagnostic.problem()));
        if (isNew) {
            found.add(diagnostic);
        }
    }

    /** Findings of the same file, none yet. */
    Findings empty() {
        return new Findings(source);
    }

    /** An error of the file as a whole. */
    void whole(String problem, String remedy) {
        Origin file = Origin.wholeFile(source.fileName());
        found.add(new Diagnostic(Severity.ERROR, file, 1, "", problem, remedy, Optional.empty()));
    }

    void warning(Place place, String subject, String problem, String remedy) {
        add(source.diagnostic(Severity.WARNING, place, new Statement(subject, problem, remedy)));
    }

    private static Cause cause(Diagnostic diagnostic) {
        String subject = OVERLAY.matcher(diagnostic.subject()).replaceFirst("");
        return new Cause(diagnostic.origin(), subject);
    }

    /** Everything found, in the order of the file; no warning where the same field has an error. */
    List<Diagnostic> all() {
        return found.stream()
                .filter(diagnostic -> diagnostic.isError() || !told.contains(cause(diagnostic)))
                .sorted(BY_PLACE)
                .toList();
    }

    /** Refuses to go on where there is an error. */
    void throwErrors() {
        if (found.stream().anyMatch(Diagnostic::isError)) {
            throw new DescriptorException(source.fileName(), all());
        }
    }

    private record Cause(Origin origin, String subject) {}
}
