package com.messagemedia.auth0.connection;

/**
 * A place in a file.
 *
 * @param file the file's name as a user would type it
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Origin(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
