package com.messagemedia.auth0.descriptor;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import com.messagemedia.auth0.schema.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The paths that a descriptor can name: options of the connection, and what a delivery's other resources hold.
 *
 * @param delivery knows its resources
 */
record KnownPaths(DeliveryRules delivery) {

    private static final String SECTION = "options";

    /** Returns the names of the resources besides the connection. */
    Set<String> resources() {
        Set<String> names = new TreeSet<>();
        for (FieldPath leaf : delivery.resourceLeaves()) {
            names.add(leaf.head());
        }
        return names;
    }

    /** Whether a path names something of a resource besides the connection. */
    boolean isOfResource(FieldPath path) {
        return resources().contains(path.head());
    }

    /** Whether a path is known. */
    boolean contains(FieldPath path) {
        int last = path.segments().size() - 1;
        return below(path.segments().subList(0, last)).contains(path.last());
    }

    /** Returns the known path that this one probably misspells; empty where it is known or resembles none. */
    Optional<FieldPath> slip(FieldPath path) {
        List<String> keys = new ArrayList<>();
        for (String key : path.segments()) {
            Set<String> known = below(keys);
            Optional<String> meant = known.contains(key) ? Optional.empty() : Suggestion.slip(key, known);
            if (meant.isPresent()) {
                keys.add(meant.get());
                if (resources().contains(keys.get(0))) {
                    keys.addAll(
                            path.segments().subList(keys.size(), path.segments().size()));
                }
                return Optional.of(new FieldPath(keys));
            }
            keys.add(key);
        }
        return Optional.empty();
    }

    /** Returns the problem of a path that resembles one of a resource. */
    static String misspelt(FieldPath meant) {
        return "names a path that does not exist; it looks like a misspelling of " + meant;
    }

    /** Returns the keys that are known below a path; below the empty path also the names of the resources. */
    private Set<String> below(List<String> path) {
        Set<String> known = new TreeSet<>();
        if (path.isEmpty() || !resources().contains(path.get(0))) {
            List<String> option = new ArrayList<>(List.of(SECTION));
            option.addAll(path);
            known.addAll(DescriptorSchema.get().keys(option));
        }
        for (FieldPath resourceLeaf : delivery.resourceLeaves()) {
            List<String> leaf = resourceLeaf.segments();
            if (leaf.size() > path.size() && leaf.subList(0, path.size()).equals(path)) {
                known.add(leaf.get(path.size()));
            }
        }
        return known;
    }
}
