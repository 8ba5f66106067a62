package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a delivery tells the merge about the paths of its options.
 *
 * @param unit the paths that are decided together, with everything below them, so that old and new values never mix
 * @param leaving the keys that a switch removes; empty if there are none
 * @param canonical which values mean the same
 */
public record MergeRules(List<FieldPath> unit, Optional<LeavingKeys> leaving, Canonical canonical) {

    /** No rules: each path is decided alone, no switch removes keys, and no option has a default. */
    public static final MergeRules NONE =
            new MergeRules(List.of(), Optional.empty(), new Canonical(Set.of(), Map.of()));

    public MergeRules {
        unit = List.copyOf(unit);
    }

    /** Returns these rules with everything below these names as a part of the unit. */
    public MergeRules joining(Collection<String> names) {
        List<FieldPath> joined = new ArrayList<>(unit);
        for (String name : names) {
            joined.add(FieldPath.of(name));
        }
        return new MergeRules(joined, leaving, canonical);
    }

    /** Whether a path belongs to the unit. */
    public boolean inUnit(FieldPath path) {
        for (FieldPath part : unit) {
            if (path.startsWith(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path must be written or restored only together with this part of the unit. */
    public boolean belongTogether(FieldPath path, FieldPath partOfUnit) {
        boolean concerned =
                inUnit(path) || leaving.filter(keys -> keys.covers(path)).isPresent();
        return concerned && inUnit(partOfUnit);
    }

    /** The path whose value decides whether keys are removed. */
    public Optional<FieldPath> switchOf() {
        return leaving.isPresent() ? Optional.of(leaving.get().at()) : Optional.empty();
    }
}
