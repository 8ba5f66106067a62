package com.messagemedia.auth0.model;

import java.util.List;

/** The text form of a path's keys: a plain word as it is, any other key in brackets and quotes. */
final class PathText {

    /** Comes after the last key. It sorts before every character. */
    private static final int END = -1;

    private PathText() {}

    /** Adds a key after the keys that the text holds already. */
    static void append(String key, StringBuilder text) {
        if (isPlain(key)) {
            text.append(text.isEmpty() ? "" : ".").append(key);
            return;
        }
        text.append("[\"");
        for (int at = 0; at < key.length(); at++) {
            text.append(isEscaped(key.charAt(at)) ? "\\" : "").append(key.charAt(at));
        }
        text.append("\"]");
    }

    /**
     * Compares the text forms of two paths without making them.
     *
     * @param at the index of the first key that differs
     */
    static int compare(List<String> keys, List<String> others, int at) {
        String key = keys.get(at);
        String other = others.get(at);
        boolean plain = isPlain(key);
        if (plain != isPlain(other)) {
            return first(keys, at) - first(others, at);
        }
        int same = same(key, other);
        if (plain) {
            return (same < key.length() ? key.charAt(same) : first(keys, at + 1))
                    - (same < other.length() ? other.charAt(same) : first(others, at + 1));
        }
        int written = quoted(key, same) - quoted(other, same);
        // Both have a backslash there: the characters after it decide.
        return written == 0 ? key.charAt(same) - other.charAt(same) : written;
    }

    /** The first character that a path's text has for a key. */
    private static int first(List<String> keys, int at) {
        if (at == keys.size()) {
            return END;
        }
        if (!isPlain(keys.get(at))) {
            return '[';
        }
        return at == 0 ? keys.get(at).charAt(0) : '.';
    }

    /** The first character that a quoted key's text has for one of its characters; the quote after the last one. */
    private static int quoted(String key, int at) {
        if (at == key.length()) {
            return '"';
        }
        return isEscaped(key.charAt(at)) ? '\\' : key.charAt(at);
    }

    private static int same(String key, String other) {
        int shared = Math.min(key.length(), other.length());
        int same = 0;
        while (same < shared && key.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static boolean isPlain(String key) {
        for (int at = 0; at < key.length(); at++) {
            if (!isPlain(key.charAt(at))) {
                return false;
            }
        }
        return !key.isEmpty();
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-';
    }

    private static boolean isEscaped(char character) {
        return character == '"' || character == '\\';
    }
}
