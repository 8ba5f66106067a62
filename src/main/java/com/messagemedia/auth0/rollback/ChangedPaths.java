package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The paths that somebody changed after the apply. The time to find a cause among them does not grow with their number. */
final class ChangedPaths {

    private final Map<FieldPath, Integer> places = new HashMap<>();
    private final Map<FieldPath, FieldPath> firstBelow = new HashMap<>();
    private final Optional<FieldPath> firstOfUnit;
    private final MergeRules rules;

    /** Keeps these paths in their order. */
    ChangedPaths(List<FieldPath> paths, MergeRules rules) {
        for (FieldPath path : paths) {
            places.put(path, places.size());
            path.above().forEach(above -> firstBelow.putIfAbsent(above, path));
        }
        this.firstOfUnit = paths.stream().filter(rules::inUnit).findFirst();
        this.rules = rules;
    }

    /** Tells whether somebody changed this path. */
    boolean contains(FieldPath path) {
        return places.containsKey(path);
    }

    /** Returns the path itself if it is changed, otherwise the first changed path of its group. */
    Optional<FieldPath> cause(FieldPath path) {
        if (contains(path)) {
            return Optional.of(path);
        }
        Stream<FieldPath> overlapping =
                Stream.concat(path.above().stream().filter(this::contains), Stream.ofNullable(firstBelow.get(path)));
        Stream<FieldPath> unit = firstOfUnit.filter(part -> rules.belongTogether(path, part)).stream();
        return Stream.concat(overlapping, unit).min(Comparator.comparing(places::get));
    }
}
