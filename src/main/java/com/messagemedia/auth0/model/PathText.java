package com.messagemedia.auth0.model;

/** The text form of a path's keys: a plain word as it is, any other key in brackets and quotes. */
final class PathText {

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
