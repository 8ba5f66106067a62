package com.messagemedia.auth0.redaction;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which paths of Auth0's settings hold secrets. What is secret is named by prefix, so that a field which Auth0 adds there tomorrow is
 * guarded today, and so is a credential that stands there instead of an object.
 *
 * @param prefixes everything at and below these paths is secret
 * @param harmless the paths below them that are known to hold no secret; paths below these are secret again
 * @param published values that stand at a secret path and that everybody knows
 */
public record SecretPaths(List<FieldPath> prefixes, Set<FieldPath> harmless, Set<String> published) {

    /** For what holds no options. */
    public static final SecretPaths NONE = new SecretPaths(List.of(), Set.of(), Set.of());

    public SecretPaths {
        prefixes = List.copyOf(prefixes);
        harmless = Set.copyOf(harmless);
        published = Set.copyOf(published);
    }

    /** Whether the value at this path must never be shown. */
    public boolean isSecret(FieldPath path) {
        return prefixes.stream().anyMatch(path::startsWith) && !harmless.contains(path);
    }

    /** The secrets that options hold; a published value is none. */
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
