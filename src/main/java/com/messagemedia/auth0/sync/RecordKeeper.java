package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.applied.AppliedRecord;
import com.messagemedia.auth0.applied.AppliedRecord.Present;
import com.messagemedia.auth0.applied.MetadataRecords;
import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import java.util.Map;
import java.util.Optional;

/** Where the applied record of one owner is kept: on the connection, in the same PATCH as the options, or in a file. */
interface RecordKeeper {

    /** The record so far. */
    AppliedRecord read(Connection live);

    /** Whether there is room for the marks that a record has, beside what it must hold. */
    boolean holdsMarksOf(Present next);

    /** The metadata that carries this record to Auth0; empty where it is kept elsewhere. */
    Optional<Map<String, Optional<String>>> metadata(Connection live, Present next);

    /**
     * Refuses a record that could not be kept, before Auth0 is asked for the change.
     *
     * @throws Fault when it would be too large to be read again
     */
    void requireRoom(Connection live, Present next);

    /**
     * Keeps the record after Auth0 took the change, as far as it did not travel with it.
     *
     * @throws Fault when it cannot be kept
     */
    void written(Connection live, Present next);

    /** Keeps it in the connection's metadata. */
    record OnConnection(String owner) implements RecordKeeper {
        @Override
        public AppliedRecord read(Connection live) {
            return MetadataRecords.in(live.metadata()).of(owner);
        }

        @Override
        public boolean holdsMarksOf(Present next) {
            return MetadataRecords.holdsMarksOf(next);
        }

        @Override
        public Optional<Map<String, Optional<String>>> metadata(Connection live, Present next) {
            return Optional.of(MetadataRecords.in(live.metadata()).with(owner, next));
        }

        @Override
        public void requireRoom(Connection live, Present next) {
            // Its metadata is part of the plan, which is refused where it does not fit.
        }

        @Override
        public void written(Connection live, Present next) {
            // It travelled with the options.
        }
    }
}
