package com.messagemedia.auth0.report;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One option of a plan that a user should look at.
 *
 * @param kind what an apply does with it
 * @param path its path
 * @param live what Auth0 holds; empty if Auth0 has no such option, or the value does not matter
 * @param desired what the descriptor says; empty if it has no such option
 * @param reason why, as a clause with the place in the descriptor; empty if there is nothing to explain
 * @param source the source of the value, such as {@code from ${env.SENDER}, line 12}; empty for a literal value
 * @param lines the lines that differ if one of the values is a long text that the user may see
 */
record PlanRow(
        Kind kind,
        String path,
        Optional<String> live,
        Optional<String> desired,
        String reason,
        String source,
        Optional<LineDiff> lines) {

    /** The mark of a hidden value in a row, and that of a line with a hidden part. */
    private static final Pattern FINGERPRINT = Pattern.compile(" #[0-9a-f]{4}(?=, )| {3}\\(#[0-9a-f]{4}\\)(?=$)");

    /** What a user reads in place of a value that does not exist. */
    static final String ABSENT = "(absent)";

    /** What an apply does with an option. */
    enum Kind {
        /** Two sides disagree, so nothing can be written. */
        CONFLICT("!", "conflict"),
        /** The descriptor would replace an object with unmanaged options, so nothing can be written. */
        REFUSED("!", "conflict"),
        /** A new option. */
        ADD("+", "add"),
        /** An option with a new value. */
        CHANGE("~", "change"),
        /** An option that leaves. */
        REMOVE("-", "remove"),
        /** An option that differs and stays, because of the descriptor's policy. */
        KEEP("=", "keep");

        private final String sign;
        private final String word;

        Kind(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        String sign() {
            return sign;
        }

        String word() {
            return word;
        }

        /** Whether an option of this kind stops the plan. */
        boolean stops() {
            return this == CONFLICT || this == REFUSED;
        }
    }

    /** Returns what Auth0 holds, in words where it holds nothing. */
    String liveInWords() {
        return live.orElse(ABSENT);
    }

    /** Returns what the descriptor says, in words where it says nothing. */
    String desiredInWords() {
        return desired.orElse(ABSENT);
    }

    /** Whether there are lines to show below the row. */
    boolean hasLines() {
        return lines.filter(difference -> !difference.lines().isEmpty()).isPresent();
    }

    /** Whether a value changes to another one, so that a user reads a difference and not a new text. */
    boolean compares() {
        return live.isPresent() && desired.isPresent();
    }

    /** Returns the row without fingerprints, which have another salt in each tenant. */
    PlanRow shared() {
        return new PlanRow(
                kind,
                path,
                live.map(PlanRow::unmarked),
                desired.map(PlanRow::unmarked),
                unmarked(reason),
                source,
                lines.map(diff -> new LineDiff(
                        diff.lines().stream().map(PlanRow::unmarked).toList())));
    }

    /** Removes the fingerprints of a text that this package wrote. */
    static String unmarked(String text) {
        return FINGERPRINT.matcher(text).replaceAll("");
    }
}
