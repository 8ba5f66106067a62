package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Diagnostic.Severity;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.yaml.Field.Place;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects errors and warnings. Each field has at most one error: the first one is the cause, later ones are its
 * consequences and are dropped. An error that two environments share is reported once. An error without a subject
 * covers all fields at its place.
 */
public final class Findings {

    private static final Pattern OVERLAY = Pattern.compile("^environments(?:\\.[^.\\[]+|\\[\"[^\"]*\"])\\.");
    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Object> told = new HashSet<>();

    /** No findings yet, for this file. */
    public Findings(SourceText source) {
        this.source = source;
    }

    /** The file that the findings are about. */
    public SourceText source() {
        return source;
    }

    /** Adds an error at a place, unless the same field already has one. */
    public void error(Place place, String subject, String problem, String remedy) {
        add(source.diagnostic(Severity.ERROR, place, new Statement(subject, problem, remedy)));
    }

    /** Adds a diagnostic of the same file, unless it is already reported. */
    public void add(Diagnostic diagnostic) {
        boolean isNew = diagnostic.isError()
                ? !told.contains(new Cause(diagnostic.origin(), "")) && told.add(cause(diagnostic))
                : told.add(List.of(cause(diagnostic), diagnostic.problem()));
        if (isNew) {
            found.add(diagnostic);
        }
    }

    /** Empty findings for the same file. */
    public Findings empty() {
        return new Findings(source);
    }

    /** Adds an error about the file as a whole. */
    public void whole(String problem, String remedy) {
        Origin file = Origin.wholeFile(source.fileName());
        found.add(new Diagnostic(Severity.ERROR, file, 1, "", problem, remedy, Optional.empty()));
    }

    /** Adds a warning at a place, unless it is already reported. */
    public void warning(Place place, String subject, String problem, String remedy) {
        add(source.diagnostic(Severity.WARNING, place, new Statement(subject, problem, remedy)));
    }

    private static Cause cause(Diagnostic diagnostic) {
        String subject = OVERLAY.matcher(diagnostic.subject()).replaceFirst("");
        return new Cause(diagnostic.origin(), subject);
    }

    /** All findings in the order of the file, those of a second file last. A warning is left out if the same field has an error. */
    public List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>();
        for (Diagnostic diagnostic : found) {
            if (diagnostic.isError() || !told.contains(cause(diagnostic))) {
                all.add(diagnostic);
            }
        }
        if (all.size() > 1) {
            all.sort(this::byPlace);
        }
        return Collections.unmodifiableList(all);
    }

    private int byPlace(Diagnostic one, Diagnostic other) {
        int line = Integer.compare(
                source.place(one.origin()).line(), source.place(other.origin()).line());
        int column = Integer.compare(one.origin().column(), other.origin().column());
        int place = line == 0 ? column : line;
        return place == 0 ? one.severity().compareTo(other.severity()) : place;
    }

    /** Throws {@link DescriptorException} if there is an error. */
    public void throwErrors() {
        for (Diagnostic diagnostic : found) {
            if (diagnostic.isError()) {
                throw new DescriptorException(source.fileName(), all());
            }
        }
    }

    private record Cause(Origin origin, String subject) {}
}
