package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Origin;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the options that a descriptor owns, each leaf with its place. */
final class DesiredOptions {

    private final EffectiveDocument document;
    private final SourceText source;
    private final Map<FieldPath, Origin> origins = new HashMap<>();
    private final Map<FieldPath, List<String>> sources = new HashMap<>();
    private final Set<FieldPath> confidential = new HashSet<>();
    private Options options = Options.EMPTY;

    private DesiredOptions(EffectiveDocument document, SourceText source) {
        this.document = document;
        this.source = source;
    }

    static DesiredOptions of(EffectiveDocument document, SourceText source) {
        DesiredOptions desired = new DesiredOptions(document, source);
        document.field("messageMedia")
                .filter(Field::isObject)
                .map(section -> new MessageMediaExpansion(document, section))
                .ifPresent(expansion -> expansion.edits().forEach(desired::add));
        document.field("options")
                .ifPresent(section -> OptionValues.leaves(section).forEach(desired::add));
        return desired;
    }

    private void add(MessageMediaExpansion.Edit edit) {
        put(edit.path(), edit.value(), edit.because().valuePlace());
        refersTo(edit.path(), edit.sources());
        if (edit.confidential()) {
            confidential.add(edit.path());
        }
    }

    private void add(Field leaf) {
        FieldPath path = OptionValues.path(leaf);
        put(path, OptionValues.of(leaf), leaf.valuePlace());
        refersTo(
                path,
                leaf.all().stream()
                        .flatMap(field -> document.references(field).stream())
                        .distinct()
                        .toList());
        if (leaf.all().stream().anyMatch(field -> document.isConfidential(field.value()))) {
            confidential.add(path);
        }
    }

    private void put(FieldPath path, Value value, Place place) {
        options = options.with(path, value);
        origins.put(path, source.origin(place));
    }

    private void refersTo(FieldPath path, List<String> names) {
        if (!names.isEmpty()) {
            sources.put(path, names);
        }
    }

    Options options() {
        return options;
    }

    Map<FieldPath, Origin> origins() {
        return Map.copyOf(origins);
    }

    Map<FieldPath, List<String>> sources() {
        return Map.copyOf(sources);
    }

    Set<FieldPath> confidential() {
        return Set.copyOf(confidential);
    }

    /** The values among these options that are secret by their path, wherever they came from. */
    List<String> secrets() {
        return options.leaves().entrySet().stream()
                .filter(leaf -> SecretPaths.isSecret(leaf.getKey()))
                .map(Map.Entry::getValue)
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text())
                .toList();
    }
}
