package com.messagemedia.auth0.apply;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Descriptor.StateLocation;
import com.messagemedia.auth0.merge.Decision;
import com.messagemedia.auth0.merge.RandomMerge;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.SharedMarks;
import com.messagemedia.auth0.sandbox.RateLimit;
import com.messagemedia.auth0.sandbox.RateLimit.Budget;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws of an apply over descriptors, tenants and colleagues made from seeds; a failure names its seed. */
final class SyncLawsTest {

    private static final int TRIALS = 20;
    private static final int STEPS = 3;

    @TempDir
    private Path folder;

    private int applied;
    private int refused;
    private int carried;
    private int told;

    @ParameterizedTest
    @CsvSource({"MERGE, CONNECTION", "REPLACE, CONNECTION", "MERGE, FILE"})
    void planAfterAnApplyIsEmptyAndARefusalWritesNothing(MetadataMode mode, StateLocation state) throws Exception {
        RateLimit plenty = RateLimit.global(new Budget(100_000, 100_000, Duration.ofSeconds(1)));
        SandboxSettings settings =
                SandboxSettings.inMemory().withMetadataMode(mode).withRateLimit(plenty);
        try (Rehearsal rehearsal = Rehearsal.in(folder, settings).describe(MESSAGE_MEDIA)) {
            Descriptor written = rehearsal.descriptor(Choices.NONE);
            for (long seed = 0; seed < TRIALS; seed++) {
                rehearsal.top("metadata", any -> Tree.EMPTY);
                Files.deleteIfExists(rehearsal.recordFile());
                for (int step = 0; step < STEPS; step++) {
                    RandomMerge random = RandomMerge.of(seed * STEPS + step);
                    rehearsal.edit(live -> random.input().live());
                    apply(rehearsal, descriptor(written, random, state), random);
                }
            }
        }
        assertThat(applied).isGreaterThan(TRIALS / 4);
        assertThat(refused).isGreaterThan(TRIALS / 4);
        assertThat(carried).isGreaterThan(TRIALS);
        assertThat(told).isGreaterThan(TRIALS / 4);
    }

    private void apply(Rehearsal rehearsal, Descriptor descriptor, RandomMerge random) {
        List<Tree> before = rehearsal.sandbox().tenant().connections();
        Options live = rehearsal.live();
        try {
            rehearsal.<Boolean>with(descriptor, Choices.ADOPT, planner -> {
                PreparedChange planned = planner.planToApply();
                assertThat(new Apply(planner).run(planned, Approval.NOBODY).outcome())
                        .isNotEqualTo(Outcome.UNKNOWN_STATE);
                applied++;
                assertNothingIsLost(live, rehearsal.live(), planned, random);
                assertStable(planner.plan(), random);
                assertMissed(rehearsal, planner, planned, random);
                return true;
            });
        } catch (Fault fault) {
            refused++;
            assertThat(fault.outcome()).as("%s", random).isIn(Outcome.REFUSED, Outcome.NOTHING_WRITTEN);
            assertThat(rehearsal.sandbox().tenant().connections())
                    .as("%s", random)
                    .isEqualTo(before);
        }
    }

    private void assertNothingIsLost(Options before, Options after, PreparedChange planned, RandomMerge random) {
        Set<FieldPath> listed = planned.plan().merge().decisions().stream()
                .filter(decision -> decision instanceof Decision.Changed || decision instanceof Decision.Removed)
                .map(Decision::path)
                .collect(Collectors.toSet());
        before.leaves().forEach((path, value) -> {
            if (!listed.contains(path) && !value.equals(Value.Tree.EMPTY)) {
                carried++;
                assertThat(after.get(path)).as("%s at %s", random, path).contains(value);
            }
        });
    }

    private static void assertStable(PreparedChange next, RandomMerge random) {
        assertThat(next.plan().isNothingToDo())
                .as("%s then %s", random, next.plan().merge().decisions())
                .isTrue();
        assertThat(next.plan().unmanagedGone()).as("%s", random).isZero();
        assertThat(next.patch()).as("%s", random).isEmpty();
    }

    /** What a colleague wipes of the unmanaged options is told, changes no plan, and is not told once it is back. */
    private void assertMissed(Rehearsal rehearsal, TenantPlanner planner, PreparedChange planned, RandomMerge random) {
        Options live = rehearsal.live();
        Set<FieldPath> marked = planned.plan().unmanaged().stream()
                .filter(path ->
                        live.get(path).filter(SyncLawsTest::holdsSomething).isPresent())
                .collect(Collectors.toSet());
        Set<FieldPath> known = new HashSet<>(live.leaves().keySet());
        planned.plan().merge().decisions().forEach(decision -> known.add(decision.path()));
        boolean each = planner.plan().record() instanceof Present record
                && record.marks().size() == marked.size()
                && !SharedMarks.among(record, known);
        for (FieldPath path : each ? marked : Set.<FieldPath>of()) {
            rehearsal.edit(now -> now.without(path));
            Plan next = planner.plan().plan();
            assertThat(next.isNothingToDo()).as("%s without %s", random, path).isTrue();
            assertThat(next.unmanagedGone()).as("%s without %s", random, path).isEqualTo(1);
            rehearsal.edit(now -> live);
            told++;
        }
        assertStable(planner.plan(), random);
    }

    private static boolean holdsSomething(Value value) {
        return !value.equals(Value.Null.NULL) && !value.equals(Value.Tree.EMPTY);
    }

    private static Descriptor descriptor(Descriptor from, RandomMerge random, StateLocation state) {
        Map<FieldPath, Origin> removals = new TreeMap<>();
        random.input().desired().removals().forEach(path -> removals.put(path, Origin.wholeFile("seed")));
        return new Descriptor(
                from.fileName(),
                from.owner(),
                from.environment(),
                from.protectedEnvironment(),
                from.tenant(),
                from.delivery(),
                from.phone(),
                from.connection(),
                from.createIfMissing(),
                random.input().desired().options(),
                from.origins(),
                from.sources(),
                from.confidential(),
                removals,
                from.clients(),
                state,
                random.input().policies(),
                from.allowGateway(),
                from.warnings(),
                from.rollout(),
                from.secretValues());
    }
}
