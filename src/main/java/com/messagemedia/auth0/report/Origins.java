package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the descriptor speaks of a path.
 *
 * @param places the place of each path that it sets or removes
 * @param sources what a value refers to that is not written out, such as {@code ${env.SENDER}}
 */
public record Origins(Map<FieldPath, Origin> places, Map<FieldPath, List<String>> sources) {

    public Origins {
        places = Map.copyOf(places);
        sources = Map.copyOf(sources);
    }

    /** Where the descriptor's value at a path comes from, such as {@code from ${env.SENDER}, line 12}; empty if it is written out. */
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
