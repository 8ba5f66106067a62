package com.messagemedia.auth0.report;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        for (Map.Entry<FieldPath, Origin> place : new TreeMap<>(places).entrySet()) {
            for (FieldPath above : place.getKey().above()) {
                Origin first = firstBelow.get(above);
                if (first == null || isBefore(place.getValue(), first)) {
                    firstBelow.put(above, place.getValue());
                }
            }
        }
    }

    /** A place in the descriptor itself comes before one in another file. */
    private boolean isBefore(Origin place, Origin other) {
        boolean here = place.file().equals(descriptor);
        boolean otherHere = other.file().equals(descriptor);
        return here == otherHere ? place.line() < other.line() : here;
    }

    /**
     * Returns the source of a path's value, such as {@code from ${env.SENDER}, line 12}; empty if the descriptor holds the
     * value itself.
     */
    String from(FieldPath path) {
        List<String> names = sources.get(path);
        return names == null ? "" : "from " + Printable.text(String.join(" and ", names)) + line(path);
    }

    private String line(FieldPath path) {
        Origin place = places.get(path);
        return place == null ? "" : Printable.text(", " + place.lineFor(descriptor));
    }

    /** Returns the place of a path, or of the longest path above it, or the first place below it. */
    public Optional<Origin> nearest(FieldPath path) {
        Origin nearest = firstBelow.get(path);
        for (FieldPath above : path.above()) {
            nearest = places.getOrDefault(above, nearest);
        }
        return Optional.ofNullable(places.getOrDefault(path, nearest));
    }
}
