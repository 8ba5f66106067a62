package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {

    static List<Arguments> spellings() {
        return List.of(
                Arguments.of(List.of("from"), "from"),
                Arguments.of(List.of("gateway_authentication", "subject"), "gateway_authentication.subject"),
                Arguments.of(List.of("a-b", "1", "_"), "a-b.1._"),
                Arguments.of(List.of("a.b"), "[\"a.b\"]"),
                Arguments.of(List.of("upstream_params", "a.b", "alias"), "upstream_params[\"a.b\"].alias"),
                Arguments.of(List.of("", "a"), "[\"\"].a"),
                Arguments.of(List.of(" "), "[\" \"]"),
                Arguments.of(List.of("é", "日本"), "[\"é\"][\"日本\"]"),
                Arguments.of(List.of("say \"hi\"", "b"), "[\"say \\\"hi\\\"\"].b"),
                Arguments.of(List.of("back\\slash"), "[\"back\\\\slash\"]"),
                Arguments.of(List.of("\\"), "[\"\\\\\"]"),
                Arguments.of(List.of("\"]"), "[\"\\\"]\"]"),
                Arguments.of(List.of("a\nb", "$1"), "[\"a\nb\"][\"$1\"]"));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void writesAndReadsEveryKey(List<String> keys, String text) {
        assertThat(new FieldPath(keys)).hasToString(text);
        assertThat(FieldPath.parse(text).segments()).isEqualTo(keys);
    }

    @Test
    void readsWhateverItWrites() {
        Random random = new Random(20261102);
        String alphabet = "ab-_.\"\\[] $\n\u2028é1";
        for (int i = 0; i < 2000; i++) {
            List<String> keys = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(key -> word(random, alphabet))
                    .toList();
            FieldPath path = new FieldPath(keys);
            assertThat(FieldPath.parse(path.toString())).isEqualTo(path);
        }
    }

    private static String word(Random random, String alphabet) {
        StringBuilder word = new StringBuilder();
        random.ints(random.nextInt(5), 0, alphabet.length()).forEach(at -> word.append(alphabet.charAt(at)));
        return word.toString();
    }

    @Test
    void readsAKeyOfAnyLength() {
        FieldPath path = FieldPath.of("\"\\ .".repeat(50_000));
        assertThat(FieldPath.parse(path.toString())).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a",
                "a.",
                "a..b",
                "a b",
                "a[b]",
                "a[\"b\"",
                "a[\"b]",
                "[\"a\"]b",
                "a.[\"b\"]",
                "a]",
                "[\"\\\"]",
                "é"
            })
    void refusesWhatIsNoPathWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> FieldPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a path of keys separated by dots");
    }

    @Test
    void refusesAPathWithoutKeys() {
        assertThatThrownBy(() -> FieldPath.parse(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a path needs at least one key");
        assertThatThrownBy(FieldPath::of).hasMessage("a path needs at least one key");
    }

    @Test
    void startsWithCountsWholeKeys() {
        FieldPath subject = FieldPath.parse("gateway_authentication.subject");
        assertThat(subject.startsWith(FieldPath.of("gateway_authentication"))).isTrue();
        assertThat(subject.startsWith(subject)).isTrue();
        assertThat(subject.startsWith(FieldPath.of("gateway"))).isFalse();
        assertThat(FieldPath.of("gateway_authentication").startsWith(subject)).isFalse();
    }

    @Test
    void overlapsWithItselfAndWithWhatLiesAboveOrBelow() {
        FieldPath totp = FieldPath.of("totp");
        FieldPath length = totp.child("length");
        assertThat(totp.overlaps(length)).isTrue();
        assertThat(length.overlaps(totp)).isTrue();
        assertThat(length.overlaps(totp.child("time_step"))).isFalse();
    }

    @Test
    void tellsItsEnds() {
        FieldPath path = FieldPath.of("a", "b", "c");
        assertThat(path.head()).isEqualTo("a");
        assertThat(path.last()).isEqualTo("c");
    }

    @Test
    void sortsByItsText() {
        TreeSet<FieldPath> sorted = new TreeSet<>(
                List.of(FieldPath.of("b"), FieldPath.of("a", "c"), FieldPath.of("a.c"), FieldPath.of("a")));
        assertThat(sorted).extracting(FieldPath::toString).containsExactly("[\"a.c\"]", "a", "a.c", "b");
    }

    @Test
    void pathsAboveComeFromTheTop() {
        assertThat(FieldPath.of("a", "b.c", "d").above()).containsExactly(FieldPath.of("a"), FieldPath.of("a", "b.c"));
        assertThat(FieldPath.of("a").above()).isEmpty();
    }
}
