package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.merge.Base;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.merge.Claims;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicy;
import com.messagemedia.auth0.merge.Desired;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeResult;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Planner;
import com.messagemedia.auth0.plan.Target;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.Backup.Before;
import com.messagemedia.auth0.store.Backup.Entry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Plans a rollback, three-way: what the apply left is base, what was there before it is desired. Where somebody has changed an
 * option since, theirs stays.
 *
 * @param backup what the apply replaced
 * @param values the values before, as far as they are known
 */
record RollbackPlanner(Backup backup, RestoredValues values) {

    /** Plans for a connection; refuses a backup of another one. */
    Plan plan(Target target, Connection live, Optional<String> allowGateway) {
        if (!backup.tenant().equals(target.tenant()) || !backup.connectionId().equals(live.id())) {
            throw new Fault(
                    "The backup is of connection " + backup.connection() + " (" + backup.connectionId() + ") of "
                            + backup.tenant() + ", not of " + live.name() + " (" + live.id() + ") of " + target.tenant()
                            + ". Nothing was written.",
                    "Name a backup of this connection with messagemedia.backup, or leave it out to take the newest.",
                    Outcome.REFUSED);
        }
        Options options = live.options().orElse(Options.EMPTY);
        MergeInput input = new MergeInput(
                base(),
                new Desired(desired(options), Set.of()),
                options,
                Claims.NONE,
                ConflictPolicies.all(ConflictPolicy.KEEP));
        MergeResult merge = ThreeWayMerge.merge(input);
        return Planner.plan(target, input, merge, allowGateway);
    }

    private Options desired(Options live) {
        Map<FieldPath, Value> restored = values.of(backup.entries().stream()
                .filter(entry -> !(entry.before() instanceof Before.Absent))
                .filter(entry -> isAsApplied(entry, live))
                .toList());
        Options desired = Options.EMPTY;
        for (Map.Entry<FieldPath, Value> value : restored.entrySet()) {
            desired = desired.with(value.getKey(), value.getValue());
        }
        return desired;
    }

    /** Whether live still is what the apply left; else somebody else has settled this option, and it is left alone. */
    private boolean isAsApplied(Entry entry, Options live) {
        Optional<Value> now = live.get(entry.path());
        return entry.after()
                .map(print -> now.filter(value ->
                                Backup.print(backup.key(), entry.path(), value).equals(print))
                        .isPresent())
                .orElse(now.isEmpty());
    }

    private Base base() {
        return new Base() {
            @Override
            public boolean owns(FieldPath path) {
                return entry(path).flatMap(Entry::after).isPresent();
            }

            @Override
            public boolean agrees(FieldPath path, Value value) {
                return entry(path)
                        .flatMap(Entry::after)
                        .filter(Backup.print(backup.key(), path, value)::equals)
                        .isPresent();
            }
        };
    }

    private Optional<Entry> entry(FieldPath path) {
        return backup.entries().stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst();
    }

    /** The paths that somebody has changed since that apply, other than back to what was before it. */
    Set<FieldPath> changedSince(Options live) {
        return backup.entries().stream()
                .filter(entry -> !isAsApplied(entry, live))
                .filter(entry -> !isAsBefore(entry, live))
                .map(Entry::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAsBefore(Entry entry, Options live) {
        Optional<Value> now = live.get(entry.path());
        if (entry.before() instanceof Before.Plain plain) {
            return now.filter(value -> Canonical.same(entry.path(), value, plain.value()))
                    .isPresent();
        }
        return entry.before() instanceof Before.Absent && now.isEmpty();
    }
}
