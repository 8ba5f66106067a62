package com.messagemedia.auth0.rollback;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.rollback.Backup.Before;
import com.messagemedia.auth0.rollback.Backup.Entry;
import com.messagemedia.auth0.rollback.Backup.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes and reads a backup as JSON. A checksum reveals edits and damage, and a format version tells the layout. */
final class BackupText {

    private static final Value VERSION = Value.of(1);
    private static final String CHECK = "check";
    private static final String RUN = "run";
    private static final String PRINT = "print";

    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{16}");
    private static final Pattern FINGERPRINT = Pattern.compile("[A-Za-z0-9_-]{8}");
    private static final Set<String> MEMBERS = Set.of(
            "formatVersion", "plugin", "tenant", "connection", "connectionId", "owner", "salt", "changes", CHECK);

    private BackupText() {}

    static String write(Backup backup) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("formatVersion", VERSION);
        members.put("plugin", Value.of(backup.plugin()));
        if (backup.run().isPresent()) {
            members.put(RUN, Value.of(backup.run().get().text()));
        }
        members.put("tenant", Value.of(backup.subject().tenant()));
        members.put("connection", Value.of(backup.subject().connection()));
        members.put("connectionId", Value.of(backup.subject().connectionId()));
        members.put("owner", Value.of(backup.subject().owner()));
        members.put("salt", Value.of(backup.key().salt()));
        members.put("changes", json(backup.entries()));
        members.put(CHECK, Value.of(check(members)));
        return Json.writePretty(new Tree(members));
    }

    private static Value json(List<Entry> entries) {
        List<Value> changes = new ArrayList<>();
        for (Entry entry : entries) {
            changes.add(json(entry));
        }
        return new Array(changes);
    }

    private static Value json(Entry entry) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("path", Value.of(entry.path().toString()));
        put(entry.before(), members);
        if (entry.after().isPresent()) {
            members.put("after", Value.of(entry.after().get()));
        }
        if (entry.confidential()) {
            members.put("confidential", Value.of(true));
        }
        return new Tree(members);
    }

    private static void put(Before before, Map<String, Value> members) {
        if (before instanceof Before.Plain plain) {
            members.put("before", plain.value());
        } else if (before instanceof Before.Sealed sealed) {
            members.put("sealed", Value.of(sealed.text()));
            members.put(PRINT, Value.of(sealed.print()));
        } else if (before instanceof Before.Withheld withheld) {
            members.put("withheld", Value.of(withheld.kind()));
            members.put(PRINT, Value.of(withheld.print()));
        } else if (before instanceof Before.InVersion version) {
            members.put("version", Value.of(version.id()));
        } else if (before instanceof Before.Unchanged) {
            members.put("unchanged", Value.of(true));
        }
    }

    private static String check(Map<String, Value> members) {
        Map<String, Value> checked = new LinkedHashMap<>(members);
        checked.remove(CHECK);
        return new Fingerprints("messagemedia backup").of(Json.write(new Tree(checked)));
    }

    /** Reads a backup from a text. Throws {@link Unusable}, with the problem for the message, if the text is no backup. */
    static Backup read(String text) throws Unusable {
        Map<String, Value> members = members(text);
        if (!members.containsKey("formatVersion")) {
            throw new Unusable("is no backup that messagemedia:apply made");
        }
        if (!VERSION.equals(members.get("formatVersion"))) {
            throw new Unusable("has another format version than this plugin writes");
        }
        if (!Value.of(check(members)).equals(members.get(CHECK))) {
            throw new Unusable("was damaged or edited since messagemedia:apply made it");
        }
        Set<String> named = new HashSet<>(members.keySet());
        named.remove(RUN);
        if (!MEMBERS.equals(named) || !SALT.matcher(text(members, "salt")).matches()) {
            throw damaged();
        }
        return new Backup(
                new Subject(
                        text(members, "tenant"),
                        text(members, "connection"),
                        text(members, "connectionId"),
                        text(members, "owner")),
                text(members, "plugin"),
                members.containsKey(RUN) ? Optional.of(new RunId(text(members, RUN))) : Optional.empty(),
                new Fingerprints(text(members, "salt")),
                entries(members.get("changes")));
    }

    private static Unusable damaged() {
        return new Unusable("holds what messagemedia:apply does not write");
    }

    private static Map<String, Value> members(String text) throws Unusable {
        try {
            return Json.parse(text) instanceof Tree tree ? tree.members() : Map.of();
        } catch (JsonFormatException unused) {
            throw new Unusable("is damaged");
        }
    }

    private static List<Entry> entries(@Nullable Value changes) throws Unusable {
        List<Entry> entries = new ArrayList<>();
        boolean hasChange = false;
        if (changes instanceof Array array) {
            for (Value item : array.items()) {
                Entry entry = entry(item instanceof Tree tree ? tree.members() : Map.of());
                entries.add(entry);
                hasChange |= entry.isChange();
            }
        }
        if (!hasChange) {
            throw new Unusable("names no change");
        }
        return entries;
    }

    private static Entry entry(Map<String, Value> members) throws Unusable {
        Optional<String> after = members.containsKey("after") ? Optional.of(print(members, "after")) : Optional.empty();
        Entry entry = new Entry(
                FieldPath.parse(text(members, "path")), before(members), after, members.containsKey("confidential"));
        boolean sameAgain = json(entry).equals(new Tree(members));
        boolean changes = !(entry.before() instanceof Before.Absent) || after.isPresent();
        boolean watched = !(entry.before() instanceof Before.Unchanged) || after.isPresent();
        if (!sameAgain || !changes || !watched) {
            throw damaged();
        }
        return entry;
    }

    private static Before before(Map<String, Value> members) throws Unusable {
        Optional<Value> plain = Optional.ofNullable(members.get("before"));
        if (plain.isPresent()) {
            return new Before.Plain(plain.get());
        }
        if (members.containsKey("sealed")) {
            return new Before.Sealed(text(members, "sealed"), print(members, PRINT));
        }
        if (members.containsKey("withheld")) {
            return new Before.Withheld(text(members, "withheld"), print(members, PRINT));
        }
        if (members.containsKey("version")) {
            return new Before.InVersion(text(members, "version"));
        }
        return members.containsKey("unchanged") ? new Before.Unchanged() : new Before.Absent();
    }

    private static String print(Map<String, Value> members, String key) throws Unusable {
        String print = text(members, key);
        if (!FINGERPRINT.matcher(print).matches()) {
            throw damaged();
        }
        return print;
    }

    private static String text(Map<String, Value> members, String key) throws Unusable {
        if (members.get(key) instanceof Text text && !text.text().isEmpty()) {
            return text.text();
        }
        throw new Unusable("lacks " + key);
    }

    /** The text is no backup. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String problem) {
            super(problem);
        }
    }
}
