package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import java.util.HashMap;
import java.util.Map;

/**
 * The conflict policy as a whole and per path. The longest path that covers a leaf decides.
 *
 * @param fallback the policy for all other paths
 * @param byPath policies for single options or whole objects
 */
public record ConflictPolicies(ConflictPolicy fallback, Map<FieldPath, ConflictPolicy> byPath) {

    public ConflictPolicies {
        byPath = Map.copyOf(byPath);
    }

    /** One policy for everything. */
    public static ConflictPolicies all(ConflictPolicy policy) {
        return new ConflictPolicies(policy, Map.of());
    }

    /** These policies for a run that writes nothing: where they would overwrite, the conflict stays. */
    public ConflictPolicies withoutOverwriting() {
        Map<FieldPath, ConflictPolicy> looking = new HashMap<>();
        byPath.forEach((path, policy) -> looking.put(path, withoutOverwriting(policy)));
        return new ConflictPolicies(withoutOverwriting(fallback), looking);
    }

    private static ConflictPolicy withoutOverwriting(ConflictPolicy policy) {
        return policy == ConflictPolicy.OVERWRITE ? ConflictPolicy.FAIL : policy;
    }

    /** The policy for a path. */
    public ConflictPolicy at(FieldPath path) {
        ConflictPolicy found = fallback;
        for (FieldPath above : path.above()) {
            found = byPath.getOrDefault(above, found);
        }
        return byPath.getOrDefault(path, found);
    }

    /** What is done about a conflict. */
    public enum ConflictPolicy {
        /** Nothing is written; the default. */
        FAIL,
        /** The descriptor wins. */
        OVERWRITE,
        /** Live wins; the applied record keeps its old base there. */
        KEEP
    }
}
