package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Origin;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The places in the descriptor that set or remove a path.
 *
 * @param places the place of each path
 */
public record Origins(Map<FieldPath, Origin> places) {

    public Origins {
        places = Map.copyOf(places);
    }

    /** The place that speaks of a path, or of one above or below it. */
    public Optional<Origin> nearest(FieldPath path) {
        return places.entrySet().stream()
                .filter(entry -> entry.getKey().overlaps(path))
                .min(byDistance(path))
                .map(Map.Entry::getValue);
    }

    /** The path itself first, then the longest above it, then what stands first below it. */
    private static Comparator<Map.Entry<FieldPath, Origin>> byDistance(FieldPath path) {
        return Comparator.<Map.Entry<FieldPath, Origin>>comparingInt(entry -> path.startsWith(entry.getKey())
                        ? -entry.getKey().segments().size()
                        : 0)
                .thenComparingInt(entry -> entry.getValue().line())
                .thenComparing(Map.Entry::getKey);
    }
}
