package com.messagemedia.auth0.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which known word was meant by an unknown one. */
public final class Suggestion {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]");
    private static final int LONGEST = 64;

    private Suggestion() {}

    /**
     * The known word nearest to the unknown one: case and separators do not count, and up to a third of its letters may
     * differ. Empty where none is near.
     */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        if (unknown.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> distance(unknown, word) <= Math.max(1, Math.min(unknown.length(), word.length()) / 3))
                .min(Comparator.<String>comparingInt(word -> distance(unknown, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Whether a word is a known one with a single slip: other capitals; one letter too many, missing or wrong; or two
     * neighbouring letters swapped. The known word itself is none.
     */
    public static boolean isSlip(String written, String known) {
        String one = written.toLowerCase(Locale.ROOT);
        String other = known.toLowerCase(Locale.ROOT);
        // The distance of long texts takes long, and these lengths alone say that more than one letter differs.
        return Math.abs(one.length() - other.length()) <= 1
                && !written.equals(known)
                && (DISTANCE.apply(one, other) <= 1 || isSwap(one, other));
    }

    private static boolean isSwap(String one, String other) {
        int first = 0;
        int last = Math.min(one.length(), other.length()) - 1;
        while (first < last && one.charAt(first) == other.charAt(first)) {
            first++;
        }
        while (last > first && one.charAt(last) == other.charAt(last)) {
            last--;
        }
        return one.length() == other.length()
                && last == first + 1
                && one.charAt(first) == other.charAt(last)
                && one.charAt(last) == other.charAt(first);
    }

    private static int distance(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        // Swapped letters are one slip of the fingers, and Levenshtein counts them twice.
        return !a.equals(b) && sorted(a).equals(sorted(b)) ? 1 : DISTANCE.apply(a, b);
    }

    private static String sorted(String letters) {
        return letters.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String letters(String word) {
        return SEPARATORS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
