package com.messagemedia.auth0.redaction;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The paths of options that hold secrets. Each prefix covers everything below it. This also protects fields that
 * Auth0 adds later, and a credential in place of an object.
 *
 * @param prefixes everything at and below these paths is secret
 * @param harmless paths below the prefixes that hold no secret; paths below these are secret again
 * @param published public values that can be at a secret path
 */
public record SecretPaths(List<FieldPath> prefixes, Set<FieldPath> harmless, Set<String> published) {

    /** No secret paths, for a source without options. */
    public static final SecretPaths NONE = new SecretPaths(List.of(), Set.of(), Set.of());

    public SecretPaths {
        prefixes = List.copyOf(prefixes);
        harmless = Set.copyOf(harmless);
        published = Set.copyOf(published);
    }

    /** Whether messages must never show the value at this path. */
    public boolean isSecret(FieldPath path) {
        return prefixes.stream().anyMatch(path::startsWith) && !harmless.contains(path);
    }

    /** The secrets in options. A published value is not a secret. */
    public List<String> secretsIn(Options options) {
        List<String> found = new ArrayList<>();
        options.leaves().forEach((path, value) -> {
            if (isSecret(path)) {
                collect(value, found);
            }
        });
        found.removeIf(published::contains);
        return found;
    }

    private static void collect(Value value, List<String> found) {
        if (value instanceof Value.Text text) {
            found.add(text.text());
        } else if (value instanceof Value.Array array) {
            array.items().forEach(item -> collect(item, found));
        } else if (value instanceof Value.Tree tree) {
            tree.members().values().forEach(member -> collect(member, found));
        }
    }
}
