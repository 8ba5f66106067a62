package com.messagemedia.auth0.model;

/**
 * A place in a file, or the file as a whole.
 *
 * @param file the file's name as a user would type it
 * @param line the line, from 1; 0 where the file as a whole is meant
 * @param column the column, from 1; 0 where the file as a whole is meant
 */
public record Origin(String file, int line, int column) {

    /** The file as a whole, for what has no line: a file that is missing or cannot be read. */
    public static Origin wholeFile(String file) {
        return new Origin(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
