package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Origin;
import com.messagemedia.auth0.model.RandomPaths;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The nearest place of a path: its own, else that of the longest path above it, else the first one below it. Below it, a
 * place in the descriptor comes before one in another file.
 */
class OriginsTest {

    @Test
    void findsTheNearestPlace() {
        RandomPaths paths = new RandomPaths(20261127);
        Random random = new Random(20261127);
        for (int trial = 0; trial < 3_000; trial++) {
            Map<FieldPath, Origin> places = new HashMap<>();
            paths.next(trial % 6)
                    .forEach(path -> places.put(
                            path,
                            new Origin(
                                    random.nextBoolean() ? "a.yaml" : "b.yaml", 1 + random.nextInt(3), places.size())));
            FieldPath path = paths.next();
            assertThat(new Origins(places, Map.of(), "a.yaml").nearest(path))
                    .as("%s in %s", path, places)
                    .isEqualTo(places.entrySet().stream()
                            .filter(entry -> entry.getKey().overlaps(path))
                            .min(byDistance(path))
                            .map(Map.Entry::getValue));
        }
    }

    private static Comparator<Map.Entry<FieldPath, Origin>> byDistance(FieldPath path) {
        return Comparator.<Map.Entry<FieldPath, Origin>>comparingInt(entry -> path.startsWith(entry.getKey())
                        ? -entry.getKey().segments().size()
                        : 0)
                .thenComparing(entry -> !entry.getValue().file().equals("a.yaml"))
                .thenComparingInt(entry -> entry.getValue().line())
                .thenComparing(Map.Entry::getKey);
    }
}
