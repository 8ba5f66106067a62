package com.messagemedia.auth0.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.OptionPaths;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.merge.Decision.Added;
import com.messagemedia.auth0.merge.Decision.Changed;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.Kept;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.Decision.Refused;
import com.messagemedia.auth0.merge.Decision.Removed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the merge, each over thousands of merges made from seeds; a failure names its seed. */
final class MergeLawsTest {

    private static final long TRIALS = 10_000;
    private static final List<RandomMerge> MERGES =
            LongStream.range(0, TRIALS).mapToObj(RandomMerge::of).toList();

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
        });
    }

    @Test
    void keepsUnmanagedLeavesAsTheyAre() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            merge.live().leaves().forEach((path, value) -> {
                if (result.isSettled() && isUnmanaged(merge, path)) {
                    assertThat(result.merged().get(path))
                            .as("%s at %s", merge, path)
                            .contains(value);
                }
            });
        });
    }

    private static boolean isUnmanaged(RandomMerge merge, FieldPath path) {
        boolean ours = merge.base().applied().keySet().stream().anyMatch(path::startsWith);
        boolean named = merge.desired().leaves().entrySet().stream()
                .anyMatch(leaf -> leaf.getKey().startsWith(path)
                        || (path.startsWith(leaf.getKey()) && !leaf.getValue().equals(Value.Tree.EMPTY)));
        return !ours && !named && !merge.input().desired().removes(path) && !isTwilioKey(path);
    }

    @Test
    void changesNothingTheSecondTime() {
        forAll(MergeLawsTest::provesIdempotent);
    }

    @Test
    void changesNothingTheSecondTimeUnderKeep() {
        forAll(merge -> provesIdempotent(merge.withPolicy(ConflictPolicy.KEEP)));
    }

    private static void provesIdempotent(RandomMerge merge) {
        MergeResult first = merge.merged();
        if (first.isSettled()) {
            MergeResult second = merge.afterApplying(first).merged();
            assertThat(second.decisions())
                    .as("%s", merge)
                    .allMatch(decision -> decision instanceof Kept || decision instanceof KeptByPolicy);
            assertThat(second.merged()).as("%s", merge).isEqualTo(first.merged());
        }
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
            if (result.isSettled()) {
                result.merged()
                        .leaves()
                        .forEach((path, value) -> assertThat(origin(merge, decisions.get(path)))
                                .as("%s at %s", merge, path)
                                .contains(value));
            }
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
                return;
            }
            merge.desired()
                    .leaves()
                    .forEach((path, value) -> assertThat(
                                    result.merged().get(path).filter(sent -> MergeInput.satisfies(path, sent, value)))
                            .as("%s at %s", merge, path)
                            .isPresent());
            result.merged().leaves().keySet().stream()
                    .filter(path -> merge.input().desired().removes(path))
                    .forEach(path -> assertThat(merge.desired().get(path))
                            .as("%s at %s", merge, path)
                            .isPresent());
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
        });
    }

    @Test
    void decidesNoPathTwiceAndInPathOrder() {
        forAll(merge -> {
            List<FieldPath> paths = paths(merge.merged());
            assertThat(paths).as("%s", merge).doesNotHaveDuplicates().isSorted();
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
        });
    }

    @Test
    void settlesEveryConflictUnderKeepAndOverwrite() {
        forAll(merge -> {
            for (ConflictPolicy policy : List.of(ConflictPolicy.KEEP, ConflictPolicy.OVERWRITE)) {
                assertThat(merge.withPolicy(policy).merged().decisions())
                        .as("%s under %s", merge, policy)
                        .noneMatch(Conflict.class::isInstance);
            }
        });
    }

    @Test
    void isUnsettledUnderFailExactlyWhereKeepOrOverwriteWouldDecide() {
        forAll(merge -> {
            MergeResult failing = merge.withPolicy(ConflictPolicy.FAIL).merged();
            MergeResult kept = merge.withPolicy(ConflictPolicy.KEEP).merged();
            if (failing.isSettled()) {
                assertThat(kept.decisions()).as("%s", merge).isEqualTo(failing.decisions());
                assertThat(merge.withPolicy(ConflictPolicy.OVERWRITE).merged().decisions())
                        .as("%s", merge)
                        .isEqualTo(failing.decisions());
            }
            assertThat(failing.decisions())
                    .as("%s", merge)
                    .noneMatch(KeptByPolicy.class::isInstance)
                    .map(DecisionText::of)
                    .noneMatch(word -> word.endsWith("overwritten"));
        });
    }

    @Test
    void leavesLiveAtEveryConflictUnderKeep() {
        forAll(merge -> {
            MergeResult kept = merge.withPolicy(ConflictPolicy.KEEP).merged();
            merge.withPolicy(ConflictPolicy.FAIL).merged().decisions().stream()
                    .filter(decision -> decision instanceof Conflict && kept.isSettled())
                    .map(Decision::path)
                    .filter(path -> isLeafOrAbsent(merge.live(), path))
                    .forEach(path -> assertThat(kept.merged().get(path))
                            .as("%s at %s", merge, path)
                            .isEqualTo(merge.live().get(path)));
        });
    }

    private static boolean isLeafOrAbsent(Options live, FieldPath path) {
        return live.get(path).map(Value::isLeaf).orElse(true);
    }

    @Test
    void decidesTheGatewayUnitWhole() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            boolean kept = result.decisions().stream()
                    .anyMatch(
                            decision -> decision instanceof KeptByPolicy && OptionPaths.inGatewayUnit(decision.path()));
            if (result.isSettled() && kept) {
                assertThat(unit(result.merged())).as("%s", merge).isEqualTo(unit(merge.live()));
            }
        });
    }

    private static Map<FieldPath, String> unit(Options options) {
        Map<FieldPath, String> unit = InputText.leaves(options.leaves());
        unit.keySet().removeIf(path -> !OptionPaths.inGatewayUnit(path));
        return unit;
    }

    @Test
    void switchesProviderOnlyWhereDesiredAndMergedBothUseTheGateway() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            boolean switches = OptionPaths.usesGateway(merge.desired()) && OptionPaths.usesGateway(result.merged());
            for (Decision decision : result.decisions()) {
                String word = DecisionText.of(decision);
                if (word.equals("removed, provider switch")) {
                    assertThat(switches && isTwilioKey(decision.path()))
                            .as("%s", merge)
                            .isTrue();
                } else if (switches
                        && isTwilioKey(decision.path())
                        && decision.path().segments().size() == 1) {
                    assertThat(word).as("%s", merge).isNotEqualTo("kept");
                }
            }
        });
    }

    /** The laws above would hold of an empty set, too. */
    @Test
    void meetsEveryKindOfDecisionOften() {
        Map<String, Long> seen = MERGES.stream()
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
        assertThat(seen.values()).allMatch(count -> count > 50);
    }

    private static void forAll(Consumer<RandomMerge> law) {
        MERGES.forEach(law);
    }

    private static List<FieldPath> paths(MergeResult result) {
        return result.decisions().stream().map(Decision::path).toList();
    }

    private static Map<FieldPath, Decision> byPath(MergeResult result) {
        Map<FieldPath, Decision> byPath = new TreeMap<>();
        result.decisions().forEach(decision -> byPath.put(decision.path(), decision));
        return byPath;
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

    private static Map<FieldPath, String> canonical(Map<FieldPath, Value> leaves) {
        Map<FieldPath, String> canonical = new TreeMap<>();
        leaves.forEach((path, value) -> canonical.put(path, Canonical.text(path, value)));
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
