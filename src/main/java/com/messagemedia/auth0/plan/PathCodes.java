package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.model.FieldPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The short form of the usual paths in a record: one letter each, so that a full descriptor fits one metadata entry. The
 * letters are part of the record's format. A letter never changes its meaning within a version.
 */
public final class PathCodes {

    private final Map<FieldPath, Character> letters;
    private final Map<Character, FieldPath> paths = new HashMap<>();

    /** Creates the codes. Throws {@link IllegalArgumentException} if one letter stands for two paths. */
    public PathCodes(Map<FieldPath, Character> letters) {
        this.letters = Map.copyOf(letters);
        for (Map.Entry<FieldPath, Character> code : this.letters.entrySet()) {
            if (paths.put(code.getValue(), code.getKey()) != null) {
                throw new IllegalArgumentException("the letter " + code.getValue() + " stands for two paths");
            }
        }
    }

    /** Returns the letter of a path; empty if it has none. */
    Optional<Character> code(FieldPath path) {
        return Optional.ofNullable(letters.get(path));
    }

    /** Returns the path of a letter; empty if it has none. */
    Optional<FieldPath> path(char letter) {
        return Optional.ofNullable(paths.get(letter));
    }
}
