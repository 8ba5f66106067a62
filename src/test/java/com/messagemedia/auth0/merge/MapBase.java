package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A base that remembers whole values; a path without a value is owned and agrees with nothing. */
record MapBase(Map<FieldPath, Optional<Value>> applied) implements Base {

    static MapBase of(Map<FieldPath, Value> applied) {
        Map<FieldPath, Optional<Value>> known = new TreeMap<>();
        applied.forEach((path, value) -> known.put(path, Optional.of(value)));
        return new MapBase(known);
    }

    /** A record that cannot be read: any desired path may have been in it. */
    static MapBase lost(Options desired) {
        Map<FieldPath, Optional<Value>> unknown = new TreeMap<>();
        desired.leaves().keySet().forEach(path -> unknown.put(path, Optional.empty()));
        return new MapBase(unknown);
    }

    /** What the recorder writes: every desired leaf; where the policy kept live, what base held there before. */
    MapBase after(Options desired, MergeResult result) {
        Map<FieldPath, Optional<Value>> next =
                new TreeMap<>(of(desired.leaves()).applied());
        for (Decision decision : result.decisions()) {
            if (decision instanceof KeptByPolicy kept) {
                next.remove(kept.path());
                applied.forEach((path, value) -> {
                    if (path.overlaps(kept.path())) {
                        next.putIfAbsent(path, value);
                    }
                });
            }
        }
        return new MapBase(next);
    }

    @Override
    public boolean owns(FieldPath path) {
        return applied.containsKey(path);
    }

    @Override
    public boolean agrees(FieldPath path, Value value) {
        return owns(path)
                && applied.get(path)
                        .filter(known -> GatewayOptions.MERGE_RULES.canonical().same(path, known, value))
                        .isPresent();
    }
}
