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

/** Where the applied record of one owner is kept: on the connection, in the same PATCH as the options, or in a file. */
public interface RecordKeeper {

    /** The letters that stand for paths in a record. */
    PathCodes codes();

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
            // Its metadata is part of the plan, which is refused where it does not fit.
        }

        @Override
        public void written(Connection live, Present next) {
            // It travelled with the options.
        }
    }

    /**
     * Keeps applied records in a file beside the descriptor, to be committed ({@code state: file}). One file holds the records of
     * all tenants, connections and owners that the descriptor is applied to.
     */
    final class RecordFile implements RecordKeeper {

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

        /** The records of all owners that are kept for a connection. */
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
            file.write(text(live, next));
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
                        "holds the marks of a merge conflict", "Take either side of the conflict; then plan again.");
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
