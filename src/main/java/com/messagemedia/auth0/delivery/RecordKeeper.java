package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.plan.AppliedRecord.Absent;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import com.messagemedia.auth0.plan.MetadataRecords;
import com.messagemedia.auth0.plan.PathCodes;
import com.messagemedia.auth0.plan.RecordCodec;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the applied record of one owner: on the connection, in the same PATCH as the options, or in a file. */
public interface RecordKeeper {

    /** Returns the letters of the paths in a record. */
    PathCodes codes();

    /** Returns the record so far. */
    AppliedRecord read(Connection live);

    /** Returns whether a record's marks fit beside its required content. */
    boolean holdsMarksOf(Present next);

    /** Returns the metadata that carries this record to Auth0; empty if the record is elsewhere. */
    Optional<Map<String, Optional<String>>> metadata(Connection live, Present next);

    /**
     * Refuses a record that does not fit, before the request to Auth0.
     *
     * @throws Fault if the record is too large to read again
     */
    void requireRoom(Connection live, Present next);

    /**
     * Stores the record after Auth0 accepted the change, if the request did not already carry it.
     *
     * @throws Fault if the record cannot be stored
     */
    void written(Connection live, Present next);

    /** Keeps the record in the connection's metadata. */
    record OnConnection(String owner, PathCodes codes) implements RecordKeeper {
        @Override
        public AppliedRecord read(Connection live) {
            return MetadataRecords.in(live.metadata(), codes).of(owner);
        }

        @Override
        public boolean holdsMarksOf(Present next) {
            return MetadataRecords.holdsMarksOf(next, codes);
        }

        @Override
        public Optional<Map<String, Optional<String>>> metadata(Connection live, Present next) {
            return Optional.of(MetadataRecords.in(live.metadata(), codes).with(owner, next));
        }

        @Override
        public void requireRoom(Connection live, Present next) {
            // The metadata is part of the plan. The plan fails if the metadata does not fit.
        }

        @Override
        public void written(Connection live, Present next) {
            // The request with the options already carried the record.
        }
    }

    /**
     * Keeps applied records in a file beside the descriptor, for a commit ({@code state: file}). One file holds the records
     * of all tenants, connections and owners of the descriptor.
     */
    final class RecordFile implements RecordKeeper {

        /**
         * Several environments of one build share the file: each writes after it has read what the others wrote. Java keeps
         * one object for a constant text, so copies of this class that Maven loads for other modules take turns, too.
         */
        private static final String TURN = "com.messagemedia.auth0 turn at the applied records";

        private static final Value VERSION = Value.of(1);
        private static final String ABOUT =
                "What messagemedia:apply applied last, as fingerprints. Commit this file with the descriptor.";

        private final PathCodes codes;
        private final RecordCodec codec;
        private final AtomicTextFile file;
        private final String tenant;
        private final String owner;

        public RecordFile(AtomicTextFile file, String tenant, String owner, PathCodes codes) {
            this.codes = codes;
            this.codec = new RecordCodec(codes);
            this.file = file;
            this.tenant = tenant;
            this.owner = owner;
        }

        @Override
        public PathCodes codes() {
            return codes;
        }

        @Override
        public AppliedRecord read(Connection live) {
            return Optional.ofNullable(records().get(key(live)))
                    .map(this::decoded)
                    .orElseGet(Absent::new);
        }

        /** Returns the file's records of all owners of a connection. */
        public List<AppliedRecord> ofAllOwners(Connection live) {
            return records().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(tenant + " " + live.id() + " "))
                    .map(entry -> decoded(entry.getValue()))
                    .toList();
        }

        private AppliedRecord decoded(Value text) {
            return codec.decode(text instanceof Value.Text known ? known.text() : "");
        }

        @Override
        public boolean holdsMarksOf(Present next) {
            return true;
        }

        @Override
        public Optional<Map<String, Optional<String>>> metadata(Connection live, Present next) {
            return Optional.empty();
        }

        @Override
        public void requireRoom(Connection live, Present next) {
            file.requireRoom(text(live, next));
        }

        @Override
        public void written(Connection live, Present next) {
            synchronized (TURN) {
                file.write(text(live, next));
            }
        }

        private String text(Connection live, Present next) {
            Map<String, Value> records = new TreeMap<>(records());
            records.put(key(live), Value.of(codec.encode(next)));
            return Json.writePretty(content(records));
        }

        private static Tree content(Map<String, Value> records) {
            Map<String, Value> members = new LinkedHashMap<>();
            members.put("formatVersion", VERSION);
            members.put("about", Value.of(ABOUT));
            members.put("records", new Tree(records));
            return new Tree(members);
        }

        private String key(Connection live) {
            return tenant + " " + live.id() + " " + owner;
        }

        private Map<String, Value> records() {
            Optional<String> text = file.read();
            if (text.isEmpty()) {
                return Map.of();
            }
            if (text.get().contains("<<<<<<<") || text.get().contains(">>>>>>>")) {
                throw unusable(
                        "contains merge conflict markers",
                        "Resolve the conflict with either side, then run the" + " plan goal again.");
            }
            return records(parse(text.get()));
        }

        private Map<String, Value> records(Value content) {
            if (content instanceof Tree tree
                    && tree.members().get("records") instanceof Tree records
                    && VERSION.equals(tree.members().get("formatVersion"))) {
                return records.members();
            }
            throw unusable(
                    "is not an applied record of format version 1",
                    "Restore it from version control; if a newer version of the plugin wrote it, use that version.");
        }

        private Value parse(String text) {
            try {
                return Json.parse(text);
            } catch (JsonFormatException e) {
                throw unusable("is damaged (" + e.getMessage() + ")", "Restore it from version control.");
            }
        }

        private Fault unusable(String problem, String remedy) {
            return new Fault("The " + file.name() + " " + problem + ".", remedy);
        }
    }
}
