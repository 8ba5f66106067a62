package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The record that an apply writes. It holds every desired leaf, and keeps the old entry where the policy kept the live
 * value.
 */
public final class NextRecord {

    private NextRecord() {}

    /**
     * Returns the record after an apply of these decisions.
     *
     * @param before the record so far; the new record keeps its salt, so an unchanged record stays the same
     * @param fresh makes fingerprints; its key serves a record that has no key yet
     */
    public static Present after(AppliedRecord before, ValuePrints fresh, Options desired, List<Decision> decisions) {
        ValuePrints made = before instanceof Present present ? present.prints(fresh.canonical()) : fresh;
        Map<FieldPath, String> prints = new TreeMap<>();
        for (Map.Entry<FieldPath, Value> leaf : desired.leaves().entrySet()) {
            prints.put(leaf.getKey(), made.of(leaf.getKey(), leaf.getValue()));
        }
        keepOldBase(decisions, before, prints);
        return new Present(made.key(), prints, stillReturned(before, made, decisions));
    }

    /** Keeps the values that Auth0 put back, while they are live and nobody sets them. */
    private static Map<FieldPath, String> stillReturned(
            AppliedRecord before, ValuePrints made, List<Decision> decisions) {
        Map<FieldPath, String> returned = new TreeMap<>();
        for (Decision decision : decisions) {
            if (before instanceof Present present
                    && decision instanceof Kept kept
                    && !kept.managed()
                    && present.hasReturned(made.canonical(), kept.path(), kept.live())) {
                returned.put(kept.path(), made.of(kept.path(), kept.live()));
            }
        }
        return returned;
    }

    private static void keepOldBase(List<Decision> decisions, AppliedRecord before, Map<FieldPath, String> prints) {
        List<FieldPath> kept = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof KeptByPolicy) {
                kept.add(decision.path());
            }
        }
        for (FieldPath path : kept) {
            boolean wasDesired = prints.remove(path) != null;
            if (before instanceof Lost && wasDesired) {
                prints.put(path, Present.UNKNOWN);
            }
        }
        if (before instanceof Present present) {
            PathIndex index = PathIndex.of(kept);
            for (Map.Entry<FieldPath, String> owned : present.prints().entrySet()) {
                if (index.overlaps(owned.getKey())) {
                    prints.putIfAbsent(owned.getKey(), owned.getValue());
                }
            }
        }
    }
}
