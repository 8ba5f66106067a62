package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.applied.AppliedRecord;
import com.messagemedia.auth0.applied.MetadataRecords;
import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which live options may hold a value that a descriptor once took from a confidential source, by the applied records of all
 * owners.
 *
 * @param options the live options
 * @param paths the paths of these values
 */
record ConfidentialLive(Options options, Set<FieldPath> paths) {

    /**
     * What the records say.
     *
     * @param record the record of one owner, which may be kept elsewhere than on the connection
     */
    static ConfidentialLive of(Connection live, AppliedRecord record) {
        Options options = live.options().orElse(Options.EMPTY);
        Set<FieldPath> paths = new TreeSet<>(record.confidential(options));
        paths.addAll(MetadataRecords.in(live.metadata()).confidential(options));
        return new ConfidentialLive(options, paths);
    }

    /** The texts of these values, to be taken out of what somebody else wrote. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        options.leaves().forEach((path, value) -> {
            if (paths.stream().anyMatch(path::overlaps)) {
                collect(value, texts);
            }
        });
        return texts;
    }

    private static void collect(Value value, List<String> texts) {
        if (value instanceof Value.Text text) {
            texts.add(text.text());
        } else if (value instanceof Value.Numeral numeral) {
            texts.add(numeral.literal());
        } else if (value instanceof Value.Array array) {
            array.items().forEach(item -> collect(item, texts));
        } else if (value instanceof Value.Tree tree) {
            tree.members().values().forEach(member -> collect(member, texts));
        }
    }
}
