package com.messagemedia.auth0.http;

/** What an HTTP header can carry without harm: printable ASCII, so that no value can end its line and begin another. */
public final class HeaderText {

    private static final int FIRST = 0x20;
    private static final int LAST = 0x7e;

    private HeaderText() {}

    /** Whether the text can stand in a header as it is: not empty, printable ASCII, no space at its ends. */
    public static boolean isSafe(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.chars().allMatch(character -> character >= FIRST && character <= LAST);
    }
}
