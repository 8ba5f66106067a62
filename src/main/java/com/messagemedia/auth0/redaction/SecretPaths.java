package com.messagemedia.auth0.redaction;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return isBelowPrefix(path) && !harmless.contains(path);
    }

    private boolean isBelowPrefix(FieldPath path) {
        for (FieldPath prefix : prefixes) {
            if (path.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The secrets in options. A published value is not a secret. */
    public List<String> secretsIn(Options options) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<FieldPath, Value> leaf : options.leaves().entrySet()) {
            if (isSecret(leaf.getKey())) {
                collect(leaf.getValue(), found);
            }
        }
        found.removeAll(published);
        return found;
    }

    private static void collect(Value value, List<String> found) {
        if (value instanceof Value.Text text) {
            found.add(text.text());
        } else if (value instanceof Value.Array array) {
            for (Value item : array.items()) {
                collect(item, found);
            }
        } else if (value instanceof Value.Tree tree) {
            for (Value member : tree.members().values()) {
                collect(member, found);
            }
        }
    }
}
