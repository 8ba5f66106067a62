package com.messagemedia.auth0.export;

import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.descriptor.CredentialShapes;
import com.messagemedia.auth0.descriptor.SecretFields;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.schema.DescriptorSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the live options that no file may hold: known secrets, options with a secret's name, values that may come from a
 * confidential source, plain or encoded copies of these, and values that look like a credential.
 */
final class ExportedSecrets {

    /** The shortest secret to search for inside other texts. Many harmless texts contain a shorter one. */
    private static final int SHORTEST_PART = 8;

    /** The shortest secret to compare with whole texts. A shorter text is no credential and equals many harmless ones. */
    private static final int SHORTEST = 4;

    /** The option whose members have the names of a provider's parameters. Auth0 documents everything below them. */
    private static final List<String> UPSTREAM = List.of("options", "upstream_params");

    /** Words of ordinary settings. They are never secret. */
    private static final Set<String> WORDS = Set.of(
            "",
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "enabled",
            "disabled",
            "none",
            "default",
            "auto",
            "always",
            "never",
            "sms",
            "text",
            "voice",
            "email",
            "phone",
            "code",
            "link",
            "otp",
            "low",
            "medium",
            "high",
            "normal",
            "standard",
            "custom",
            "html",
            "json",
            "plain");

    private final Set<String> secrets;
    private final Set<FieldPath> confidential;
    private final Delivery delivery;
    private final Redactor redactor;

    ExportedSecrets(Options live, Set<FieldPath> confidential, Delivery delivery) {
        this.delivery = delivery;
        this.confidential = confidential;
        this.secrets = live.leaves().entrySet().stream()
                .flatMap(leaf -> texts(leaf.getValue()).stream().filter(text -> mayBeCopied(leaf.getKey(), text)))
                .filter(text -> !delivery.secrets().published().contains(text))
                .collect(Collectors.toSet());
        redactor = Redactor.of(secrets);
    }

    /**
     * Tells whether other options may hold a copy of this value. Short values from the environment do not count, because
     * other options often hold the same word.
     */
    private boolean mayBeCopied(FieldPath path, String text) {
        return delivery.secrets().isSecret(path)
                ? text.length() >= SHORTEST
                : isConfidential(path) && text.length() >= SHORTEST_PART;
    }

    private boolean isConfidential(FieldPath path) {
        return confidential.stream().anyMatch(path::overlaps);
    }

    /** Returns all texts in a value, names included. */
    private static List<String> texts(Value value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Value.Text text) {
            texts.add(text.text());
        } else if (value instanceof Value.Numeral numeral) {
            texts.add(numeral.literal());
        } else if (value instanceof Value.Array array) {
            array.items().forEach(item -> texts.addAll(texts(item)));
        } else if (value instanceof Value.Tree tree) {
            texts.addAll(tree.members().keySet());
            tree.members().values().forEach(member -> texts.addAll(texts(member)));
        }
        return texts;
    }

    /** Tells whether a name in a path holds a secret. The text must not name such a path. */
    boolean isNamedIn(FieldPath path) {
        return path.segments().stream().anyMatch(this::copies);
    }

    /** Tells whether a leaf is a secret or holds one. */
    boolean isIn(FieldPath leaf, Value value) {
        boolean said = value instanceof Value.Null || value.equals(Value.Tree.EMPTY);
        return (!said && isConfidential(leaf)) || (!isEmpty(value) && isSecret(leaf, value));
    }

    private boolean isSecret(FieldPath leaf, Value value) {
        List<String> path = document(leaf);
        boolean copy = !delivery.export().identifiers().contains(leaf)
                && texts(value).stream().anyMatch(this::copies);
        return (!isKnown(leaf) && !isHarmless(value))
                || new SecretFields(delivery.secrets()).isHidden(path)
                || speaks(value)
                || copy
                || texts(value).stream().anyMatch(CredentialShapes::holds);
    }

    /** Returns the place of an option in the descriptor. */
    private static List<String> document(FieldPath leaf) {
        return Stream.concat(Stream.of("options"), leaf.segments().stream()).toList();
    }

    /** Tells whether Auth0 documents this option and so its content. */
    static boolean isKnown(FieldPath leaf) {
        List<String> path = document(leaf);
        boolean freelyNamed = path.size() == UPSTREAM.size() + 2
                && path.subList(0, UPSTREAM.size()).equals(UPSTREAM)
                && Set.of("alias", "value").contains(path.get(path.size() - 1));
        return freelyNamed
                || IntStream.range(1, path.size())
                        .allMatch(index -> DescriptorSchema.get()
                                .keys(path.subList(0, index))
                                .contains(path.get(index)));
    }

    /** Tells whether the value of an unknown option is certainly no secret. */
    private boolean isHarmless(Value value) {
        if (value instanceof Value.Array array) {
            return array.items().stream().allMatch(this::isHarmless);
        }
        return isEmpty(value)
                || value instanceof Value.Numeral
                || (value instanceof Value.Text text && isWord(text.text().toLowerCase(Locale.ROOT)));
    }

    private boolean isWord(String text) {
        return WORDS.contains(text) || delivery.export().words().contains(text);
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Value.Null || value instanceof Value.Bool || value.equals(Value.Tree.EMPTY);
    }

    private static boolean speaks(Value value) {
        if (value instanceof Value.Array array) {
            return array.items().stream().anyMatch(ExportedSecrets::speaks);
        }
        return value instanceof Value.Tree tree
                && tree.members().entrySet().stream()
                        .anyMatch((Map.Entry<String, Value> member) ->
                                SecretFields.speaks(member.getKey()) || speaks(member.getValue()));
    }

    private boolean copies(String text) {
        return redactor.finds(text)
                || CredentialShapes.readings(text).stream()
                        .anyMatch(reading -> secrets.stream()
                                .anyMatch(secret -> secret.length() < SHORTEST_PART
                                        ? reading.equals(secret)
                                        : reading.contains(secret)));
    }
}
