package com.messagemedia.auth0.http;

/**
 * Checks that a text is safe in an HTTP header: only printable ASCII, so that no value can end its line and start
 * another header.
 */
public final class HeaderText {

    private static final int FIRST = 0x20;
    private static final int LAST = 0x7e;

    private HeaderText() {}

    /**
     * Whether a header can contain the text unchanged: it is not empty, is printable ASCII, and has no space at its
     * ends.
     */
    public static boolean isSafe(String text) {
        return !text.isEmpty() && text.equals(text.strip()) && isPrintable(text);
    }

    private static boolean isPrintable(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < FIRST || text.charAt(at) > LAST) {
                return false;
            }
        }
        return true;
    }
}
