package com.messagemedia.auth0.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree finds what a search for each text, one by one, finds. */
class TextTreeTest {

    private final Random random = new Random(20261127);

    @Test
    void findsTheLongestTextAndEachParting() {
        for (int trial = 0; trial < 3_000; trial++) {
            List<String> known = Stream.generate(() -> word(1)).limit(trial % 6).toList();
            TextTree tree = new TextTree();
            known.forEach(tree::add);
            String text = word(0) + word(0);
            for (int start = 0; start < text.length(); start++) {
                int from = start;
                int longest = known.stream()
                        .filter(word -> text.startsWith(word, from))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
                assertThat(tree.longestAt(text, start))
                        .as("%s in %s", known, text)
                        .isEqualTo(start + longest);
                assertThat(tree.partingsAt(text, start, 2))
                        .as("%s in %s", known, text)
                        .hasSameElementsAs(known.stream()
                                .map(word -> shared(word, text.substring(from)))
                                .filter(length -> length >= 2)
                                .map(length -> from + length)
                                .collect(Collectors.toSet()));
                boolean begins = known.stream().anyMatch(word -> word.charAt(0) == text.charAt(from));
                assertThat(tree.nextStart(text, start) == start).isEqualTo(begins);
            }
            assertThat(tree.nextStart(text, text.length())).isEqualTo(text.length());
        }
    }

    private static int shared(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private String word(int shortest) {
        return random.ints(shortest + random.nextInt(5), 0, 3)
                .mapToObj(index -> "abé".substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
