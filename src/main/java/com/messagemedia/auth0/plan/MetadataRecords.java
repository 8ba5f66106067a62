package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.plan.AppliedRecord.Absent;
import com.messagemedia.auth0.plan.AppliedRecord.Loss;
import com.messagemedia.auth0.plan.AppliedRecord.Lost;
import com.messagemedia.auth0.plan.AppliedRecord.Present;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The applied records of all owners in a connection's metadata. An owner's record is the entry {@code messagemedia_OWNER}. A
 * long record continues in {@code messagemedia_OWNER_2} and so on. Auth0 allows 10 entries of 255 characters (Auth0
 * Management API, schema {@code ConnectionsMetadata}).
 */
public final class MetadataRecords {

    private static final int MOST_ENTRIES = 10;
    private static final int LONGEST_ENTRY = 255;
    private static final Pattern KEY = Pattern.compile("messagemedia_(?<owner>[a-z0-9-]+)(?:_(?<part>[2-9]|10))?");

    private static final AppliedRecord DAMAGED = new Lost(Loss.DAMAGED);

    private final Map<String, String> metadata;
    private final RecordCodec codec;

    private MetadataRecords(Map<String, String> metadata, PathCodes codes) {
        this.metadata = metadata;
        this.codec = new RecordCodec(codes);
    }

    /** Reads the records in this metadata. The codes give the path of each letter. */
    public static MetadataRecords in(Map<String, String> metadata, PathCodes codes) {
        return new MetadataRecords(new TreeMap<>(metadata), codes);
    }

    /** Returns the record of one owner. */
    public AppliedRecord of(String owner) {
        SortedMap<Integer, String> parts = new TreeMap<>();
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            Optional<Integer> part = part(owner, entry.getKey());
            if (part.isPresent()) {
                parts.put(part.get(), entry.getValue());
            }
        }
        return parts.isEmpty() ? new Absent() : whole(parts.values());
    }

    /**
     * Returns the record from the first parts that form a whole one. Auth0 may merge metadata, so a race between a long and
     * a short record can leave an extra part. The check at the end of the record shows that the record is whole without it.
     */
    private AppliedRecord whole(Collection<String> parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            AppliedRecord record = codec.decode(text.append(part).toString());
            if (!(record instanceof Lost lost && lost.loss() == Loss.DAMAGED)) {
                return record;
            }
        }
        return DAMAGED;
    }

    /** Returns the owners that have a record here, readable or not. */
    public SortedSet<String> owners() {
        SortedSet<String> owners = new TreeSet<>();
        for (String key : metadata.keySet()) {
            Matcher matcher = KEY.matcher(key);
            if (matcher.matches()) {
                owners.add(matcher.group("owner"));
            }
        }
        return owners;
    }

    /** Returns what all other owners hold. */
    public OtherOwners claimsAgainst(String owner) {
        Map<FieldPath, String> claimed = new TreeMap<>();
        for (String other : owners()) {
            if (!other.equals(owner) && of(other) instanceof Present present) {
                for (FieldPath path : present.prints().keySet()) {
                    claimed.put(path, other);
                }
            }
        }
        Map<FieldPath, String> firstBelow = new HashMap<>();
        for (Map.Entry<FieldPath, String> claim : claimed.entrySet()) {
            for (FieldPath above : claim.getKey().above()) {
                firstBelow.putIfAbsent(above, claim.getValue());
            }
        }
        return path -> claimant(path, claimed, firstBelow);
    }

    private static Optional<String> claimant(
            FieldPath path, Map<FieldPath, String> claimed, Map<FieldPath, String> firstBelow) {
        for (FieldPath above : path.above()) {
            if (claimed.containsKey(above)) {
                return Optional.ofNullable(claimed.get(above));
            }
        }
        return Optional.ofNullable(claimed.containsKey(path) ? claimed.get(path) : firstBelow.get(path));
    }

    /** Returns the paths of live options that are confidential, or may be, in any owner's record. */
    public Set<FieldPath> confidential(Options live) {
        Set<FieldPath> paths = new TreeSet<>();
        for (String owner : owners()) {
            paths.addAll(of(owner).confidential(live));
        }
        return paths;
    }

    /** Returns the other owners whose records are unreadable. The plugin does not know what they hold. */
    public List<String> unreadableBeside(String owner) {
        List<String> unreadable = new ArrayList<>();
        for (String other : owners()) {
            if (!other.equals(owner) && of(other) instanceof Lost) {
                unreadable.add(other);
            }
        }
        return Collections.unmodifiableList(unreadable);
    }

    /**
     * Returns the whole metadata to send: this record, and the entries of everybody else unchanged. Our own obsolete entries
     * are null. A null removes an entry whether Auth0 merges metadata or replaces it.
     *
     * @throws Fault if the record does not fit
     */
    public Map<String, Optional<String>> with(String owner, Present record) {
        Map<String, Optional<String>> sent = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            boolean obsolete = part(owner, entry.getKey()).isPresent();
            sent.put(entry.getKey(), obsolete ? Optional.empty() : Optional.of(entry.getValue()));
        }
        String text = codec.encode(record);
        for (int start = 0, part = 1; start < text.length(); start += LONGEST_ENTRY, part++) {
            String key = "messagemedia_" + owner + (part == 1 ? "" : "_" + part);
            sent.put(key, Optional.of(text.substring(start, Math.min(text.length(), start + LONGEST_ENTRY))));
        }
        // A null entry counts too: Auth0 limits the number of properties in the object.
        if (sent.size() > MOST_ENTRIES) {
            throw new Fault(
                    "The connection's metadata has no room for the applied record: with it there would be "
                            + sent.size() + " entries, and Auth0 allows " + MOST_ENTRIES + ".",
                    "Free an entry of the connection's metadata, or keep the record in a file: write"
                            + " \"state: file\" in the descriptor.",
                    Outcome.REFUSED);
        }
        return sent;
    }

    /** Returns whether the marks of a record fit without a further entry. */
    public static boolean holdsMarksOf(Present record, PathCodes codes) {
        RecordCodec codec = new RecordCodec(codes);
        return entries(codec, record) == entries(codec, record.marking(Collections.emptySortedSet()));
    }

    private static int entries(RecordCodec codec, Present record) {
        return (codec.encode(record).length() + LONGEST_ENTRY - 1) / LONGEST_ENTRY;
    }

    /** Returns the part number of a key in an owner's record, from 1; empty for any other key. */
    private static Optional<Integer> part(String owner, String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches() || !matcher.group("owner").equals(owner)) {
            return Optional.empty();
        }
        return Optional.of(matcher.group("part") == null ? 1 : Integer.parseInt(matcher.group("part")));
    }
}
