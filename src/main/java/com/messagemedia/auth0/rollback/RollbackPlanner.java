package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.plan.Planner;
import com.messagemedia.auth0.plan.SendingCheck;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import com.messagemedia.auth0.rollback.Backup.Subject;
import com.messagemedia.auth0.rollback.RestoredValues.Restored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plans a rollback as a three-way merge of the paths that {@linkplain RollbackSelection go back}. The base is the values
 * that the apply wrote. The desired values are those from before the apply.
 *
 * @param backup the values that the apply replaced
 * @param rules the rules of the way of delivery for each path
 */
public record RollbackPlanner(Backup backup, MergeRules rules) {

    /** Returns the backup; throws a fault if it belongs to another connection or to another owner. */
    static Backup requireOf(Subject subject, Backup backup) {
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
        return backup;
    }

    /** Returns the old values of the paths that go back. */
    public Restored restored(RollbackSelection selection, RestoredValues values) {
        return values.of(
                backup,
                selection.goingBack().stream()
                        .filter(entry -> !(entry.before() instanceof Before.Absent))
                        .toList());
    }

    /**
     * Plans the rollback against the options that Auth0 holds.
     *
     * @param live all options of the connection
     * @param change the paths that go back, and their old values
     * @param sending checks whether the connection can send after the rollback
     */
    public Plan plan(Target target, Options live, Change change, SendingCheck sending) {
        List<Entry> goingBack = change.selection().goingBack();
        MergeInput input = new MergeInput(
                new Applied(prints(backup, rules), goingBack),
                new Desired(desired(change.restored()), Set.of()),
                live,
                OtherOwners.NONE,
                ConflictPolicies.all(ConflictPolicy.KEEP),
                rules);
        MergeResult merge = ThreeWayMerge.merge(input);
        return Planner.plan(target, input, merge, sending);
    }

    private static ValuePrints prints(Backup backup, MergeRules rules) {
        return new ValuePrints(backup.key(), rules.canonical());
    }

    private static Options desired(Restored restored) {
        Options desired = Options.EMPTY;
        for (Map.Entry<FieldPath, Value> value : restored.values().entrySet()) {
            desired = desired.with(value.getKey(), value.getValue());
        }
        return desired;
    }

    /** The paths that go back, and the values that they get. */
    public record Change(RollbackSelection selection, Restored restored) {}

    /** The base of the merge: the values that the apply wrote at the paths that go back. */
    private record Applied(ValuePrints prints, List<Entry> goingBack) implements Base {

        @Override
        public boolean owns(FieldPath path) {
            return after(path).isPresent();
        }

        @Override
        public boolean agrees(FieldPath path, Value value) {
            return after(path).equals(Optional.of(prints.of(path, value)));
        }

        private Optional<String> after(FieldPath path) {
            return goingBack.stream()
                    .filter(entry -> entry.path().equals(path))
                    .findFirst()
                    .flatMap(Entry::after);
        }
    }

    /**
     * Selects the paths that a rollback puts back. A path goes back if Auth0 still holds the value that the apply wrote. The
     * rollback leaves a path alone if it already has its old value. The rollback skips a path that somebody changed after
     * the apply, and skips its whole group. A group is the unit, the keys that go away with its switch, and the paths above
     * and below each other.
     */
    public static final class RollbackSelection {

        private final Backup backup;
        private final Options live;
        private final Base record;
        private final MergeRules rules;
        private final ValuePrints prints;
        private final List<FieldPath> changed;
        private final Map<FieldPath, String> left;

        /**
         * Selects the paths for a connection.
         *
         * @param live the options that Auth0 holds
         * @param record the applied record; it knows which removed options Auth0 put back by itself
         */
        RollbackSelection(Backup backup, Options live, Base record, MergeRules rules) {
            this.backup = backup;
            this.live = live;
            this.record = record;
            this.rules = rules;
            this.prints = prints(backup, rules);
            this.changed = backup.entries().stream()
                    .filter(entry -> !isAsApplied(entry) && !isAsBefore(entry))
                    .map(Entry::path)
                    .toList();
            this.left = Map.of();
        }

        private RollbackSelection(RollbackSelection all, Map<FieldPath, String> left) {
            this.backup = all.backup;
            this.live = all.live;
            this.record = all.record;
            this.rules = all.rules;
            this.prints = all.prints;
            this.changed = all.changed;
            this.left = left;
        }

        /** Returns this selection without everything below these paths, each with the reason. */
        RollbackSelection leaving(Map<FieldPath, String> paths) {
            return new RollbackSelection(this, paths);
        }

        /** Returns what the rollback leaves as it is, because it was new with that apply, each with the reason. */
        Map<FieldPath, String> left() {
            return left;
        }

        private boolean isLeft(Entry entry) {
            return left.keySet().stream().anyMatch(entry.path()::startsWith);
        }

        /** Returns the paths that the rollback puts back. */
        List<Entry> goingBack() {
            return backup.entries().stream()
                    .filter(Entry::isChange)
                    .filter(entry -> !isLeft(entry))
                    .filter(entry -> isAsApplied(entry) && cause(entry.path()).isEmpty())
                    .toList();
        }

        /**
         * Returns the paths that the rollback skips, each with the path that somebody changed: itself, or one of its group.
         */
        public Map<FieldPath, FieldPath> skipped() {
            Map<FieldPath, FieldPath> skipped = new TreeMap<>();
            backup.entries().stream()
                    .filter(Entry::isChange)
                    .filter(entry -> !isLeft(entry))
                    .filter(entry -> isAsApplied(entry) || changed.contains(entry.path()))
                    .forEach(entry -> cause(entry.path()).ifPresent(cause -> skipped.put(entry.path(), cause)));
            return skipped;
        }

        private Optional<FieldPath> cause(FieldPath path) {
            return changed.contains(path)
                    ? Optional.of(path)
                    : changed.stream()
                            .filter(other -> other.overlaps(path) || rules.belongTogether(path, other))
                            .findFirst();
        }

        private boolean isAsApplied(Entry entry) {
            return entry.after().isPresent()
                    ? rules.canonical()
                            .effective(live, entry.path())
                            .filter(value -> isAfter(entry, value))
                            .isPresent()
                    : isAsRemoved(entry.path(), live.get(entry.path()));
        }

        private boolean isAfter(Entry entry, Value value) {
            return entry.after().equals(Optional.of(prints.of(entry.path(), value)));
        }

        /**
         * Tells whether a removed path is still as the apply left it: absent, put back by Auth0 itself, or an object made
         * only by that apply.
         */
        private boolean isAsRemoved(FieldPath path, Optional<Value> now) {
            if (now.isEmpty()) {
                return path.above().stream().allMatch(this::leavesRoom);
            }
            return record.returned(path, now.get())
                    || live.leavesUnder(path).entrySet().stream()
                            .allMatch(leaf -> isApplied(leaf.getKey(), leaf.getValue()));
        }

        private boolean leavesRoom(FieldPath above) {
            return live.get(above)
                    .filter(value -> !(value instanceof Value.Tree) && !isApplied(above, value))
                    .isEmpty();
        }

        private boolean isApplied(FieldPath path, Value value) {
            return backup.entries().stream().anyMatch(entry -> entry.path().equals(path) && isAfter(entry, value));
        }

        private boolean isAsBefore(Entry entry) {
            Optional<Value> now = live.get(entry.path());
            Before before = entry.before();
            if (before instanceof Before.Plain plain) {
                return now.filter(value -> rules.canonical().same(entry.path(), value, plain.value()))
                        .isPresent();
            }
            if (before instanceof Before.Sealed sealed) {
                return isPrint(entry, now, sealed.print());
            }
            if (before instanceof Before.Withheld withheld) {
                return isPrint(entry, now, withheld.print());
            }
            return before instanceof Before.Absent && now.isEmpty();
        }

        private boolean isPrint(Entry entry, Optional<Value> now, String print) {
            return now.filter(value -> prints.of(entry.path(), value).equals(print))
                    .isPresent();
        }
    }
}
