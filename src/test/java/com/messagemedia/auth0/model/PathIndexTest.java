package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The index and the order of paths answer as the plain definitions do. */
class PathIndexTest {

    private static final int TRIALS = 3_000;

    @Test
    void findsWhatLiesAboveAndBelow() {
        RandomPaths paths = new RandomPaths(20261127);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<FieldPath> members = paths.next(trial % 5);
            PathIndex index = PathIndex.of(members);
            FieldPath path = paths.next();
            boolean covered = members.stream().anyMatch(path::startsWith);
            assertThat(index.covers(path)).as("%s in %s", path, members).isEqualTo(covered);
            assertThat(path.isAtOrBelowOneOf(Set.copyOf(members))).isEqualTo(covered);
            assertThat(index.overlaps(path))
                    .as("%s in %s", path, members)
                    .isEqualTo(members.stream().anyMatch(path::overlaps));
        }
    }

    @Test
    void theEmptyIndexHoldsNoPath() {
        assertThat(PathIndex.EMPTY.covers(FieldPath.of("a"))).isFalse();
        assertThat(PathIndex.EMPTY.overlaps(FieldPath.of("a"))).isFalse();
        assertThat(PathIndex.of(List.of(FieldPath.of("a")))).hasToString("index of 1 paths");
    }

    @Test
    void sortsPathsAsTheirTexts() {
        RandomPaths paths = new RandomPaths(20261128);
        for (int trial = 0; trial < 20 * TRIALS; trial++) {
            FieldPath one = paths.next();
            FieldPath other = paths.next();
            assertThat(Integer.signum(one.compareTo(other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
        }
    }
}
