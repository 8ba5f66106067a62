package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a merge must know of the paths that it decides, which only the way of delivery can say.
 *
 * @param unit the paths that are decided as one, with all below them, so that what belongs together never mixes
 * @param leaving the keys that leave with a switch; empty where nothing leaves
 * @param canonical which values mean the same
 */
public record MergeRules(List<FieldPath> unit, Optional<LeavingKeys> leaving, Canonical canonical) {

    /** For paths of which nothing is known: each is decided alone, none leaves, and values mean what they say. */
    public static final MergeRules NONE =
            new MergeRules(List.of(), Optional.empty(), new Canonical(Set.of(), Map.of()));

    public MergeRules {
        unit = List.copyOf(unit);
    }

    /** Whether a path is decided with the unit. */
    public boolean inUnit(FieldPath path) {
        return unit.stream().anyMatch(path::startsWith);
    }

    /** Whether a path that leaves with the unit's switch, or is part of the unit, goes only where that part of the unit goes. */
    public boolean belongTogether(FieldPath path, FieldPath partOfUnit) {
        boolean concerned =
                inUnit(path) || leaving.filter(keys -> keys.covers(path)).isPresent();
        return concerned && inUnit(partOfUnit);
    }

    /** The path on which a removed key's leaving hangs. */
    public Optional<FieldPath> switchOf() {
        return leaving.map(LeavingKeys::at);
    }
}
