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
import com.messagemedia.auth0.model.OptionsDraft;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        MergeInput input = new MergeInput(
                new Applied(prints(backup, rules), after(change.selection().goingBack())),
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
        OptionsDraft desired = OptionsDraft.of(Options.EMPTY);
        restored.values().forEach(desired::with);
        return desired.options();
    }

    /** The fingerprints of the values after the apply, each at its path. */
    private static Map<FieldPath, String> after(List<Entry> goingBack) {
        Map<FieldPath, String> after = new HashMap<>();
        goingBack.forEach(entry -> entry.after().ifPresent(print -> after.put(entry.path(), print)));
        return after;
    }

    /** The paths that go back, and the values that they get. */
    public record Change(RollbackSelection selection, Restored restored) {}

    /** The base of the merge: the values that the apply wrote at the paths that go back. */
    private record Applied(ValuePrints prints, Map<FieldPath, String> after) implements Base {

        @Override
        public boolean owns(FieldPath path) {
            return after.containsKey(path);
        }

        @Override
        public boolean agrees(FieldPath path, Value value) {
            return owns(path) && prints.of(path, value).equals(after.get(path));
        }
    }
}
