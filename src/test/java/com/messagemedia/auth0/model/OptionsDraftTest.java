package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many changes of a draft give what the same changes give one after the other, each of them a whole new tree. */
class OptionsDraftTest {

    private static final List<Value> VALUES =
            List.of(Value.of("s"), Value.of(1), Value.Null.NULL, Tree.EMPTY, new Tree(Map.of("a", Value.of(2))));

    @Test
    void isWhatSingleChangesGive() {
        RandomPaths paths = new RandomPaths(20261127);
        Random random = new Random(20261127);
        for (int trial = 0; trial < 300; trial++) {
            Options start = Options.EMPTY;
            OptionsDraft draft = OptionsDraft.of(start);
            Tree expected = start.root();
            for (int edit = 0; edit < 30; edit++) {
                FieldPath path = paths.next();
                Value value = VALUES.get(random.nextInt(VALUES.size()));
                boolean sets = random.nextInt(3) > 0;
                expected = sets
                        ? with(expected, path.segments(), value)
                        : isIn(expected, path) ? without(expected, path.segments()) : expected;
                draft = sets ? draft.with(path, value) : draft.without(path);
                assertThat(draft.has(path)).isEqualTo(isIn(expected, path));
                if (random.nextInt(8) == 0) {
                    assertSame(draft.options(), expected);
                }
            }
            assertSame(draft.options(), expected);
            assertThat(start).isEqualTo(Options.EMPTY);
        }
    }

    private static void assertSame(Options options, Tree expected) {
        assertThat(options.root()).isEqualTo(expected);
        assertThat(order(options.root())).isEqualTo(order(expected));
    }

    private static String order(Tree tree) {
        StringBuilder text = new StringBuilder();
        tree.members()
                .forEach((key, value) ->
                        text.append(key).append(value instanceof Tree below ? "{" + order(below) + "}" : ";"));
        return text.toString();
    }

    private static boolean isIn(Tree tree, FieldPath path) {
        return new Options(tree).get(path).isPresent();
    }

    private static Tree with(Tree tree, List<String> keys, Value value) {
        Map<String, Value> members = new LinkedHashMap<>(tree.members());
        Tree below = members.get(keys.get(0)) instanceof Tree child ? child : Tree.EMPTY;
        members.put(keys.get(0), keys.size() == 1 ? value : with(below, keys.subList(1, keys.size()), value));
        return new Tree(members);
    }

    private static Tree without(Tree tree, List<String> keys) {
        Map<String, Value> members = new LinkedHashMap<>(tree.members());
        Tree rest = keys.size() > 1 && members.get(keys.get(0)) instanceof Tree child
                ? without(child, keys.subList(1, keys.size()))
                : Tree.EMPTY;
        if (rest.members().isEmpty()) {
            members.remove(keys.get(0));
        } else {
            members.put(keys.get(0), rest);
        }
        return new Tree(members);
    }

    @Test
    void findsTheLeafAtOrAboveAPath() {
        RandomPaths paths = new RandomPaths(20261129);
        for (int trial = 0; trial < 2_000; trial++) {
            OptionsDraft draft = OptionsDraft.of(Options.EMPTY);
            paths.next(trial % 6).forEach(path -> draft.with(path, VALUES.get(path.hashCode() & 3)));
            Options options = draft.options();
            FieldPath path = paths.next();
            assertThat(options.leafAtOrAbove(path))
                    .isEqualTo(options.leaves().keySet().stream()
                            .filter(path::startsWith)
                            .findFirst());
        }
    }
}
