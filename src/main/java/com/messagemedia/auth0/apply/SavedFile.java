package com.messagemedia.auth0.apply;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.redaction.Fingerprints;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file that {@code messagemedia:plan} wrote for {@code messagemedia:apply}: of one plan, or of the plans of several
 * environments. Its check shows whether somebody edited it.
 *
 * @param file the file
 */
record SavedFile(AtomicTextFile file) {

    static final String FORMAT_VERSION = "formatVersion";
    static final String CHECK = "check";
    static final Value VERSION = Value.of(1);

    /**
     * Returns the content, which nobody has edited.
     *
     * @throws Fault if the file does not exist, is not a saved plan, was edited, or has another format version
     */
    Tree content() {
        String text = file.read()
                .orElseThrow(() -> new Fault(
                        "There is no " + file.name() + ".", "Run messagemedia:plan first, or name the file it wrote."));
        if (!(parse(text) instanceof Tree content) || !content.members().containsKey(FORMAT_VERSION)) {
            throw foreign();
        }
        if (!VERSION.equals(content.members().get(FORMAT_VERSION))) {
            throw unusable("has another format version than this plugin writes");
        }
        if (!isUnedited(content)) {
            throw unusable("was edited after messagemedia:plan wrote it");
        }
        return content;
    }

    /** Replaces the content. */
    void write(Tree content) {
        file.write(Json.writePretty(content));
    }

    private Value parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonFormatException unused) {
            throw unusable("is damaged");
        }
    }

    /** The fault of a file that something else wrote. */
    Fault foreign() {
        return unusable("is not a plan that messagemedia:plan wrote");
    }

    private Fault unusable(String problem) {
        return new Fault(
                "The " + file.name() + " " + problem + ". Nothing was written.",
                "Run messagemedia:plan again, and have the new plan approved.");
    }

    /** Whether the content is as it was written. */
    static boolean isUnedited(Tree content) {
        return Value.of(check(content.members())).equals(content.members().get(CHECK));
    }

    /** Returns these members with their check at the end. */
    static Tree checked(Map<String, Value> members) {
        Map<String, Value> checked = new LinkedHashMap<>(members);
        checked.put(CHECK, Value.of(check(members)));
        return new Tree(checked);
    }

    private static String check(Map<String, Value> members) {
        Map<String, Value> checked = new LinkedHashMap<>(members);
        checked.remove(CHECK);
        return new Fingerprints("messagemedia saved plan").of(Json.write(new Tree(checked)));
    }
}
