package com.messagemedia.auth0.model;

/**
 * A place in a file, or the file as a whole.
 *
 * @param file the file's name as a user types it
 * @param line the line, from 1; 0 for the file as a whole
 * @param column the column, from 1; 0 for the file as a whole
 */
public record Origin(String file, int line, int column) {

    /** The file as a whole: for a problem without a line, such as a missing or unreadable file. */
    public static Origin wholeFile(String file) {
        return new Origin(file, 0, 0);
    }

    /**
     * The line in words, such as {@code line 7}, or {@code line 7 of tenants.yaml} if the reader looks at another file.
     *
     * @param file the file that the reader looks at
     */
    public String lineFor(String file) {
        return "line " + line + (this.file.equals(file) ? "" : " of " + this.file);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
