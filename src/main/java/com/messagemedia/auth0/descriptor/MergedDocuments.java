package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.ReferenceRules.ReferencePlaces;
import com.messagemedia.auth0.yaml.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;

/** The documents of a file's environments before references are resolved. Several rules need them, so each is made once. */
final class MergedDocuments {

    private final Field document;
    private final DeliveryChoices deliveries;
    private final Map<Field, Field> known = new HashMap<>();

    MergedDocuments(Field document, DeliveryChoices deliveries) {
        this.document = document;
        this.deliveries = deliveries;
    }

    /** The document with the lines of an environment over it; without an environment, the lines that all share. */
    Field of(Optional<Field> overlay) {
        Field key = overlay.orElse(document);
        Field merged = known.get(key);
        if (merged == null) {
            merged = Field.document(overlay.isPresent() ? merged(overlay.get()) : common());
            known.put(key, merged);
        }
        return merged;
    }

    private MappingNode common() {
        MappingNode whole = (MappingNode) document.value();
        return OverlayMerge.without(OverlayMerge.without(whole, List.of(Environments.KEY)), List.of(RolloutRules.KEY));
    }

    private MappingNode merged(Field overlay) {
        MappingNode base = (MappingNode) of(Optional.empty()).value();
        if (overlay.value() instanceof MappingNode above) {
            base = OverlayMerge.merge(base, OverlayMerge.without(above, List.of(Environments.PROTECTED)));
        }
        ReferencePlaces places = new ReferencePlaces(deliveries.chosen(Field.document(base)));
        return new EnvironmentSubstitution(overlay.last(), places).in(base);
    }
}
