package com.messagemedia.auth0.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which known word the user meant. */
public final class Suggestion {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]");
    /** No key of Auth0 is longer, and the time for a comparison grows with the square of the length. */
    private static final int LONGEST = 64;

    private static final int LONG = 8;

    private Suggestion() {}

    /**
     * The known word nearest to the unknown one. Case and separators are ignored, and up to a third of the letters
     * may differ. Empty if none is near.
     */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        if (unknown.length() > LONGEST) {
            return Optional.empty();
        }
        String letters = letters(unknown);
        Optional<Candidate> nearest = Optional.empty();
        for (String word : known) {
            Candidate candidate = new Candidate(word, distance(letters, letters(word), allowed(unknown, word)));
            if (candidate.distance() >= 0 && (nearest.isEmpty() || candidate.isNearerThan(nearest.get()))) {
                nearest = Optional.of(candidate);
            }
        }
        return nearest.map(Candidate::word);
    }

    /**
     * Whether a word is a known one with a single typing error: different capitals; one letter too many, missing or
     * wrong; or two neighbouring letters swapped. False for the known word itself.
     */
    public static boolean isSlip(String written, String known) {
        // A difference in length of two or more already means more than one error. Every property of a build is
        // compared with every parameter, and most of them differ so.
        if (Math.abs(written.length() - known.length()) > 1) {
            return false;
        }
        String one = written.toLowerCase(Locale.ROOT);
        String other = known.toLowerCase(Locale.ROOT);
        return !written.equals(known) && isOneSlipAtMost(one, other);
    }

    /** Compares no letter twice: the table of edits would cost every goal more than its descriptor does. */
    private static boolean isOneSlipAtMost(String one, String other) {
        int from = 0;
        while (from < Math.min(one.length(), other.length()) && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int end = one.length();
        int otherEnd = other.length();
        while (end > from && otherEnd > from && one.charAt(end - 1) == other.charAt(otherEnd - 1)) {
            end--;
            otherEnd--;
        }
        boolean swapped = end - from == 2
                && otherEnd - from == 2
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        return swapped || (end - from <= 1 && otherEnd - from <= 1);
    }

    /** A known word and its distance from the unknown one. */
    private record Candidate(String word, int distance) {

        /** Of two words at the same distance, the first one in the alphabet counts as nearer. */
        boolean isNearerThan(Candidate other) {
            return distance < other.distance || (distance == other.distance && word.compareTo(other.word) < 0);
        }
    }

    private static int allowed(String unknown, String word) {
        return Math.max(1, Math.min(unknown.length(), word.length()) / 3);
    }

    /** The distance of two words; -1 if it is more than allowed. */
    private static int distance(String one, String other, int allowed) {
        if (Math.abs(one.length() - other.length()) > allowed) {
            return -1;
        }
        // Swapped letters are one typing error, but Levenshtein counts two.
        boolean swapped = !one.equals(other) && sorted(one).equals(sorted(other));
        return swapped ? 1 : new LevenshteinDistance(allowed).apply(one, other);
    }

    /**
     * The known word that the unknown one misspells: one letter too many, missing or wrong, or two letters swapped.
     * Two such errors are accepted if the known word has eight letters or more and both words begin with the same
     * letter. Case and separators are ignored.
     */
    public static Optional<String> slip(String unknown, Collection<String> known) {
        if (unknown.length() > LONGEST) {
            return Optional.empty();
        }
        String letters = letters(unknown);
        return known.stream().filter(word -> isClose(letters, letters(word))).min(Comparator.naturalOrder());
    }

    private static boolean isClose(String typed, String known) {
        boolean longer = known.length() >= LONG && known.charAt(0) == (typed.isEmpty() ? ' ' : typed.charAt(0));
        int allowed = longer ? 2 : 1;
        return Math.abs(typed.length() - known.length()) <= allowed && slips(typed, known) <= allowed;
    }

    /** The edits between two words. A swap of neighbours counts as one (optimal string alignment). */
    private static int slips(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                slips[row][column] =
                        row == 0 || column == 0 ? row + column : new Cell(one, other, row, column).slips(slips);
            }
        }
        return slips[one.length()][other.length()];
    }

    /** One cell of the table of edits. */
    private record Cell(String one, String other, int row, int column) {

        int slips(int[][] slips) {
            boolean same = one.charAt(row - 1) == other.charAt(column - 1);
            int least = Math.min(slips[row - 1][column], slips[row][column - 1]) + 1;
            least = Math.min(least, slips[row - 1][column - 1] + (same ? 0 : 1));
            boolean swapped = row > 1
                    && column > 1
                    && one.charAt(row - 1) == other.charAt(column - 2)
                    && one.charAt(row - 2) == other.charAt(column - 1);
            return swapped ? Math.min(least, slips[row - 2][column - 2] + 1) : least;
        }
    }

    private static String sorted(String letters) {
        char[] sorted = letters.toCharArray();
        Arrays.sort(sorted);
        return new String(sorted);
    }

    private static String letters(String word) {
        return SEPARATORS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
