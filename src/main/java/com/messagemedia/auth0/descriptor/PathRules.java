package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.OptionRules.AllowedOptions;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that the document names every option once: it sets or removes it. A path includes everything below it. */
record PathRules(EffectiveDocument document, Findings findings) {

    private static final String ONE_OF_BOTH = "Keep one of the two.";

    void check() {
        List<Field> options =
                document.field("options").map(OptionValues::leaves).orElse(List.of());
        removals(options);
    }

    private void removals(List<Field> options) {
        NamedPaths before = new NamedPaths();
        NamedPaths set = new NamedPaths();
        options.stream().map(OptionValues::path).forEach(set::add);
        for (Field entry : document.field("remove").map(Field::members).orElse(List.of())) {
            document.text(entry).filter(text -> !text.isEmpty()).ifPresent(text -> {
                Optional<FieldPath> path = parse(text);
                if (path.isEmpty()) {
                    refuse(entry, "is not a path of keys separated by dots", "Write it like totp.time_step.");
                } else {
                    List<Field> near = set.overlap(path.get()) ? options : List.of();
                    removal(entry, path.get(), near, before);
                    before.add(path.get());
                }
            });
        }
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
            return named.contains(path)
                    || above.contains(path)
                    || path.above().stream().anyMatch(named::contains);
        }
    }

    private void removal(Field entry, FieldPath path, List<Field> options, NamedPaths before) {
        if (document.delivery().impliedPaths(document).stream().anyMatch(path::overlaps)) {
            boolean resource = new KnownPaths(document.delivery()).isOfResource(path);
            String setter = resource
                    ? "names what delivery: " + document.delivery().name() + " sets: "
                    : "names an option that messageMedia sets: ";
            refuse(entry, setter + path, ONE_OF_BOTH);
        } else if (options.stream().anyMatch(option -> contradicts(path, option))) {
            refuse(entry, "names an option that options sets: " + path, ONE_OF_BOTH);
        } else if (before.overlap(path)) {
            refuse(entry, "names " + path + " again: a path includes everything below it", ONE_OF_BOTH);
        } else {
            unknown(entry, path);
        }
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
        if (slip.filter(paths::isOfResource).isPresent()) {
            refuse(entry, KnownPaths.misspelt(slip.get()), "Write " + slip.get() + ".");
        } else if (!paths.isOfResource(path)) {
            unknownOption(entry, path);
        }
    }

    private void unknownOption(Field entry, FieldPath path) {
        Set<String> known = DescriptorSchema.get().keys(List.of("options"));
        Optional<String> meant =
                known.contains(path.head()) ? Optional.empty() : Suggestion.nearest(path.head(), known);
        meant.ifPresent(word -> findings.warning(
                entry.valuePlace(),
                entry.name(),
                "names an option that Auth0 does not document: " + path.head(),
                "Did you mean " + word + "?"));
    }

    private void refuse(Field entry, String problem, String remedy) {
        findings.error(entry.valuePlace(), entry.name(), problem, remedy);
    }
}
