package com.messagemedia.auth0.redaction;

import java.util.Arrays;

/**
 * A text as it reads once an encoding is undone. Each of its characters knows which characters of the source it came from, so
 * that what is found in the reading can be taken out of the source.
 */
final class Reading {

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final boolean encoded;

    private Reading(String text, int[] starts, int[] ends, boolean encoded) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.encoded = encoded;
    }

    /** The source itself. */
    static Reading of(String source) {
        int[] starts = new int[source.length()];
        int[] ends = new int[source.length()];
        Arrays.setAll(starts, index -> index);
        Arrays.setAll(ends, index -> index + 1);
        return new Reading(source, starts, ends, false);
    }

    String text() {
        return text;
    }

    /** Where in the source the character at an index begins. */
    int start(int index) {
        return starts[index];
    }

    /** Where in the source the character at an index ends. */
    int end(int index) {
        return ends[index];
    }

    /** Whether it was base64: no word of ours survives in it by chance. */
    boolean isEncoded() {
        return encoded;
    }

    /** Collects the characters of a reading of this one. */
    Builder decoding() {
        return new Builder(this);
    }

    /** A reading in the making; it has at most as many characters as the one it is made from. */
    static final class Builder {

        private final Reading source;
        private final StringBuilder text = new StringBuilder();
        private final int[] starts;
        private final int[] ends;

        private Builder(Reading source) {
            this.source = source;
            this.starts = new int[source.text.length()];
            this.ends = new int[source.text.length()];
        }

        /** Adds a character that the characters from one index up to another stand for. */
        void add(char character, int from, int to) {
            starts[text.length()] = source.start(from);
            ends[text.length()] = source.end(to - 1);
            text.append(character);
        }

        Reading build(boolean encoded) {
            return new Reading(text.toString(), starts, ends, encoded || source.encoded);
        }
    }
}
