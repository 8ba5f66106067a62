package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.ValuePrints;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Selects the paths that a rollback puts back. A path goes back if Auth0 still holds the value that the apply wrote. The
 * rollback leaves a path alone if it already has its old value. The rollback skips a path that somebody changed after
 * the apply, and skips its whole group. A group is the unit, the keys that go away with its switch, and the paths above
 * and below each other.
 */
public final class RollbackSelection {

    private final Backup backup;
    private final Options live;
    private final Base record;
    private final MergeRules rules;
    private final ValuePrints prints;
    private final Map<FieldPath, Entry> entries;
    private final ChangedPaths changed;
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
        this.prints = new ValuePrints(backup.key(), rules.canonical());
        this.entries = backup.entries().stream().collect(Collectors.toMap(Entry::path, entry -> entry));
        this.changed = new ChangedPaths(
                backup.entries().stream()
                        .filter(entry -> !isAsApplied(entry) && !isAsBefore(entry))
                        .map(Entry::path)
                        .toList(),
                rules);
        this.left = Map.of();
    }

    private RollbackSelection(RollbackSelection all, Map<FieldPath, String> left) {
        this.backup = all.backup;
        this.live = all.live;
        this.record = all.record;
        this.rules = all.rules;
        this.prints = all.prints;
        this.entries = all.entries;
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
        return entry.path().isAtOrBelowOneOf(left.keySet());
    }

    /** Returns the paths that the rollback puts back. */
    List<Entry> goingBack() {
        return backup.entries().stream()
                .filter(Entry::isChange)
                .filter(entry -> !isLeft(entry))
                .filter(entry ->
                        isAsApplied(entry) && changed.cause(entry.path()).isEmpty())
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
                .forEach(entry -> changed.cause(entry.path()).ifPresent(cause -> skipped.put(entry.path(), cause)));
        return skipped;
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
        return Optional.ofNullable(entries.get(path))
                .filter(entry -> isAfter(entry, value))
                .isPresent();
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
        return now.filter(value -> prints.of(entry.path(), value).equals(print)).isPresent();
    }
}
