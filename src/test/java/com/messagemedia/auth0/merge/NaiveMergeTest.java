package com.messagemedia.auth0.merge;

import static com.messagemedia.auth0.merge.RandomMerge.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The merge agrees with the naive one, decision by decision, over merges made from seeds. */
final class NaiveMergeTest {

    @Test
    void agreesWithTheNaiveMerge() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            NaiveMerge naive = new NaiveMerge(merge);
            assertThat(words(result)).as("%s", merge).isEqualTo(text(naive.words()));
            if (result.isSettled()) {
                assertThat(InputText.leaves(result.merged().leaves()))
                        .as("%s", merge)
                        .isEqualTo(InputText.leaves(naive.leaves()));
            }
            return result.isSettled() ? 1 : 0;
        });
    }

    /** Any law would hold of an empty set, too. */
    @Test
    void meetsEveryKindOfDecisionOften() {
        Map<String, Long> seen = RandomMerge.ALL.stream()
                .flatMap(merge -> merge.merged().decisions().stream())
                .map(decision -> DecisionText.of(decision).replaceAll("unmanaged .*", "unmanaged"))
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        assertThat(seen)
                .containsOnlyKeys(
                        "added, adopted",
                        "added, overwritten",
                        "added, owned",
                        "changed, adopted",
                        "changed, overwritten",
                        "changed, owned",
                        "conflict, both changed",
                        "conflict, changed before removal",
                        "conflict, claimed by billing",
                        "conflict, drift",
                        "kept",
                        "kept by policy",
                        "managed",
                        "refused, unmanaged",
                        "removed, listed",
                        "removed, no longer desired",
                        "removed, overwritten",
                        "removed, provider switch",
                        "removed, replaced");
        assertThat(seen.values()).allMatch(count -> count > RandomMerge.TRIALS / 200);
    }

    private static List<String> words(MergeResult result) {
        return result.decisions().stream()
                .map(decision -> decision.path() + ": " + DecisionText.of(decision))
                .toList();
    }

    private static List<String> text(Map<FieldPath, String> words) {
        return words.entrySet().stream()
                .map(word -> word.getKey() + ": " + word.getValue())
                .toList();
    }
}
