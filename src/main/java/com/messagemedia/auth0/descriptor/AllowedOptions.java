package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options that {@code allowUnknown} lets through: Auth0 has them, and the plugin does not know them yet. */
record AllowedOptions(EffectiveDocument document) {

    private static final String SECTION = "allowUnknown";

    private List<Field> entries() {
        return document.field(SECTION).map(Field::members).orElse(List.of());
    }

    private Optional<FieldPath> path(Field entry) {
        return document.text(entry).filter(text -> !text.isEmpty()).flatMap(PathRules::parse);
    }

    /** Whether the path, or one above it, is listed. */
    boolean contains(FieldPath path) {
        return entries().stream().flatMap(entry -> path(entry).stream()).anyMatch(path::startsWith);
    }

    /** The path of which this one is a slip; empty where it is known, or like no known one. */
    static Optional<FieldPath> slip(FieldPath path) {
        List<String> keys = new ArrayList<>(List.of("options"));
        for (String key : path.segments()) {
            Set<String> known = DescriptorSchema.get().keys(keys);
            Optional<String> meant = known.contains(key) ? Optional.empty() : Suggestion.slip(key, known);
            if (meant.isPresent()) {
                keys.add(meant.get());
                return Optional.of(new FieldPath(keys.subList(1, keys.size())));
            }
            keys.add(key);
        }
        return Optional.empty();
    }

    private static boolean isKnown(FieldPath path) {
        List<String> keys = new ArrayList<>(List.of("options"));
        keys.addAll(path.segments().subList(0, path.segments().size() - 1));
        return DescriptorSchema.get().keys(keys).contains(path.last());
    }

    void check(Findings findings) {
        for (Field entry : entries()) {
            Optional<FieldPath> path = path(entry);
            if (document.text(entry).filter(text -> !text.isEmpty()).isPresent() && path.isEmpty()) {
                findings.error(
                        entry.valuePlace(),
                        entry.name(),
                        "does not hold a path of keys separated by dots",
                        "Write it like totp.time_step.");
            }
            path.filter(AllowedOptions::isKnown)
                    .ifPresent(known -> findings.warning(
                            entry.valuePlace(),
                            entry.name(),
                            "names " + known + ", which the plugin knows and checks",
                            "Take it away."));
        }
    }
}
