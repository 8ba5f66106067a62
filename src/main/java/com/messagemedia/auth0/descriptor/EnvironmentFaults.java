package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Field.Place;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText;
import com.messagemedia.auth0.yaml.SourceText.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reports the faults in the document of one environment. A fault that the overlay causes names the environment and the
 * overlay's line, even if the faulty value is in the lines that all environments share.
 */
final class EnvironmentFaults {

    /** Limits the search for the cause of a fault, as each try runs all rules again. */
    private static final int MOST_TRIES = 200;

    /** The problems that report a value absent from both the shared lines and the environment. */
    private static final Set<String> LACKING = Set.of("is missing", "has no way to sign in");

    private final Environments environments;
    private final Findings findings;
    private Optional<Set<Fault>> shared = Optional.empty();
    private Optional<Set<Fault>> everywhere = Optional.empty();
    private Optional<Set<Place>> named = Optional.empty();
    private int tries;

    EnvironmentFaults(Environments environments, Findings findings) {
        this.environments = environments;
        this.findings = findings;
    }

    /** The parts of a fault that identify it in another environment's document. */
    private record Fault(Place place, String subject, String problem) {}

    void check(EffectiveDocument document) {
        Optional<Field> overlay = overlay(document);
        for (Diagnostic found : diagnostics(document)) {
            findings.add(overlay.isPresent() ? told(found, overlay.get()) : found);
        }
    }

    private Optional<Field> overlay(EffectiveDocument document) {
        Optional<String> name = document.environment();
        return name.isPresent() ? environments.overlay(name.get()) : Optional.empty();
    }

    /** Reports references in fields that do not accept them. */
    void checkReferences(EffectiveDocument document) {
        Findings own = findings.empty();
        new ReferenceRules(document, own).check();
        add(document, own);
    }

    /** Reports references that have no value as errors. */
    void refuseMissing(EffectiveDocument document) {
        Findings all = findings.empty();
        new UnresolvedReferences(document).refuse(all);
        Findings own = findings.empty();
        for (Diagnostic found : all.all()) {
            own.add(ofEnvironment(found, document));
        }
        add(document, own);
    }

    /** Reports references to files that no machine can use, as errors. */
    void refuseUnusable(EffectiveDocument document) {
        Findings own = findings.empty();
        new UnresolvedReferences(document).refuseUnusable(own);
        add(document, own);
    }

    /** Moves a fault to the environment if the value has the environment's name in it: each environment has its own fault. */
    private Diagnostic ofEnvironment(Diagnostic found, EffectiveDocument document) {
        if (named.isEmpty()) {
            Set<Place> places = new HashSet<>();
            for (Field field : environments.document().all()) {
                if (EnvironmentReference.isIn(field.value())) {
                    places.add(Place.at(field.value().getStartMark()));
                }
            }
            named = Optional.of(places);
        }
        return document.environment()
                .filter(name -> named.get().contains(fault(found).place()))
                .flatMap(environments::overlay)
                .filter(overlay -> !isIn(found, overlay))
                .map(overlay -> lacking(found, overlay))
                .orElse(found);
    }

    private void add(EffectiveDocument document, Findings own) {
        Optional<Field> overlay = overlay(document);
        for (Diagnostic found : own.all()) {
            boolean inside = overlay.isPresent() && isIn(found, overlay.get());
            findings.add(inside ? named(found, overlay.get()) : found);
        }
    }

    private List<Diagnostic> diagnostics(EffectiveDocument document) {
        Findings own = findings.empty();
        new DescriptorRules(document, own).check();
        return own.all();
    }

    private Set<Fault> faults(EffectiveDocument document) {
        Set<Fault> faults = new HashSet<>();
        for (Diagnostic found : diagnostics(document)) {
            faults.add(fault(found));
        }
        return faults;
    }

    private Fault fault(Diagnostic found) {
        return new Fault(findings.source().place(found.origin()), found.subject(), found.problem());
    }

    private Diagnostic told(Diagnostic found, Field overlay) {
        if (isIn(found, overlay)) {
            return named(found, overlay);
        }
        if (shared.isEmpty()) {
            shared = Optional.of(faults(environments.shared()));
        }
        if (!shared.get().contains(fault(found))) {
            return moved(found, cause(fault(found), overlay));
        }
        return LACKING.contains(found.problem()) && !isEverywhere(fault(found)) ? lacking(found, overlay) : found;
    }

    /** Whether every environment has this fault. Otherwise the report names each environment that has it. */
    private boolean isEverywhere(Fault fault) {
        if (everywhere.isEmpty()) {
            Set<Fault> common = new HashSet<>(shared.orElseGet(Set::of));
            environments.asWritten().forEach(other -> common.retainAll(faults(other)));
            everywhere = Optional.of(common);
        }
        return everywhere.get().contains(fault);
    }

    private boolean isIn(Diagnostic found, Field overlay) {
        Place place = fault(found).place();
        Place end = Place.of(overlay.value());
        boolean behind = place.line() > overlay.keyPlace().line()
                || (place.line() == overlay.keyPlace().line()
                        && place.column() >= overlay.keyPlace().column());
        boolean before =
                place.line() < end.endLine() || (place.line() == end.endLine() && place.column() <= end.endColumn());
        return behind && before;
    }

    /** Moves the fault to this environment: the user adds here the value that other environments have. */
    private Diagnostic lacking(Diagnostic found, Field overlay) {
        Statement statement = new Statement(overlay.name() + "." + found.subject(), found.problem(), found.remedy());
        return findings.source().diagnostic(found.severity(), overlay.keyPlace(), statement);
    }

    private static Diagnostic named(Diagnostic found, Field overlay) {
        String subject = found.subject();
        String separator = subject.startsWith("[") ? "" : ".";
        return subject.isEmpty() || subject.startsWith(overlay.name())
                ? found
                : new Diagnostic(
                        found.severity(),
                        found.origin(),
                        found.width(),
                        overlay.name() + separator + subject,
                        found.problem(),
                        found.remedy(),
                        found.sourceLine());
    }

    /** Returns the overlay's value that causes the fault, or the overlay if no single value causes it. */
    private Field cause(Fault fault, Field overlay) {
        for (Field leaf : overlay.isObject() ? overlay.all() : List.<Field>of()) {
            boolean single = !leaf.isObject() && leaf.key().isPresent();
            if (single
                    && ++tries <= MOST_TRIES
                    && !faults(environments.without(overlay, leaf)).contains(fault)) {
                return leaf;
            }
        }
        return overlay;
    }

    private Diagnostic moved(Diagnostic found, Field cause) {
        String shared = found.subject().isEmpty() ? "" : found.subject() + " ";
        SourceText source = findings.source();
        String line = found.origin().lineFor(source.origin(cause.keyPlace()).file());
        return source.diagnostic(
                found.severity(),
                cause.keyPlace(),
                new Statement(cause.name(), "does not fit " + line + ": " + shared + found.problem(), found.remedy()));
    }
}
