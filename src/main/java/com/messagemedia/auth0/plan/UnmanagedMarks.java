package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.redaction.Fingerprints;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Set<FieldPath> leaves = unmanaged.entrySet().stream()
                // Auth0 may drop an empty value, and nobody misses it.
                .filter(leaf -> !leaf.getValue().equals(Value.Null.NULL)
                        && !leaf.getValue().equals(Value.Tree.EMPTY))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<FieldPath> heads =
                leaves.stream().map(leaf -> FieldPath.of(leaf.head())).collect(Collectors.toSet());
        return Stream.<Set<FieldPath>>of(leaves, heads)
                .filter(paths -> paths.size() <= MOST)
                .map(paths -> record.marking(marks(record.fingerprints(), paths)))
                .filter(fits)
                .findFirst()
                .orElseGet(() -> record.marking(Collections.emptySortedSet()));
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
        Set<FieldPath> known = new HashSet<>();
        Stream.concat(live.leaves().keySet().stream(), spokenOf.stream()).forEach(path -> {
            known.add(path);
            known.addAll(path.above());
        });
        Set<String> gone = new HashSet<>(present.marks());
        gone.removeAll(marks(present.fingerprints(), known));
        return gone.size();
    }

    private static SortedSet<String> marks(Fingerprints key, Set<FieldPath> paths) {
        return paths.stream()
                .map(path -> key.of("unmanaged\n" + path).substring(0, LENGTH))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
