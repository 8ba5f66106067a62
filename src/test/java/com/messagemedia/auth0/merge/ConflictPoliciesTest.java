package com.messagemedia.auth0.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.model.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConflictPoliciesTest {

    private static final List<String> OBJECTS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");

    /** Many objects, since a map in a lucky order would hide a wrong answer for one. */
    @Test
    void takesThePolicyOfTheLongestPathThatCoversALeaf() {
        Map<FieldPath, ConflictPolicy> byPath = new HashMap<>();
        for (String object : OBJECTS) {
            byPath.put(FieldPath.of(object), ConflictPolicy.KEEP);
            byPath.put(FieldPath.of(object, "x"), ConflictPolicy.OVERWRITE);
            byPath.put(FieldPath.of(object, "x", "y"), ConflictPolicy.FAIL);
        }
        ConflictPolicies policies = new ConflictPolicies(ConflictPolicy.FAIL, byPath);
        for (String object : OBJECTS) {
            assertThat(policies.at(FieldPath.of(object))).isEqualTo(ConflictPolicy.KEEP);
            assertThat(policies.at(FieldPath.of(object, "z"))).isEqualTo(ConflictPolicy.KEEP);
            assertThat(policies.at(FieldPath.of(object, "x", "z"))).isEqualTo(ConflictPolicy.OVERWRITE);
            assertThat(policies.at(FieldPath.of(object, "x", "y", "z"))).isEqualTo(ConflictPolicy.FAIL);
        }
    }

    @Test
    void fallsBackWhereNoPathCovers() {
        ConflictPolicies policies = new ConflictPolicies(
                ConflictPolicy.KEEP, Map.of(FieldPath.of("totp", "length"), ConflictPolicy.OVERWRITE));
        assertThat(policies.at(FieldPath.of("totp"))).isEqualTo(ConflictPolicy.KEEP);
        assertThat(policies.at(FieldPath.of("totp", "time_step"))).isEqualTo(ConflictPolicy.KEEP);
        assertThat(policies.at(FieldPath.of("totp.length"))).isEqualTo(ConflictPolicy.KEEP);
        assertThat(ConflictPolicies.all(ConflictPolicy.FAIL).at(FieldPath.of("from")))
                .isEqualTo(ConflictPolicy.FAIL);
    }

    /** Whoever only looks sees the conflict that an apply would overwrite. */
    @Test
    void overwritesNothingForOneWhoOnlyLooks() {
        ConflictPolicies policies = new ConflictPolicies(
                        ConflictPolicy.OVERWRITE,
                        Map.of(
                                FieldPath.of("from"), ConflictPolicy.KEEP,
                                FieldPath.of("name"), ConflictPolicy.OVERWRITE))
                .withoutOverwriting();
        assertThat(policies.at(FieldPath.of("template"))).isEqualTo(ConflictPolicy.FAIL);
        assertThat(policies.at(FieldPath.of("name"))).isEqualTo(ConflictPolicy.FAIL);
        assertThat(policies.at(FieldPath.of("from"))).isEqualTo(ConflictPolicy.KEEP);
        ConflictPolicies kept = new ConflictPolicies(
                        ConflictPolicy.KEEP, Map.of(FieldPath.of("name"), ConflictPolicy.OVERWRITE))
                .withoutOverwriting();
        assertThat(kept.at(FieldPath.of("template"))).isEqualTo(ConflictPolicy.KEEP);
        assertThat(kept.at(FieldPath.of("name"))).isEqualTo(ConflictPolicy.FAIL);
    }
}
