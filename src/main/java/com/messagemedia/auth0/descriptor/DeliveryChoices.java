package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.yaml.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ways of delivery among which a descriptor chooses with its key {@code delivery}. Each environment may choose another.
 *
 * @param all the rules of each way; the first one holds where a document names none of them
 */
public record DeliveryChoices(List<DeliveryRules> all) {

    /** The key that names the delivery. */
    static final String KEY = "delivery";

    public DeliveryChoices {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there is no delivery to choose");
        }
    }

    /** Returns the choices with these rules. The first one holds where a document names none of them. */
    public static DeliveryChoices of(DeliveryRules... all) {
        return new DeliveryChoices(List.of(all));
    }

    /** Returns the rules that hold where a document names no delivery. */
    DeliveryRules usual() {
        return all.get(0);
    }

    /** Returns the rules that a document chooses. For a name that is no delivery, the schema reports an error. */
    DeliveryRules chosen(Field document) {
        Optional<String> name = text(document);
        for (DeliveryRules rules : all) {
            if (name.equals(Optional.of(rules.name()))) {
                return rules;
            }
        }
        return usual();
    }

    /** Returns where the options hold secrets, whichever delivery an environment chooses. */
    SecretPaths secrets() {
        Set<FieldPath> prefixes = new LinkedHashSet<>();
        Set<FieldPath> harmless = new HashSet<>();
        Set<String> published = new HashSet<>();
        for (DeliveryRules rules : all) {
            prefixes.addAll(rules.secrets().prefixes());
            harmless.addAll(rules.secrets().harmless());
            published.addAll(rules.secrets().published());
        }
        return new SecretPaths(List.copyOf(prefixes), harmless, published);
    }

    /** Whether people read the text at this path of a descriptor, whichever delivery an environment chooses. */
    boolean isProse(List<String> path) {
        if (path.isEmpty()) {
            return false;
        }
        FieldPath key = new FieldPath(path);
        for (DeliveryRules rules : all) {
            if (rules.prose().contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a document names a delivery that is not among these; the schema reports it. */
    boolean isUnknown(Field document) {
        Optional<String> name = text(document);
        for (DeliveryRules rules : all) {
            if (name.equals(Optional.of(rules.name()))) {
                return false;
            }
        }
        return document.member(KEY).isPresent();
    }

    private static Optional<String> text(Field document) {
        Optional<Field> said = document.member(KEY);
        return said.isPresent() ? said.get().text() : Optional.empty();
    }

    /** Returns the deliveries that a document does not choose. */
    List<DeliveryRules> others(DeliveryRules chosen) {
        List<DeliveryRules> others = new ArrayList<>();
        for (DeliveryRules rules : all) {
            if (!rules.name().equals(chosen.name())) {
                others.add(rules);
            }
        }
        return Collections.unmodifiableList(others);
    }
}
