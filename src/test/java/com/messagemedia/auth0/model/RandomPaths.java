package com.messagemedia.auth0.model;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Paths from a seed, of few and short keys, so that many of them are equal, above or below each other. */
public final class RandomPaths {

    private static final List<String> PLAIN = List.of("a", "a-b", "a_b", "aZ", "a1", "b");
    private static final List<String> QUOTED =
            List.of("", "a.b", "a b", "\"", "\\", "\\\\", "a\"", "a\\", "!", "é", "\uD83D\uDE00", "\uFFFF", "a\"]");

    private final Random random;

    /** Paths of this seed. */
    public RandomPaths(long seed) {
        this.random = new Random(seed);
    }

    /** The next path: one to four keys. */
    public FieldPath next() {
        return new FieldPath(
                Stream.generate(this::key).limit(1 + random.nextInt(4)).toList());
    }

    /** The next paths; some may be equal. */
    public List<FieldPath> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    private String key() {
        List<String> keys = random.nextInt(3) == 0 ? QUOTED : PLAIN;
        return keys.get(random.nextInt(keys.size()));
    }
}
