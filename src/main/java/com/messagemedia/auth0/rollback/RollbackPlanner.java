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
 * Plans a rollback, three-way: what the apply left is base, what was there before it is desired, for the paths that
 * {@linkplain RollbackSelection go back}.
 *
 * @param backup what the apply replaced
 * @param rules what the way of delivery says of the paths
 */
public record RollbackPlanner(Backup backup, MergeRules rules) {

    /** Refuses a backup of another connection, and one of another owner's apply. */
    public void requireOf(Subject subject) {
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
    public Restored restored(RollbackSelection selection, RestoredValues values) {
        return values.of(
                backup,
                selection.goingBack().stream()
                        .filter(entry -> !(entry.before() instanceof Before.Absent))
                        .toList());
    }

    /**
     * Plans for what Auth0 holds.
     *
     * @param live all options
     * @param change what goes back, and the values before it
     * @param sending whether the result can send
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

    /** What a rollback changes: which paths go back, and to which values. */
    public record Change(RollbackSelection selection, Restored restored) {}

    /** Base: what the apply left at the paths that go back. */
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
     * Selects what a rollback puts back and what it skips. A path is put back if its live value is still what the apply wrote. One
     * whose value is again what it was before is left. One that somebody has changed since is skipped, with all that belongs together
     * with it: the unit and the keys that leave with its switch, and paths above and below each other.
     */
    public static final class RollbackSelection {

        private final Backup backup;
        private final Options live;
        private final Base record;
        private final MergeRules rules;
        private final ValuePrints prints;
        private final List<FieldPath> changed;

        /**
         * The selection for a connection.
         *
         * @param live the options that Auth0 holds
         * @param record the applied record, which knows what Auth0 put back by itself after it was removed
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
        }

        /** The paths that are put back. */
        List<Entry> goingBack() {
            return backup.entries().stream()
                    .filter(Entry::isChange)
                    .filter(entry -> isAsApplied(entry) && cause(entry.path()).isEmpty())
                    .toList();
        }

        /** The paths that are skipped, each with the path that was changed since: itself, or one that it belongs together with. */
        public Map<FieldPath, FieldPath> skipped() {
            Map<FieldPath, FieldPath> skipped = new TreeMap<>();
            backup.entries().stream()
                    .filter(Entry::isChange)
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

        /** Gone, put back by Auth0 itself, or made an object of by that apply alone. */
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
