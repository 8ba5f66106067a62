package com.messagemedia.auth0.merge;

import static com.messagemedia.auth0.merge.RandomMerge.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision.Conflict;
import com.messagemedia.auth0.merge.Decision.KeptByPolicy;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the conflict policies, of the gateway unit and of the provider switch, over merges made from seeds. */
final class ConflictPolicyLawsTest {

    @Test
    void settlesEveryConflictUnderKeepAndOverwrite() {
        forAll(merge -> {
            for (ConflictPolicy policy : List.of(ConflictPolicy.KEEP, ConflictPolicy.OVERWRITE)) {
                assertThat(merge.withPolicy(policy).merged().decisions())
                        .as("%s under %s", merge, policy)
                        .noneMatch(Conflict.class::isInstance);
            }
            return conflicts(merge.withPolicy(ConflictPolicy.FAIL)).count();
        });
    }

    @Test
    void touchesNothingWhereThereIsNoConflict() {
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
            return failing.isSettled() ? 1 : 0;
        });
    }

    @Test
    void leavesLiveAtEveryConflictUnderKeep() {
        forAll(merge -> {
            MergeResult kept = merge.withPolicy(ConflictPolicy.KEEP).merged();
            List<FieldPath> paths = conflicts(merge.withPolicy(ConflictPolicy.FAIL))
                    .filter(path -> kept.isSettled() && isLeafOrAbsent(merge.live(), path))
                    .toList();
            for (FieldPath path : paths) {
                assertThat(kept.merged().get(path))
                        .as("%s at %s", merge, path)
                        .isEqualTo(merge.live().get(path));
            }
            return paths.size();
        });
    }

    private static Stream<FieldPath> conflicts(RandomMerge merge) {
        return merge.merged().decisions().stream()
                .filter(Conflict.class::isInstance)
                .map(Decision::path);
    }

    private static boolean isLeafOrAbsent(Options live, FieldPath path) {
        return live.get(path).map(Value::isLeaf).orElse(true);
    }

    @Test
    void changesNothingTheSecondTimeUnderKeep() {
        forAll(merge -> MergeLawsTest.provesIdempotent(merge.withPolicy(ConflictPolicy.KEEP)));
    }

    @Test
    void decidesTheGatewayUnitWhole() {
        forAll(merge -> {
            MergeResult result = merge.merged();
            boolean kept = result.decisions().stream()
                    .anyMatch(
                            decision -> decision instanceof KeptByPolicy && OptionPaths.inGatewayUnit(decision.path()));
            if (!result.isSettled() || !kept) {
                return 0;
            }
            assertThat(unit(result.merged())).as("%s", merge).isEqualTo(unit(merge.live()));
            return 1;
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
            return result.decisions().stream()
                    .filter(decision -> switches && isTwilioKey(decision.path()))
                    .count();
        });
    }

    private static boolean isTwilioKey(FieldPath path) {
        return OptionPaths.twilioKeys().stream().anyMatch(path::startsWith);
    }
}
