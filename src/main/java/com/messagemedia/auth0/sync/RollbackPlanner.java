package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.merge.Base;
import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicy;
import com.messagemedia.auth0.merge.Desired;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeResult;
import com.messagemedia.auth0.merge.OtherOwners;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Planner;
import com.messagemedia.auth0.plan.Target;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.Backup.Before;
import com.messagemedia.auth0.store.Backup.Entry;
import com.messagemedia.auth0.store.Backup.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans a rollback, three-way: what the apply left is base, what was there before it is desired, for the paths that
 * {@linkplain RollbackSelection go back}.
 *
 * @param backup what the apply replaced
 */
record RollbackPlanner(Backup backup) {

    /** Refuses a backup of another connection, and one of another owner's apply. */
    void requireOf(Subject subject) {
        Subject kept = backup.subject();
        if (!kept.tenant().equals(subject.tenant()) || !kept.connectionId().equals(subject.connectionId())) {
            throw new Fault(
                    "The backup is of connection " + kept.connection() + " (" + kept.connectionId() + ") of "
                            + kept.tenant() + ", not of " + subject.connection() + " (" + subject.connectionId()
                            + ") of " + subject.tenant() + ". Nothing was written.",
                    "Name a backup of this connection with messagemedia.backup, or leave it out to take the newest.",
                    Outcome.REFUSED);
        }
        if (!kept.owner().equals(subject.owner())) {
            throw new Fault(
                    "The backup is of the descriptor with \"owner: " + kept.owner() + "\", and this one has \"owner: "
                            + subject.owner() + "\". Nothing was written.",
                    "Roll back with that descriptor, or leave messagemedia.backup out to take the newest of this one.",
                    Outcome.REFUSED);
        }
    }

    /** The values before, of what goes back. */
    Restored restored(RollbackSelection selection, RestoredValues values) {
        return values.of(
                backup,
                selection.goingBack().stream()
                        .filter(entry -> !(entry.before() instanceof Before.Absent))
                        .toList());
    }

    /**
     * Plans for a connection.
     *
     * @param change what goes back, and the values before it
     */
    Plan plan(Target target, Connection live, Change change, Optional<String> allowGateway) {
        List<Entry> goingBack = change.selection().goingBack();
        MergeInput input = new MergeInput(
                new Applied(backup, goingBack),
                new Desired(desired(change.restored()), Set.of()),
                live.options().orElse(Options.EMPTY),
                OtherOwners.NONE,
                ConflictPolicies.all(ConflictPolicy.KEEP));
        MergeResult merge = ThreeWayMerge.merge(input);
        return Planner.plan(target, input, merge, allowGateway);
    }

    private static Options desired(Restored restored) {
        Options desired = Options.EMPTY;
        for (Map.Entry<FieldPath, Value> value : restored.values().entrySet()) {
            desired = desired.with(value.getKey(), value.getValue());
        }
        return desired;
    }

    /** What a rollback changes: which paths go back, and to which values. */
    record Change(RollbackSelection selection, Restored restored) {}

    /** Base: what the apply left at the paths that go back. */
    private record Applied(Backup backup, List<Entry> goingBack) implements Base {

        @Override
        public boolean owns(FieldPath path) {
            return after(path).isPresent();
        }

        @Override
        public boolean agrees(FieldPath path, Value value) {
            return after(path).equals(Optional.of(backup.print(path, value)));
        }

        private Optional<String> after(FieldPath path) {
            return goingBack.stream()
                    .filter(entry -> entry.path().equals(path))
                    .findFirst()
                    .flatMap(Entry::after);
        }
    }
}
