package com.messagemedia.auth0.plan;

import com.messagemedia.auth0.model.FieldPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The short form of the paths that a record usually holds: one letter each, so that a full descriptor fits one metadata
 * entry. Part of the record's format: a letter never changes its meaning within a version.
 */
public final class PathCodes {

    private final Map<FieldPath, Character> letters;
    private final Map<Character, FieldPath> paths = new HashMap<>();

    /** These letters for these paths; refuses, with {@link IllegalArgumentException}, a letter that stands for two. */
    public PathCodes(Map<FieldPath, Character> letters) {
        this.letters = Map.copyOf(letters);
        this.letters.forEach((path, letter) -> {
            if (paths.put(letter, path) != null) {
                throw new IllegalArgumentException("the letter " + letter + " stands for two paths");
            }
        });
    }

    /** The letter of a path. */
    Optional<Character> code(FieldPath path) {
        return Optional.ofNullable(letters.get(path));
    }

    /** The path that a letter stands for. */
    Optional<FieldPath> path(char letter) {
        return Optional.ofNullable(paths.get(letter));
    }
}
