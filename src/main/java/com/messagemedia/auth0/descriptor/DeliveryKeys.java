package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.Validation.IgnoredKey;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the keys that mean something for one delivery only. An error is a key in a layer that chooses another delivery, and one
 * whose delivery no environment chooses. An environment that inherits a key of another delivery ignores it.
 *
 * @param environments the layers: the lines that all environments share, and each environment's own
 */
record DeliveryKeys(Environments environments) {

    /** A key and the delivery that it belongs to. */
    private record OwnKey(Field field, DeliveryRules delivery) {}

    void check(Findings findings) {
        List<Field> layers = new ArrayList<>(environments.overlays());
        layers.add(environments.document());
        boolean unknown = false;
        for (Field layer : layers) {
            if (environments.deliveries().isUnknown(layer)) {
                refuseUnknown(layer, findings);
                unknown = true;
            }
        }
        if (unknown) {
            return;
        }
        checkShared(findings);
        for (Field overlay : environments.overlays()) {
            DeliveryRules chosen = environments.delivery(Optional.of(overlay));
            for (OwnKey key : foreign(overlay, chosen)) {
                report(key, "environment " + overlay.last() + " chooses " + chosen.name(), findings);
            }
        }
    }

    /** Refuses a delivery that the schema has and this reader does not; the schema itself reports every other word. */
    private static void refuseUnknown(Field layer, Findings findings) {
        List<String> known = DescriptorSchema.get().choices(List.of(DeliveryChoices.KEY));
        layer.member(DeliveryChoices.KEY)
                .filter(said -> said.text().filter(known::contains).isPresent())
                .ifPresent(said -> findings.error(
                        said.valuePlace(),
                        said.name(),
                        "is a delivery that cannot be used here",
                        "Choose another one."));
    }

    private void checkShared(Findings findings) {
        Field document = environments.document();
        DeliveryRules usual = environments.deliveries().chosen(document);
        Optional<Field> said = document.member(DeliveryChoices.KEY);
        Set<String> used = used();
        for (DeliveryRules each : environments.deliveries().all()) {
            for (OwnKey key : keys(document, each)) {
                if (said.isPresent() && !each.name().equals(usual.name())) {
                    int line = said.get().keyPlace().line() + 1;
                    report(key, "line " + line + " chooses " + usual.name(), findings);
                } else if (!used.contains(each.name())) {
                    unused(key, findings);
                }
            }
        }
    }

    private Set<String> used() {
        Set<String> names = new HashSet<>();
        for (Optional<Field> choice : environments.choices()) {
            names.add(environments.delivery(choice).name());
        }
        return names;
    }

    private static void report(OwnKey key, String choice, Findings findings) {
        String own = DeliveryChoices.KEY + ": " + key.delivery().name();
        findings.error(
                key.field().keyPlace(),
                key.field().name(),
                "is only for " + own + ", and " + choice,
                "Remove the line, or move it to an environment with " + own + ".");
    }

    private void unused(OwnKey key, Findings findings) {
        String own = DeliveryChoices.KEY + ": " + key.delivery().name();
        String nobody = environments.overlays().isEmpty() ? "this file does not choose" : "no environment chooses";
        findings.error(
                key.field().keyPlace(),
                key.field().name(),
                "is only for " + own + ", which " + nobody,
                "Add " + own + " if you mean it; otherwise remove the line.");
    }

    private List<OwnKey> foreign(Field layer, DeliveryRules chosen) {
        List<OwnKey> foreign = new ArrayList<>();
        for (DeliveryRules other : environments.deliveries().others(chosen)) {
            foreign.addAll(keys(layer, other));
        }
        return foreign;
    }

    private static List<OwnKey> keys(Field layer, DeliveryRules delivery) {
        List<OwnKey> keys = new ArrayList<>();
        for (FieldPath key : new TreeSet<>(delivery.ownKeys())) {
            Optional<Field> field = layer.at(key.segments());
            if (field.isPresent()) {
                keys.add(new OwnKey(field.get(), delivery));
            }
        }
        return keys;
    }

    /** Returns what the environments of these documents inherit and ignore. */
    List<IgnoredKey> ignored(List<EffectiveDocument> documents, SourceText source) {
        List<IgnoredKey> ignored = new ArrayList<>();
        for (EffectiveDocument document : documents) {
            if (document.environment().isPresent()) {
                ignored.addAll(ignored(document, source));
            }
        }
        return ignored;
    }

    private List<IgnoredKey> ignored(EffectiveDocument document, SourceText source) {
        String environment = document.environment().orElseThrow();
        List<IgnoredKey> ignored = new ArrayList<>();
        for (OwnKey key : foreign(environments.document(), document.delivery())) {
            Field field = key.field();
            ignored.add(new IgnoredKey(
                    environment, document.delivery().name(), field.name(), source.origin(field.keyPlace())));
        }
        return ignored;
    }
}
