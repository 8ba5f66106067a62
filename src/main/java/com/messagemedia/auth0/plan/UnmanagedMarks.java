package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Marks of the unmanaged options: 18 bits of a keyed fingerprint of each option's path. They show how many options of the
 * last apply are gone, but reveal no names and no values. Two paths rarely share a mark (1 in 262,144), and a shared mark
 * can hide a loss. A mark never reports a false loss.
 */
public final class UnmanagedMarks {

    /** Three characters of 6 bits give a mark of 18 bits. */
    static final int LENGTH = 3;

    /** A limit for the length of a record: 300 marks take 900 characters. */
    private static final int MOST = 300;

    private UnmanagedMarks() {}

    /**
     * Returns a record with a mark for each of these leaves. If that is too long, it marks only the first keys, or nothing.
     *
     * @param unmanaged the leaves that stay and that nobody manages
     * @param fits whether a record fits with its marks
     */
    public static Present mark(Present record, Map<FieldPath, Value> unmanaged, Predicate<Present> fits) {
        Set<FieldPath> leaves = new HashSet<>();
        Set<FieldPath> heads = new HashSet<>();
        for (Map.Entry<FieldPath, Value> leaf : unmanaged.entrySet()) {
            // Auth0 may drop an empty value, and nobody misses it.
            if (!leaf.getValue().equals(Value.Null.NULL) && !leaf.getValue().equals(Value.Tree.EMPTY)) {
                leaves.add(leaf.getKey());
                heads.add(FieldPath.of(leaf.getKey().head()));
            }
        }
        for (Set<FieldPath> paths : List.of(leaves, heads)) {
            if (paths.size() <= MOST) {
                Present marked = record.marking(marks(record.fingerprints(), paths));
                if (fits.test(marked)) {
                    return marked;
                }
            }
        }
        return record.marking(Collections.emptySortedSet());
    }

    /**
     * Returns the number of unmanaged options that are gone since the record was written.
     *
     * @param live the options now
     * @param spokenOf the paths that the descriptor now sets or removes; the plan reports these itself
     */
    public static int gone(AppliedRecord record, Options live, Collection<FieldPath> spokenOf) {
        if (!(record instanceof Present present) || present.marks().isEmpty()) {
            return 0;
        }
        Set<FieldPath> known = new HashSet<>(live.leaves().keySet());
        known.addAll(spokenOf);
        for (FieldPath path : List.copyOf(known)) {
            known.addAll(path.above());
        }
        Set<String> gone = new HashSet<>(present.marks());
        gone.removeAll(marks(present.fingerprints(), known));
        return gone.size();
    }

    private static SortedSet<String> marks(Fingerprints key, Set<FieldPath> paths) {
        SortedSet<String> marks = new TreeSet<>();
        for (FieldPath path : paths) {
            marks.add(key.of("unmanaged\n" + path).substring(0, LENGTH));
        }
        return marks;
    }
}
