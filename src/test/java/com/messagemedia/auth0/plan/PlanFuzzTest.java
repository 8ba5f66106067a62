package com.messagemedia.auth0.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.delivery.gateway.GatewaySending;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.AppliedRecord.Absent;
import com.messagemedia.auth0.plan.AppliedRecord.Loss;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.testing.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever base, desired and live are: there is a plan, it loses nothing, and after it there is nothing to do. */
final class PlanFuzzTest {

    private static final Fingerprints KEY = new Fingerprints("0123456789abcdef");
    private static final Target TARGET = new Target("acme.eu.auth0.com", "sms", "con_1", Optional.empty());

    static Stream<byte[]> choices() {
        return Seeds.choices(50);
    }

    /** Without them the law below would not be tried where it matters. */
    @Test
    void theKnownInputsHoldMergesThatCanBeApplied() {
        assertThat(choices().filter(PlanFuzzTest::isAppliedOnce)).hasSizeGreaterThan(10);
    }

    @MethodSource("choices")
    @FuzzTest
    void losesNothingAndIsDoneOnce(byte[] bytes) {
        isAppliedOnce(bytes);
    }

    /** Whether the choices made a merge that can be applied. */
    private static boolean isAppliedOnce(byte[] bytes) {
        FuzzedChoices choices = new FuzzedChoices(bytes);
        Options applied = choices.options();
        Options live = choices.edited(applied);
        Desired desired = desired(choices, applied);
        AppliedRecord record = record(choices, applied);
        ConflictPolicies policies = policies(choices, live);
        MergeInput first = new MergeInput(
                RecordBase.of(record, desired.options(), GatewayOptions.MERGE_RULES.canonical()),
                desired,
                live,
                claims(choices, live),
                policies,
                GatewayOptions.MERGE_RULES);
        MergeResult result = merged(first);
        if (result.isSettled()) {
            Present next = NextRecord.after(
                    record,
                    new ValuePrints(KEY, GatewayOptions.MERGE_RULES.canonical()),
                    desired.options(),
                    result.decisions());
            assertThat(new RecordCodec(GatewayOptions.CODES).decode(new RecordCodec(GatewayOptions.CODES).encode(next)))
                    .isEqualTo(next);
            MergeResult second = merged(new MergeInput(
                    RecordBase.of(next, desired.options(), GatewayOptions.MERGE_RULES.canonical()),
                    desired,
                    result.merged(),
                    first.claims(),
                    policies,
                    GatewayOptions.MERGE_RULES));
            assertThat(second.decisions())
                    .allMatch(
                            decision -> decision instanceof Decision.Kept || decision instanceof Decision.KeptByPolicy);
            assertThat(second.merged()).isEqualTo(result.merged());
        }
        return result.isSettled();
    }

    private static MergeResult merged(MergeInput input) {
        MergeResult result = ThreeWayMerge.merge(input);
        assertThat(Planner.plan(TARGET, input, result, new GatewaySending(Optional.empty()))
                        .refusals())
                .noneMatch(Refusal.LossNotExcluded.class::isInstance);
        return result;
    }

    private static Desired desired(FuzzedChoices choices, Options applied) {
        Options options = choices.edited(applied);
        Set<FieldPath> removals = new HashSet<>();
        for (int count = choices.below(3); count > 0; count--) {
            FieldPath path = choices.path(options);
            // A path that is set and removed is refused when the descriptor is read.
            if (options.leaves().keySet().stream().noneMatch(path::overlaps)) {
                removals.add(path);
            }
        }
        return new Desired(options, removals);
    }

    private static AppliedRecord record(FuzzedChoices choices, Options applied) {
        return switch (choices.below(5)) {
            case 0 -> new Absent();
            case 1 -> new Lost(Loss.DAMAGED);
            default ->
                NextRecord.after(
                        new Absent(), new ValuePrints(KEY, GatewayOptions.MERGE_RULES.canonical()), applied, List.of());
        };
    }

    private static OtherOwners claims(FuzzedChoices choices, Options live) {
        if (choices.below(4) != 1) {
            return OtherOwners.NONE;
        }
        FieldPath claimed = choices.path(live);
        return path -> claimed.overlaps(path) ? Optional.of("billing") : Optional.empty();
    }

    private static ConflictPolicies policies(FuzzedChoices choices, Options live) {
        List<ConflictPolicy> all = List.of(ConflictPolicy.values());
        return new ConflictPolicies(choices.of(all), Map.of(choices.path(live), choices.of(all)));
    }
}
