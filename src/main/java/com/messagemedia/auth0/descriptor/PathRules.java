package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.OptionRules.AllowedOptions;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that the document names every option once: it sets or removes it. A path includes everything below it. */
record PathRules(EffectiveDocument document, Findings findings) {

    private static final String ONE_OF_BOTH = "Keep one of the two.";

    void check() {
        Optional<Field> options = document.field("options");
        removals(options.isPresent() ? OptionValues.leaves(options.get()) : List.of());
    }

    private void removals(List<Field> options) {
        NamedPaths before = new NamedPaths();
        NamedPaths set = new NamedPaths();
        for (Field option : options) {
            set.add(OptionValues.path(option));
        }
        for (Field entry : document.members("remove")) {
            Optional<FieldPath> path = path(document.text(entry));
            if (path.isPresent()) {
                List<Field> near = set.overlap(path.get()) ? options : List.of();
                removal(entry, path.get(), near, before);
                before.add(path.get());
            } else if (!document.text(entry).orElse("").isEmpty()) {
                refuse(entry, "is not a path of keys separated by dots", "Write it like totp.time_step.");
            }
        }
    }

    /** Returns the path that a text names; empty where there is no text, or no path in it. */
    static Optional<FieldPath> path(Optional<String> text) {
        return text.isPresent() ? parse(text.get()) : Optional.empty();
    }

    static Optional<FieldPath> parse(String text) {
        try {
            return Optional.of(FieldPath.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A set of paths that finds with one lookup whether another path overlaps one of them. */
    private static final class NamedPaths {
        private final Set<FieldPath> named = new HashSet<>();
        private final Set<FieldPath> above = new HashSet<>();

        void add(FieldPath path) {
            named.add(path);
            above.addAll(path.above());
        }

        boolean overlap(FieldPath path) {
            return named.contains(path) || above.contains(path) || !Collections.disjoint(named, path.above());
        }
    }

    private void removal(Field entry, FieldPath path, List<Field> options, NamedPaths before) {
        if (isImplied(path)) {
            boolean resource = new KnownPaths(document.delivery()).isOfResource(path);
            String setter = resource
                    ? "names what delivery: " + document.delivery().name() + " sets: "
                    : "names an option that messageMedia sets: ";
            refuse(entry, setter + path, ONE_OF_BOTH);
        } else if (isSet(path, options)) {
            refuse(entry, "names an option that options sets: " + path, ONE_OF_BOTH);
        } else if (before.overlap(path)) {
            refuse(entry, "names " + path + " again: a path includes everything below it", ONE_OF_BOTH);
        } else {
            unknown(entry, path);
        }
    }

    private boolean isImplied(FieldPath path) {
        for (FieldPath implied : document.delivery().impliedPaths(document)) {
            if (path.overlaps(implied)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSet(FieldPath path, List<Field> options) {
        for (Field option : options) {
            if (contradicts(path, option)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A path in the list of removals below an option with a scalar or a list is not a contradiction: it confirms that the object in
     * Auth0 may be replaced.
     */
    private static boolean contradicts(FieldPath removed, Field option) {
        FieldPath set = OptionValues.path(option);
        boolean confirms = removed.startsWith(set) && !removed.equals(set) && !option.isObject();
        return removed.overlaps(set) && !confirms;
    }

    private void unknown(Field entry, FieldPath path) {
        KnownPaths paths = new KnownPaths(document.delivery());
        Optional<FieldPath> slip = new AllowedOptions(document).contains(path) ? Optional.empty() : paths.slip(path);
        if (slip.isPresent() && paths.isOfResource(slip.get())) {
            refuse(entry, KnownPaths.misspelt(slip.get()), "Write " + slip.get() + ".");
        } else if (!paths.isOfResource(path)) {
            unknownOption(entry, path);
        }
    }

    private void unknownOption(Field entry, FieldPath path) {
        Set<String> known = DescriptorSchema.get().keys(List.of("options"));
        if (known.contains(path.head())) {
            return;
        }
        Optional<String> meant = Suggestion.nearest(path.head(), known);
        if (meant.isPresent()) {
            findings.warning(
                    entry.valuePlace(),
                    entry.name(),
                    "names an option that Auth0 does not document: " + path.head(),
                    "Did you mean " + meant.get() + "?");
        }
    }

    private void refuse(Field entry, String problem, String remedy) {
        findings.error(entry.valuePlace(), entry.name(), problem, remedy);
    }
}
