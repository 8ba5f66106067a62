package com.messagemedia.auth0.report;

/** Colours for a terminal, or none. */
public enum Palette {
    /** No colour: files, pipes and build servers. */
    PLAIN,
    /** ANSI colours. */
    ANSI;

    private static final char ESCAPE = 27;

    String green(String text) {
        return paint("32", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m";
    }
}
