package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two paths with one mark: marks have 18 bits under a random key, so among forty paths two share one in a run of three
 * hundred. A loss is hidden then, as {@link UnmanagedMarks} says, and a test that counts losses has to know.
 */
public final class SharedMarks {

    private SharedMarks() {}

    /** Whether two options of a connection share a mark of the record of the usual owner in its metadata. */
    public static boolean on(Tree connection, PathCodes codes) {
        Map<String, String> metadata = new TreeMap<>();
        ((Tree) connection.members().get("metadata"))
                .members()
                .forEach((key, value) -> metadata.put(key, ((Value.Text) value).text()));
        Options options = new Options((Tree) connection.members().get("options"));
        return among(
                (Present) MetadataRecords.in(metadata, codes).of("default"),
                options.leaves().keySet());
    }

    /** Whether two of these paths, or of those above them, share a mark of this record. */
    public static boolean among(Present record, Collection<FieldPath> paths) {
        Set<FieldPath> known = new HashSet<>(paths);
        paths.forEach(path -> known.addAll(path.above()));
        Set<String> marks = new HashSet<>();
        known.forEach(
                path -> marks.add(record.fingerprints().of("unmanaged\n" + path).substring(0, UnmanagedMarks.LENGTH)));
        return marks.size() < known.size();
    }
}
