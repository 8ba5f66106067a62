package com.messagemedia.auth0.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A set of paths that answers about the paths above and below a path. The time does not grow with the set. */
public final class PathIndex {

    /** The index of no path. */
    public static final PathIndex EMPTY = new PathIndex(Set.of());

    private final Set<FieldPath> paths;
    private final Set<FieldPath> above = new HashSet<>();

    private PathIndex(Collection<FieldPath> paths) {
        this.paths = Set.copyOf(paths);
        for (FieldPath path : this.paths) {
            above.addAll(path.above());
        }
    }

    /** Indexes these paths. */
    public static PathIndex of(Collection<FieldPath> paths) {
        return new PathIndex(paths);
    }

    /** Whether a path is one of these, or below one. */
    public boolean covers(FieldPath path) {
        return path.isAtOrBelowOneOf(paths);
    }

    /** Whether a path is one of these, or above or below one. */
    public boolean overlaps(FieldPath path) {
        return above.contains(path) || covers(path);
    }

    /** Shows how many paths there are. */
    @Override
    public String toString() {
        return "index of " + paths.size() + " paths";
    }
}
