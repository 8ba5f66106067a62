package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import java.util.Optional;

/** The base of a merge, from an applied record. */
public final class RecordBase {

    private RecordBase() {}

    /**
     * Returns the base that a record remembers. A lost record may have held every desired path and matches no value, so
     * every difference there is a conflict.
     */
    public static Base of(AppliedRecord record, Options desired, Canonical canonical) {
        if (record instanceof Present present) {
            return new Remembered(present, canonical);
        }
        return record instanceof Lost ? new Forgotten(desired) : Base.NOTHING;
    }

    private record Remembered(Present record, Canonical canonical) implements Base {
        @Override
        public boolean owns(FieldPath path) {
            return record.prints().containsKey(path);
        }

        @Override
        public boolean agrees(FieldPath path, Value value) {
            return record.agrees(canonical, path, value);
        }

        @Override
        public boolean returned(FieldPath path, Value value) {
            return record.hasReturned(canonical, path, value);
        }
    }

    private record Forgotten(Options desired) implements Base {
        @Override
        public boolean owns(FieldPath path) {
            Optional<Value> value = desired.get(path);
            return value.isPresent() && value.get().isLeaf();
        }

        @Override
        public boolean agrees(FieldPath path, Value value) {
            return false;
        }
    }
}
