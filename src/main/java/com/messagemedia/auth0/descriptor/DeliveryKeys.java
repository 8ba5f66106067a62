package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.descriptor.Validation.IgnoredKey;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.yaml.Field;
import com.messagemedia.auth0.yaml.Findings;
import com.messagemedia.auth0.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        List<Field> unknown =
                layers.stream().filter(environments.deliveries()::isUnknown).toList();
        unknown.forEach(layer -> refuseUnknown(layer, findings));
        if (!unknown.isEmpty()) {
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
        return environments.choices().stream()
                .map(environments::delivery)
                .map(DeliveryRules::name)
                .collect(Collectors.toSet());
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
        return environments.deliveries().others(chosen).stream()
                .flatMap(other -> keys(layer, other).stream())
                .toList();
    }

    private static List<OwnKey> keys(Field layer, DeliveryRules delivery) {
        return delivery.ownKeys().stream()
                .sorted()
                .flatMap(key -> layer.at(key.segments()).stream())
                .map(field -> new OwnKey(field, delivery))
                .toList();
    }

    /** Returns what the environments of these documents inherit and ignore. */
    List<IgnoredKey> ignored(List<EffectiveDocument> documents, SourceText source) {
        List<IgnoredKey> ignored = new ArrayList<>();
        for (EffectiveDocument document : documents) {
            document.environment().ifPresent(environment -> {
                for (OwnKey key : foreign(environments.document(), document.delivery())) {
                    Field field = key.field();
                    ignored.add(new IgnoredKey(
                            environment, document.delivery().name(), field.name(), source.origin(field.keyPlace())));
                }
            });
        }
        return ignored;
    }
}
