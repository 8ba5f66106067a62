package com.messagemedia.auth0.merge;

import static com.messagemedia.auth0.merge.RandomMerge.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.merge.Decision.Removed;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the merge, each over thousands of merges made from seeds; a failure names its seed. */
final class MergeLawsTest {

    @Test
    void keepsUnmanagedLeavesAsTheyAre() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            Map<FieldPath, Value> unmanaged = new TreeMap<>(merge.live().leaves());
            unmanaged.keySet().removeIf(path -> !result.isSettled() || !isUnmanaged(merge, path));
            unmanaged.forEach((path, value) -> assertThat(result.merged().get(path))
                    .as("%s at %s", merge, path)
                    .contains(value));
            return unmanaged.size();
        });
    }

    /** Nobody's: neither base nor desired knows it, nor a path that holds it, and no other owner does. */
    private static boolean isUnmanaged(RandomMerge merge, FieldPath path) {
        boolean owned = merge.base().applied().keySet().stream().anyMatch(path::startsWith)
                || merge.input().claims().claimedBy(path).isPresent();
        boolean named =
                merge.desired().get(path).isPresent() || merge.input().desired().removes(path);
        return !owned && !named && !isTwilioKey(path);
    }

    @Test
    void changesNothingTheSecondTime() {
        forAll(MergeLawsTest::provesIdempotent);
    }

    /** How many merges it was proved of: one that is not settled is not applied. */
    static long provesIdempotent(RandomMerge merge) {
        MergeResult first = merge.merged();
        if (!first.isSettled()) {
            return 0;
        }
        MergeResult second = merge.afterApplying(first).merged();
        assertThat(second.decisions())
                .as("%s", merge)
                .allMatch(decision -> decision instanceof Kept || decision instanceof KeptByPolicy);
        assertThat(second.merged()).as("%s", merge).isEqualTo(first.merged());
        return 1;
    }

    @Test
    void givesDesiredWhereBaseIsLive() {
        forAll(merge -> {
            RandomMerge ours =
                    merge.withoutClaims().withBase(MapBase.of(merge.live().leaves()));
            MergeResult result = ours.merged();
            assertThat(result.isSettled()).as("%s", ours).isTrue();
            assertThat(canonical(result.merged().leaves()))
                    .as("%s", ours)
                    .isEqualTo(canonical(merge.desired().leaves()));
            return 1;
        });
    }

    @Test
    void givesDesiredOverLiveWhereBaseIsLiveAtTheDesiredPaths() {
        forAll(merge -> {
            Set<FieldPath> wanted = merge.desired().leaves().keySet();
            Map<FieldPath, Value> others = new TreeMap<>(merge.live().leaves());
            others.keySet().removeIf(path -> wanted.stream().anyMatch(path::overlaps));
            Map<FieldPath, Value> owned = new TreeMap<>(merge.live().leaves());
            owned.keySet().removeAll(others.keySet());
            RandomMerge ours = merge.withoutClaims()
                    .withBase(MapBase.of(owned))
                    .withDesired(new Desired(merge.desired(), Set.of()));
            if (OptionPaths.usesGateway(merge.desired())) {
                others.keySet().removeIf(MergeLawsTest::isTwilioKey);
            }
            others.putAll(merge.desired().leaves());
            assertThat(canonical(ours.merged().merged().leaves()))
                    .as("%s", ours)
                    .isEqualTo(canonical(others));
            return wanted.size();
        });
    }

    @Test
    void losesNoLiveLeafSilently() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            Map<FieldPath, Decision> decisions = byPath(result);
            merge.live().leaves().forEach((path, value) -> {
                Decision decision = decisions.get(path);
                if (decision == null) {
                    assertThat(result.decisions())
                            .as("%s at %s", merge, path)
                            .anyMatch(above -> above instanceof Refused && path.startsWith(above.path()));
                } else if (result.isSettled() && !(decision instanceof Removed || decision instanceof Changed)) {
                    assertThat(result.merged().get(path).filter(sent -> isCarried(value, sent)))
                            .as("%s at %s", merge, path)
                            .isPresent();
                }
            });
            return merge.live().leaves().size();
        });
    }

    private static boolean isCarried(Value live, Value sent) {
        return sent.equals(live) || (live.equals(Value.Tree.EMPTY) && sent instanceof Value.Tree);
    }

    @Test
    void sendsNothingThatNeitherLiveNorAListedChangeHas() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            Map<FieldPath, Decision> decisions = byPath(result);
            Map<FieldPath, Value> sent = result.isSettled() ? result.merged().leaves() : Map.of();
            sent.forEach((path, value) -> assertThat(origin(merge, decisions.get(path)))
                    .as("%s at %s", merge, path)
                    .contains(value));
            return sent.size();
        });
    }

    private static List<Value> origin(RandomMerge merge, Decision decision) {
        if (decision instanceof Added added) {
            return List.of(added.desired());
        }
        if (decision instanceof Changed changed) {
            return List.of(changed.desired());
        }
        boolean emptied = decision instanceof Kept kept && kept.managed();
        return Stream.concat(
                        merge.live().get(decision.path()).stream(),
                        emptied ? merge.desired().get(decision.path()).stream() : Stream.empty())
                .toList();
    }

    @Test
    void givesDesiredWhereItIsSettledAndNothingIsKeptByPolicy() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            if (!result.isSettled() || result.decisions().stream().anyMatch(KeptByPolicy.class::isInstance)) {
                return 0;
            }
            merge.desired()
                    .leaves()
                    .forEach((path, value) -> assertThat(result.merged()
                                    .get(path)
                                    .filter(sent -> merge.input().satisfies(path, sent, value)))
                            .as("%s at %s", merge, path)
                            .isPresent());
            result.merged().leaves().keySet().stream()
                    .filter(path -> merge.input().desired().removes(path))
                    .forEach(path -> assertThat(merge.desired().get(path))
                            .as("%s at %s", merge, path)
                            .isPresent());
            return merge.desired().leaves().size();
        });
    }

    @Test
    void takesNoNoticeOfKeyOrder() {
        forAll(merge -> {
            Desired reversed = new Desired(
                    reversed(merge.desired()), merge.input().desired().removals());
            MergeResult result = merge.merged();
            MergeResult other =
                    merge.withDesired(reversed).withLive(reversed(merge.live())).merged();
            assertThat(other.decisions()).as("%s", merge).isEqualTo(result.decisions());
            assertThat(other.merged()).as("%s", merge).isEqualTo(result.merged());
            return merge.desired().root().members().size() - 1;
        });
    }

    @Test
    void saysThatLiveChangesExactlyWhereTheResultIsAnother() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            if (result.isSettled()) {
                assertThat(result.decisions().stream().anyMatch(Decision::changesLive))
                        .as("%s", merge)
                        .isNotEqualTo(canonical(result.merged().leaves())
                                .equals(canonical(merge.live().leaves())));
            }
            return result.isSettled() ? 1 : 0;
        });
    }

    @Test
    void decidesNoPathTwiceAndInPathOrder() {
        forAll(merge -> {
            List<FieldPath> paths =
                    merge.merged().decisions().stream().map(Decision::path).toList();
            assertThat(paths).as("%s", merge).doesNotHaveDuplicates().isSorted();
            return paths.size() - 1;
        });
    }

    @Test
    void showsEveryDesiredLeafOrTheConflictThatHoldsIt() {
        forAll(merge -> {
            Map<FieldPath, Decision> decisions = byPath(merge.merged());
            for (FieldPath path : merge.desired().leaves().keySet()) {
                assertThat(decisions.values())
                        .as("%s at %s", merge, path)
                        .anyMatch(decision -> decision.path().equals(path)
                                || (decision instanceof Conflict && path.startsWith(decision.path())));
            }
            return merge.desired().leaves().size();
        });
    }

    private static Map<FieldPath, Decision> byPath(MergeResult result) {
        Map<FieldPath, Decision> byPath = new TreeMap<>();
        result.decisions().forEach(decision -> byPath.put(decision.path(), decision));
        return byPath;
    }

    private static Map<FieldPath, String> canonical(Map<FieldPath, Value> leaves) {
        Map<FieldPath, String> canonical = new TreeMap<>();
        leaves.forEach((path, value) ->
                canonical.put(path, GatewayOptions.MERGE_RULES.canonical().text(path, value)));
        return canonical;
    }

    private static boolean isTwilioKey(FieldPath path) {
        return OptionPaths.twilioKeys().stream().anyMatch(path::startsWith);
    }

    private static Options reversed(Options options) {
        return new Options(reversed(options.root()));
    }

    private static Value.Tree reversed(Value.Tree tree) {
        List<String> keys = new ArrayList<>(tree.members().keySet());
        Collections.reverse(keys);
        Map<String, Value> members = new LinkedHashMap<>();
        for (String key : keys) {
            Value value = tree.members().get(key);
            members.put(key, value instanceof Value.Tree child ? reversed(child) : value);
        }
        return new Value.Tree(members);
    }
}
