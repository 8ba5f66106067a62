package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameListTest {

    private static final String FIRST =
            IntStream.range(0, 20).mapToObj(number -> "n" + number).collect(Collectors.joining(", "));

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(number -> "n" + number).toList();
    }

    @Test
    void namesAllOfAFew() {
        assertThat(NameList.of(List.of())).isEmpty();
        assertThat(NameList.of(List.of(FieldPath.of("a", "b")))).isEqualTo("a.b");
        assertThat(NameList.of(names(21), ", all in plan.json")).isEqualTo(FIRST + ", n20");
    }

    @Test
    void countsTheRestOfMany() {
        assertThat(NameList.of(names(22))).isEqualTo(FIRST + " and 2 more");
        assertThat(NameList.of(names(10_000), ", all in plan.json"))
                .isEqualTo(FIRST + " and 9,980 more, all in plan.json");
    }
}
