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
 * Marks of the options that nobody manages: 18 bits of a keyed fingerprint of an option's path. They tell how many of those that
 * were there at the last apply are gone, and neither names nor values. Two paths with one mark are rare (1 in 262,144) and hide a
 * loss; nothing makes a loss appear that is none.
 */
public final class UnmanagedMarks {

    static final int LENGTH = 3;
    private static final int MOST = 300;

    private UnmanagedMarks() {}

    /**
     * A record with the marks of these options: of each leaf or, where that is too long, of the first keys alone, or of none.
     *
     * @param unmanaged the leaves that stay and that nobody manages
     * @param fits whether a record may be as long as it is with its marks
     */
    public static Present mark(Present record, Map<FieldPath, Value> unmanaged, Predicate<Present> fits) {
        Set<FieldPath> leaves = unmanaged.entrySet().stream()
                // Auth0 may drop what holds nothing, and nobody misses it.
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
     * How many options that nobody managed are gone since a record was written.
     *
     * @param live the options now
     * @param spokenOf paths that the descriptor sets or removes now, which the plan tells of itself
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
