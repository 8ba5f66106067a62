package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import java.util.Set;

/**
 * What the descriptor says.
 *
 * @param options the options it sets
 * @param removals the paths that must not be there
 */
public record Desired(Options options, Set<FieldPath> removals) {

    public Desired {
        removals = Set.copyOf(removals);
    }

    /** Whether the descriptor lists this path, or one above it, for removal. */
    boolean removes(FieldPath path) {
        return removals.stream().anyMatch(path::startsWith);
    }

    /** Whether the descriptor sets this path or one below it. */
    boolean setsAtOrBelow(FieldPath path) {
        return options.get(path).isPresent();
    }
}
