package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options by Auth0's own names (Auth0 Management API, schema {@code ConnectionOptionsSMS}). Auth0 stores any key
 * without an error, so an undocumented key is most likely misspelled. It is a warning, as it may be a new option.
 */
record OptionRules(EffectiveDocument document, Findings findings) {

    private static final String SECTION = "options";

    void check() {
        Optional<Field> options = document.field(SECTION);
        if (options.isPresent() && options.get().isObject()) {
            referencesInKeys(options.get());
            resources(options.get());
            unknownKeys(options.get(), new AllowedOptions(document));
        }
    }

    /** Refuses references in keys: Auth0 would store the text ${...} as the name of an option. */
    private void referencesInKeys(Field options) {
        for (Field field : options.all()) {
            if (field.key().isPresent() && field.last().contains("${")) {
                findings.error(
                        field.keyPlace(),
                        field.name(),
                        "has a ${ in its key, but references work only in values",
                        "Write the key itself. If it differs per environment, write each key under environments.");
            }
        }
    }

    /** Refuses options with the name of a resource: in plans and records its paths would mean that resource. */
    private void resources(Field options) {
        for (String name : new KnownPaths(document.delivery()).resources()) {
            Optional<Field> field = options.member(name);
            if (field.isPresent()) {
                findings.error(
                        field.get().keyPlace(),
                        field.get().name(),
                        "is no option of a connection: delivery: "
                                + document.delivery().name() + " has this name for something else",
                        "Remove it.");
            }
        }
    }

    private void unknownKeys(Field object, AllowedOptions allowed) {
        Set<String> known = DescriptorSchema.get().keys(object.path());
        Set<String> refused = new KnownPaths(document.delivery()).resources();
        for (Field member : object.members()) {
            if (object.path().size() == 1 && refused.contains(member.last())) {
                continue;
            }
            if (known.isEmpty() || known.contains(member.last())) {
                unknownKeys(member, allowed);
            } else if (document.delivery().typos().containsKey(member.last())
                    || !allowed.contains(OptionValues.path(member))) {
                unknown(member, known);
            }
        }
    }

    private void unknown(Field member, Set<String> known) {
        String right = document.delivery().typos().get(member.last());
        if (right != null) {
            findings.error(
                    member.keyPlace(),
                    member.name(),
                    "is a known typo: Auth0 stores it but never reads it",
                    "Write " + right + ".");
            return;
        }
        Suggestion.slip(member.last(), known)
                .ifPresentOrElse(word -> slip(member, word), () -> unheardOf(member, known));
    }

    private void slip(Field member, String meant) {
        findings.error(
                member.keyPlace(),
                member.name(),
                "is not an option that Auth0 documents; it looks like a misspelling of " + meant,
                "Write " + meant + ". If Auth0 really has this option, add allowUnknown: [" + OptionValues.path(member)
                        + "].");
    }

    private void unheardOf(Field member, Set<String> known) {
        findings.warning(
                member.keyPlace(),
                member.name(),
                "is not an option that Auth0 documents, and Auth0 stores unknown options without an error",
                Suggestion.nearest(member.last(), known)
                        .map(word -> "Did you mean " + word + "?")
                        .orElse("If you know that it has an effect, add allowUnknown: [" + OptionValues.path(member)
                                + "]; known here: " + String.join(", ", known) + "."));
    }

    /** The options in {@code allowUnknown}: Auth0 has them, but the plugin does not know them yet. */
    record AllowedOptions(EffectiveDocument document) {

        private static final String SECTION = "allowUnknown";

        private List<Field> entries() {
            return document.members(SECTION);
        }

        private Optional<FieldPath> path(Field entry) {
            return PathRules.path(document.text(entry));
        }

        /** Whether the path, or one above it, is listed. */
        boolean contains(FieldPath path) {
            for (Field entry : entries()) {
                Optional<FieldPath> allowed = path(entry);
                if (allowed.isPresent() && path.startsWith(allowed.get())) {
                    return true;
                }
            }
            return false;
        }

        void check(Findings findings) {
            KnownPaths known = new KnownPaths(document.delivery());
            for (Field entry : entries()) {
                Optional<FieldPath> path = path(entry);
                if (path.isEmpty() && !document.text(entry).orElse("").isEmpty()) {
                    findings.error(
                            entry.valuePlace(),
                            entry.name(),
                            "is not a path of keys separated by dots",
                            "Write it like totp.time_step.");
                }
                if (path.isPresent() && known.contains(path.get())) {
                    findings.warning(
                            entry.valuePlace(),
                            entry.name(),
                            "names " + path.get() + ", which the plugin knows and checks",
                            "Remove it.");
                }
            }
        }
    }
}
