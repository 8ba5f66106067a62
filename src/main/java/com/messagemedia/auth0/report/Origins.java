package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places in the descriptor that set or remove a path.
 *
 * @param places the place of each path that the descriptor sets or removes
 * @param sources the references that give each value, such as {@code ${env.SENDER}}; a literal value has none
 */
public record Origins(Map<FieldPath, Origin> places, Map<FieldPath, List<String>> sources) {

    public Origins {
        places = Map.copyOf(places);
        sources = Map.copyOf(sources);
    }

    /**
     * Returns the source of a path's value, such as {@code from ${env.SENDER}, line 12}; empty if the descriptor holds the
     * value itself.
     */
    String from(FieldPath path) {
        return Optional.ofNullable(sources.get(path))
                .map(names -> "from " + Printable.text(String.join(" and ", names)) + line(path))
                .orElse("");
    }

    private String line(FieldPath path) {
        return Optional.ofNullable(places.get(path))
                .map(place -> ", line " + place.line())
                .orElse("");
    }

    /** Returns the place of a path, or of the nearest path above or below it. */
    public Optional<Origin> nearest(FieldPath path) {
        return places.entrySet().stream()
                .filter(entry -> entry.getKey().overlaps(path))
                .min(byDistance(path))
                .map(Map.Entry::getValue);
    }

    /** Sorts the path itself first, then the longest path above it, then the first place below it. */
    private static Comparator<Map.Entry<FieldPath, Origin>> byDistance(FieldPath path) {
        return Comparator.<Map.Entry<FieldPath, Origin>>comparingInt(entry -> path.startsWith(entry.getKey())
                        ? -entry.getKey().segments().size()
                        : 0)
                .thenComparingInt(entry -> entry.getValue().line())
                .thenComparing(Map.Entry::getKey);
    }
}
