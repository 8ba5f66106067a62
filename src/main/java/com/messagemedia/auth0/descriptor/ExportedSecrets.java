package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.SandboxCredentials;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which live options may not be written into a file: those known to be secret, those named so, those that may have come from a
 * confidential source, copies of them, plain or encoded, and what has the shape of a credential.
 */
final class ExportedSecrets {

    /** A shorter text is found in too many harmless ones. */
    private static final int SHORTEST_PART = 8;

    /** A shorter text is no credential, and equals too many harmless ones. */
    private static final int SHORTEST = 4;

    private final Set<String> secrets;
    private final Set<FieldPath> confidential;

    ExportedSecrets(Options live, Set<FieldPath> confidential) {
        this.confidential = confidential;
        this.secrets = live.leaves().entrySet().stream()
                .flatMap(leaf -> texts(leaf.getValue()).stream().filter(text -> mayBeCopied(leaf.getKey(), text)))
                .filter(text -> !text.equals(SandboxCredentials.GATEWAY_SECRET))
                .collect(Collectors.toSet());
    }

    /** A short value from the environment is one of a few words, which other options hold as well. */
    private boolean mayBeCopied(FieldPath path, String text) {
        return SecretPaths.isSecret(path)
                ? text.length() >= SHORTEST
                : isConfidential(path) && text.length() >= SHORTEST_PART;
    }

    private boolean isConfidential(FieldPath path) {
        return confidential.stream().anyMatch(path::overlaps);
    }

    /** All that a value says, the names in it too. */
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

    /** Whether a name in a path holds a secret, so that it cannot stand in the text at all. */
    boolean isNamedIn(FieldPath path) {
        return path.segments().stream().anyMatch(this::copies);
    }

    /** Whether a leaf is, or holds, what may not be written. */
    boolean isIn(FieldPath leaf, Value value) {
        boolean said = value instanceof Value.Null || value.equals(Value.Tree.EMPTY);
        return (!said && isConfidential(leaf)) || (!isEmpty(value) && isSecret(leaf, value));
    }

    private boolean isSecret(FieldPath leaf, Value value) {
        List<String> path = new ArrayList<>(List.of("options"));
        path.addAll(leaf.segments());
        // A Twilio account's id is no secret, and the sandbox's ends in the same zeros as its token.
        boolean copy =
                !leaf.equals(OptionPaths.TWILIO_SID) && texts(value).stream().anyMatch(this::copies);
        return SecretFields.isHidden(path)
                || speaks(value)
                || copy
                || texts(value).stream().anyMatch(CredentialShapes::holds);
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
        return CredentialShapes.readings(text).stream()
                .anyMatch(reading -> secrets.stream()
                        .anyMatch(secret ->
                                secret.length() < SHORTEST_PART ? reading.equals(secret) : reading.contains(secret)));
    }
}
