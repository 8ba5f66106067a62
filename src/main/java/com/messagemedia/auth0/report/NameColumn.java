package com.messagemedia.auth0.report;

import com.messagemedia.auth0.connection.FieldPath;
import java.util.stream.Stream;

/**
 * The column of a plan in which the options' paths stand.
 *
 * @param width how many characters the widest has, those aside that are too long for the others to wait for
 */
record NameColumn(int width) {

    private static final int WIDEST = 44;

    /** The column for these paths. */
    static NameColumn of(Stream<FieldPath> paths) {
        return new NameColumn(paths.mapToInt(path -> name(path).length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0));
    }

    /** A path as it is printed. */
    static String name(FieldPath path) {
        return Printable.text(path.toString());
    }

    /** A path, and the spaces up to the next column. */
    String cell(FieldPath path) {
        String name = name(path);
        return name + " ".repeat(Math.max(0, width - name.length())) + "  ";
    }
}
