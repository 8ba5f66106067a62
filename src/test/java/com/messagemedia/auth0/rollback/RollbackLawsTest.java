package com.messagemedia.auth0.rollback;

import static com.messagemedia.auth0.testing.Rehearsal.MESSAGE_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.merge.RandomMerge;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.rollback.PlannedRollback.RolledBack;
import com.messagemedia.auth0.sandbox.RateLimit;
import com.messagemedia.auth0.sandbox.RateLimit.Budget;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws of a rollback over descriptors, tenants and colleagues made from seeds; a failure names its seed. */
final class RollbackLawsTest {

    private static final int TRIALS = 300;

    /** Auth0 gives it a value of its own with any write that leaves it out. */
    private static final FieldPath SET_BY_AUTH0 = FieldPath.of("brute_force_protection");

    @TempDir
    private Path folder;

    private int rolledBack;
    private int changed;

    @Test
    void whatNobodyHasTouchedSinceIsAsItWas() {
        rehearse(
                (random, options) -> options,
                (random, before, edited, after) ->
                        assertThat(leaves(after)).as("%s", random).isEqualTo(leaves(before)));
    }

    @Test
    void whatSomebodyHasChangedSinceStays() {
        rehearse(RollbackLawsTest::edit, (random, before, edited, after) -> {
            Options applied = edited.applied();
            Set<FieldPath> paths = new TreeSet<>(applied.leaves().keySet());
            paths.addAll(edited.live().leaves().keySet());
            for (FieldPath path : paths) {
                Optional<String> theirs = meaning(edited.live(), path);
                if (!theirs.equals(meaning(applied, path)) && !theirs.equals(Optional.of("{}"))) {
                    assertThat(meaning(after, path))
                            .as("%s at %s", random, path)
                            .isEqualTo(theirs);
                }
            }
        });
    }

    private static Optional<String> meaning(Options options, FieldPath path) {
        return options.get(path)
                .filter(Value::isLeaf)
                .map(value -> GatewayOptions.MERGE_RULES.canonical().text(path, value));
    }

    /** An empty object may go with the last member that an apply had added to it. */
    private static Map<FieldPath, Value> leaves(Options options) {
        Map<FieldPath, Value> leaves = new TreeMap<>(options.leaves());
        leaves.values().removeIf(Tree.EMPTY::equals);
        return leaves;
    }

    /** What an apply left, and what colleagues made of it. */
    private record Edited(Options applied, Options live) {}

    private interface Colleague {
        Options edit(RandomMerge random, Options applied);
    }

    private interface Law {
        void hold(RandomMerge random, Options before, Edited edited, Options after);
    }

    private void rehearse(Colleague colleague, Law law) {
        RateLimit plenty = RateLimit.global(new Budget(100_000, 100_000, Duration.ofSeconds(1)));
        try (Rehearsal rehearsal = Rehearsal.in(
                        folder, SandboxSettings.inMemory().withRateLimit(plenty))
                .describe(MESSAGE_MEDIA)) {
            Descriptor written = rehearsal.descriptor(Choices.NONE);
            for (long seed = 0; seed < TRIALS; seed++) {
                RandomMerge random = RandomMerge.of(seed);
                rehearsal.top("metadata", any -> Tree.EMPTY);
                rehearsal.edit(any -> random.input().live().with(SET_BY_AUTH0, Value.of(true)));
                Options before = rehearsal.live();
                Optional<Backup> backup = apply(rehearsal, descriptor(written, random));
                if (backup.isPresent()) {
                    Options applied = rehearsal.live();
                    rehearsal.edit(live -> colleague.edit(random, live).with(SET_BY_AUTH0, Value.of(true)));
                    Edited edited = new Edited(applied, rehearsal.live());
                    rollBack(rehearsal, descriptor(written, random), backup.get(), before);
                    check(random, before, edited, rehearsal.live(), law);
                }
            }
        }
        assertThat(rolledBack).isGreaterThan(TRIALS / 30);
        assertThat(changed).isGreaterThan(TRIALS / 30);
    }

    private void check(RandomMerge random, Options before, Edited edited, Options after, Law law) {
        if (!after.equals(edited.live())) {
            changed++;
            law.hold(random, before, edited, after);
        }
    }

    private static Optional<Backup> apply(Rehearsal rehearsal, Descriptor descriptor) {
        try {
            return rehearsal.with(descriptor, Choices.ADOPT, planner -> {
                PreparedChange planned = planner.planToApply();
                Optional<Backup> backup = new BackupPlan(planned, descriptor, Optional.empty())
                        .backup("plugin", new RunId("20261124T120000Z-3f9c"));
                new Apply(planner).run(planned, Approval.NOBODY);
                return backup;
            });
        } catch (Fault refused) {
            assertThat(refused.outcome()).isNotEqualTo(Outcome.UNKNOWN_STATE);
            return Optional.empty();
        }
    }

    private void rollBack(Rehearsal rehearsal, Descriptor descriptor, Backup backup, Options before) {
        Map<String, String> kept = new TreeMap<>();
        before.leaves()
                .forEach((path, value) -> kept.put(
                        RestoredValues.variable(path),
                        value instanceof Value.Text text ? text.text() : Json.write(value)));
        RestoredValues values = new RestoredValues(
                Optional.empty(), name -> Optional.ofNullable(kept.get(name)), new GatewayDelivery());
        try {
            rehearsal.with(descriptor, Choices.NONE, planner -> {
                PlannedRollback rollback = new Rollback(planner).plan(any -> backup, values);
                RolledBack done = new Rollback(planner).run(rollback, Approval.NOBODY, false);
                rolledBack += done.applied().outcome() == Outcome.APPLIED ? 1 : 0;
                return new Rollback(planner).plan(any -> backup, values);
            });
        } catch (Fault refused) {
            // A colleague of a seed may leave what Auth0 would not take.
            assertThat(refused.outcome()).isIn(Outcome.REFUSED, Outcome.NOTHING_WRITTEN);
        }
    }

    private static Options edit(RandomMerge random, Options applied) {
        Random choice = new Random(random.seed());
        List<UnaryOperator<Options>> edits = new ArrayList<>();
        RandomMerge.of(choice.nextInt(10_000))
                .input()
                .live()
                .leaves()
                .forEach((path, value) -> edits.add(options -> options.with(path, value)));
        applied.leaves().keySet().forEach(path -> edits.add(options -> options.without(path)));
        Options edited = applied;
        for (int count = 0; count < 3 && !edits.isEmpty(); count++) {
            edited = edits.get(choice.nextInt(edits.size())).apply(edited);
        }
        return edited.isEmpty() ? applied : edited;
    }

    private static Descriptor descriptor(Descriptor from, RandomMerge random) {
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
                from.state(),
                random.input().policies(),
                from.allowGateway(),
                from.warnings(),
                from.rollout(),
                from.secretValues());
    }
}
