package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceLookup.NoReferences;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferencePlaces;
import com.messagemedia.auth0.descriptor.ReferenceSubstitution.ResolvedScalars;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.schema.Suggestion;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Field.Place;
import com.messagemedia.auth0.yaml.Findings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;

/** The environments of a document, each as a complete document. */
final class Environments {

    /** The key of the environments. */
    static final String KEY = "environments";

    static final String PROTECTED = "protected";

    /** Enough for 500 tenants with a file of 400 lines. Every rule reads each value of each environment. */
    private static final int MOST_VALUES = 250_000;

    /** The number of characters that take as long to check as one more value. */
    private static final int CHARACTERS = 64;

    private final Field document;
    private final ReferenceResolver source;
    private final DeliveryChoices deliveries;
    private final MergedDocuments merged;

    /**
     * Creates the environments of a document.
     *
     * @param document the whole document
     * @param source resolves its references
     * @param deliveries those that an environment can choose
     */
    Environments(Field document, ReferenceResolver source, DeliveryChoices deliveries) {
        this.document = document;
        this.source = source;
        this.deliveries = deliveries;
        this.merged = new MergedDocuments(document, deliveries);
    }

    Field document() {
        return document;
    }

    ReferenceResolver source() {
        return source;
    }

    DeliveryChoices deliveries() {
        return deliveries;
    }

    /** Whether the document has the key {@code environments}, even with an invalid value. */
    boolean areThere() {
        return document.member(KEY).isPresent();
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (Field overlay : overlays()) {
            names.add(overlay.last());
        }
        return names;
    }

    /** The environments' own lines, in the order of the file. */
    List<Field> overlays() {
        List<Field> overlays = new ArrayList<>();
        Optional<Field> section = document.member(KEY);
        if (section.isPresent() && section.get().isObject()) {
            for (Field member : section.get().members()) {
                if (member.isObject() || member.isNull()) {
                    overlays.add(member);
                }
            }
        }
        return overlays;
    }

    /** Refuses a file whose environments together take more than a few seconds to check. */
    void refuseSize(Findings findings) {
        Optional<Field> section = document.member(KEY);
        long overlaid = section.isPresent() ? size(section.get()) : 0;
        long each = size(document) - overlaid;
        if (each * Math.max(1, overlays().size()) + overlaid > MOST_VALUES) {
            findings.error(
                    section.orElse(document).keyPlace(),
                    "",
                    "the environments together have more than " + MOST_VALUES + " values",
                    "Split the file: one file for each group of tenants.");
            findings.throwErrors();
        }
    }

    private static long size(Field field) {
        long size = 0;
        for (Field part : field.all()) {
            size += 1 + part.text().orElse("").length() / CHARACTERS;
        }
        return size;
    }

    /** Returns every environment's document, in the order of the file; without environments, the document itself. */
    List<EffectiveDocument> all() {
        List<EffectiveDocument> all = new ArrayList<>();
        for (Optional<Field> overlay : choices()) {
            all.add(effective(overlay));
        }
        return all;
    }

    /** Returns every environment's document, its references not resolved. */
    List<EffectiveDocument> asWritten() {
        return new Environments(document, new ReferenceResolver(new NoReferences()), deliveries).all();
    }

    /** The environments, each as its overlay; one empty choice where the file has none. */
    List<Optional<Field>> choices() {
        List<Optional<Field>> choices = new ArrayList<>();
        for (Field overlay : overlays()) {
            choices.add(Optional.of(overlay));
        }
        return choices.isEmpty() ? List.of(Optional.empty()) : Collections.unmodifiableList(choices);
    }

    /**
     * Returns the documents of the chosen environments, in the order of the file. Reports an error for each name that the
     * file does not have. The references of other environments are not looked up.
     */
    List<EffectiveDocument> chosen(EnvironmentChoice choice, Findings findings) {
        if (!choice.isSeveral()) {
            Optional<EffectiveDocument> found = chosen(choice.single(), findings);
            return found.isPresent() ? List.of(found.get()) : List.of();
        }
        if (names().isEmpty()) {
            refuse(Optional.of(String.join(",", choice.patterns())), findings);
            return List.of();
        }
        List<String> unknown = choice.unknown(names());
        if (!unknown.isEmpty()) {
            refuse(Optional.of(NameList.of(unknown)), findings);
        }
        List<String> wanted = choice.among(names());
        List<EffectiveDocument> chosen = new ArrayList<>();
        for (Field overlay : overlays()) {
            if (wanted.contains(overlay.last())) {
                chosen.add(effective(Optional.of(overlay)));
            }
        }
        return Collections.unmodifiableList(chosen);
    }

    /**
     * Returns the document of the chosen environment. Reports an error and returns empty if the file does not have this
     * environment. The references of other environments are not looked up.
     */
    Optional<EffectiveDocument> chosen(Optional<String> choice, Findings findings) {
        for (Optional<Field> candidate : choices()) {
            if (name(candidate).equals(choice)) {
                return Optional.of(effective(candidate));
            }
        }
        refuse(choice, findings);
        return Optional.empty();
    }

    private static Optional<String> name(Optional<Field> overlay) {
        return overlay.isPresent() ? Optional.of(overlay.get().last()) : Optional.empty();
    }

    private void refuse(Optional<String> choice, Findings findings) {
        Optional<Place> place =
                document.member(KEY).filter(key -> !names().isEmpty()).map(Field::keyPlace);
        String there = NameList.of(names());
        if (place.isEmpty()) {
            findings.whole(
                    "has no environments, but " + choice.orElse("one") + " was chosen",
                    "Leave out -Dmessagemedia.environment, or add environments to the file.");
        } else if (choice.isEmpty()) {
            findings.error(
                    place.get(),
                    KEY,
                    "are defined, but none is chosen; the file has: " + there,
                    "Choose one with -Dmessagemedia.environment=<name>.");
        } else {
            findings.error(
                    place.get(),
                    KEY,
                    "do not include " + choice.get() + "; the file has: " + there,
                    Suggestion.nearest(choice.get(), names())
                            .map(meant -> "Did you mean " + meant + "?")
                            .orElse("Choose one of these with -Dmessagemedia.environment=<name>."));
        }
    }

    /** Returns the overlay of an environment: the lines below its name. */
    Optional<Field> overlay(String name) {
        return document.at(List.of(KEY, name));
    }

    /** Returns the lines that all environments share, as a separate document. */
    EffectiveDocument shared() {
        return effective(Optional.empty());
    }

    /** Returns an environment's document without one value of its overlay. */
    EffectiveDocument without(Field overlay, Field value) {
        List<String> path =
                value.path().subList(overlay.path().size(), value.path().size());
        MappingNode rest = OverlayMerge.without((MappingNode) overlay.value(), path);
        return effective(Optional.of(new Field(overlay.path(), overlay.key(), rest)));
    }

    private EffectiveDocument effective(Optional<Field> overlay) {
        DeliveryRules delivery = delivery(overlay);
        MappingNode own = (MappingNode) merged.of(overlay).value();
        for (DeliveryRules other : deliveries.others(delivery)) {
            for (FieldPath key : other.ownKeys()) {
                own = OverlayMerge.without(own, key.segments());
            }
        }
        ReferenceSubstitution.Result result = ReferenceSubstitution.resolve(own, source, new ReferencePlaces(delivery));
        Field root = Field.document(result.root());
        return new EffectiveDocument(
                name(overlay),
                overlay.isPresent() ? overlay.get().keyPlace() : document.valuePlace(),
                root,
                result.scalars(),
                logins(root, result.scalars()),
                delivery);
    }

    /** The document with the lines of an environment over it. */
    Field merged(Field overlay) {
        return merged.of(Optional.of(overlay));
    }

    /** The delivery that an environment chooses, by its own lines or those that all share. */
    DeliveryRules delivery(Optional<Field> overlay) {
        return deliveries.chosen(merged.of(overlay));
    }

    private Map<String, ServerCredentials> logins(Field root, ResolvedScalars scalars) {
        Map<String, ServerCredentials> logins = new HashMap<>();
        for (String section : List.of("tenant", "messageMedia")) {
            Optional<Field> server = root.at(List.of(section, "server"));
            if (server.isPresent()
                    && server.get().text().isPresent()
                    && !scalars.isPending(server.get().value())
                    && !scalars.isConfidential(server.get().value())) {
                Optional<ServerCredentials> login =
                        source.server(server.get().text().get());
                if (login.isPresent()) {
                    logins.put(section, login.get().trimmed());
                }
            }
        }
        return logins;
    }

    /** Whether an environment sets {@code protected: true}. */
    boolean isProtected(Optional<String> environment) {
        if (environment.isEmpty()) {
            return false;
        }
        Optional<Field> guard = document.at(List.of(KEY, environment.get(), PROTECTED));
        return guard.isPresent() && guard.get().text().orElse("").equals("true");
    }
}
