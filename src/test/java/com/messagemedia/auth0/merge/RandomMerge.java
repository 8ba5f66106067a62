package com.messagemedia.auth0.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Trials;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A merge made from a seed. Base, desired and live descend from one tree by a few edits each, over few paths and few values,
 * so that overlaps, clashes of shape, respelled numbers and agreement are all common.
 */
public record RandomMerge(long seed, MapBase base, MergeInput input) {

    static final String OTHER_OWNER = "billing";
    static final int TRIALS = Trials.of(5_000);

    private static final List<FieldPath> PATHS = Stream.of(
                    "a",
                    "a.x",
                    "a.y",
                    "a.x.p",
                    "a.x.q",
                    "[\"a.x\"].p",
                    "b",
                    "b.x",
                    "from",
                    "template",
                    "forward_req_info",
                    "totp",
                    "totp.length",
                    "provider",
                    "provider",
                    "provider.x",
                    "gateway_url",
                    "gateway_url.x",
                    "gateway_authentication",
                    "gateway_authentication.subject",
                    "gateway_authentication.audience",
                    "gateway_authentication.audience",
                    "twilio_sid",
                    "twilio_sid.x",
                    "twilio_token")
            .map(FieldPath::parse)
            .toList();

    private static final List<Value> VALUES = List.of(
            Value.of("s"),
            Value.of("t"),
            Value.of("true"),
            Value.of("6"),
            Value.of(true),
            Value.of(false),
            Value.Null.NULL,
            new Value.Numeral("6"),
            new Value.Numeral("6.0"),
            new Value.Numeral("6e0"),
            new Value.Numeral("7"),
            new Value.Array(List.of()),
            new Value.Array(List.of(Value.of(1), Value.of(2))),
            new Value.Array(List.of(Value.of(2), Value.of(1))),
            Value.Tree.EMPTY,
            Value.Tree.EMPTY);

    private static final List<Value> PROVIDERS =
            List.of(Value.of("sms_gateway"), Value.of("sms_gateway"), Value.of("twilio"), Value.Null.NULL);

    /** The merges of the first seeds; each test run has the same. */
    static final List<RandomMerge> ALL =
            LongStream.range(0, TRIALS).mapToObj(RandomMerge::of).toList();

    /** A law over one merge; it answers in how many places of that merge it had something to check. */
    interface Law {
        long check(RandomMerge merge);
    }

    /** Checks a law over all merges. One that speaks of few of them would hold of nearly anything. */
    static void forAll(Law law) {
        long spokenOf = ALL.stream().filter(merge -> law.check(merge) > 0).count();
        // Of few merges the share is by chance a little lower.
        assertThat(spokenOf).as("merges that the law speaks of").isGreaterThan(TRIALS / 20 - 5);
    }

    public static RandomMerge of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Options ancestor = edited(Options.EMPTY, random.nextInt(4, 24), random);
        Options live = edited(ancestor, random.nextInt(4), random);
        Options desired = edited(ancestor, random.nextInt(5), random);
        MapBase base = base(edited(ancestor, random.nextInt(3), random), desired, random);
        Set<FieldPath> claimed = paths(random, 0.15);
        MergeInput input = new MergeInput(
                base,
                new Desired(desired, paths(random, 0.2)),
                live,
                path -> claimed.stream().anyMatch(path::overlaps) ? Optional.of(OTHER_OWNER) : Optional.empty(),
                policies(random),
                GatewayOptions.MERGE_RULES);
        return new RandomMerge(seed, base, input);
    }

    private static MapBase base(Options applied, Options desired, SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> MapBase.of(Map.of());
            case 2 -> MapBase.lost(desired);
            default -> MapBase.of(applied.leaves());
        };
    }

    private static Options edited(Options options, int edits, SplittableRandom random) {
        Options edited = options;
        for (int edit = 0; edit < edits; edit++) {
            List<FieldPath> present = List.copyOf(edited.leaves().keySet());
            FieldPath path = present.isEmpty() || random.nextBoolean() ? path(random) : pick(present, random);
            edited = random.nextInt(4) == 0 ? edited.without(path) : edited.with(path, value(path, random));
        }
        return edited;
    }

    private static Set<FieldPath> paths(SplittableRandom random, double chance) {
        Set<FieldPath> paths = new HashSet<>();
        while (random.nextDouble() < chance) {
            paths.add(path(random));
        }
        return paths;
    }

    private static ConflictPolicies policies(SplittableRandom random) {
        Map<FieldPath, ConflictPolicy> byPath = new HashMap<>();
        paths(random, 0.3).forEach(path -> byPath.put(path, policy(random)));
        return new ConflictPolicies(policy(random), byPath);
    }

    private static ConflictPolicy policy(SplittableRandom random) {
        return pick(List.of(ConflictPolicy.values()), random);
    }

    private static FieldPath path(SplittableRandom random) {
        return pick(PATHS, random);
    }

    private static Value value(FieldPath path, SplittableRandom random) {
        return pick(path.head().equals("provider") ? PROVIDERS : VALUES, random);
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    RandomMerge withPolicy(ConflictPolicy policy) {
        return with(base, input.live(), input.claims(), ConflictPolicies.all(policy));
    }

    RandomMerge withBase(MapBase other) {
        return with(other, input.live(), input.claims(), input.policies());
    }

    RandomMerge withLive(Options live) {
        return with(base, live, input.claims(), input.policies());
    }

    RandomMerge withoutClaims() {
        return with(base, input.live(), OtherOwners.NONE, input.policies());
    }

    RandomMerge withDesired(Desired desired) {
        return new RandomMerge(
                seed,
                base,
                new MergeInput(
                        base, desired, input.live(), input.claims(), input.policies(), GatewayOptions.MERGE_RULES));
    }

    private RandomMerge with(MapBase nextBase, Options live, OtherOwners claims, ConflictPolicies policies) {
        return new RandomMerge(
                seed,
                nextBase,
                new MergeInput(nextBase, input.desired(), live, claims, policies, GatewayOptions.MERGE_RULES));
    }

    MergeResult merged() {
        return ThreeWayMerge.merge(input);
    }

    /** The merge of the next run, when this one was applied and recorded. */
    RandomMerge afterApplying(MergeResult result) {
        return withBase(base.after(input.desired().options(), result)).withLive(result.merged());
    }

    Options live() {
        return input.live();
    }

    Options desired() {
        return input.desired().options();
    }

    @Override
    public String toString() {
        return "seed " + seed + InputText.of(input, base);
    }
}
