package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The places in the descriptor that set or remove a path. */
public final class Origins {

    private final Map<FieldPath, Origin> places;
    private final Map<FieldPath, List<String>> sources;
    private final String descriptor;
    private final Map<FieldPath, Origin> firstBelow = new HashMap<>();

    /**
     * Prepares the search.
     *
     * @param places the place of each path that the descriptor sets or removes
     * @param sources the references that give each value, such as {@code ${env.SENDER}}; a literal value has none
     * @param descriptor the descriptor's name; a line of another file is told with that file's name
     */
    public Origins(Map<FieldPath, Origin> places, Map<FieldPath, List<String>> sources, String descriptor) {
        this.places = Map.copyOf(places);
        this.sources = Map.copyOf(sources);
        this.descriptor = descriptor;
        this.places.entrySet().stream()
                .sorted(Comparator.<Map.Entry<FieldPath, Origin>, Boolean>comparing(
                                entry -> !entry.getValue().file().equals(descriptor))
                        .thenComparingInt(entry -> entry.getValue().line())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry ->
                        entry.getKey().above().forEach(above -> firstBelow.putIfAbsent(above, entry.getValue())));
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
                .map(place -> ", " + place.lineFor(descriptor))
                .map(Printable::text)
                .orElse("");
    }

    /** Returns the place of a path, or of the longest path above it, or the first place below it. */
    public Optional<Origin> nearest(FieldPath path) {
        return Stream.concat(path.above().stream(), Stream.of(path))
                .flatMap(one -> Optional.ofNullable(places.get(one)).stream())
                .reduce((higher, lower) -> lower)
                .or(() -> Optional.ofNullable(firstBelow.get(path)));
    }
}
