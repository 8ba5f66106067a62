package com.messagemedia.auth0.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.export.ConnectionExport.Exported;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.RateLimit;
import com.messagemedia.auth0.sandbox.RateLimit.Budget;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Whatever a connection holds: its export can be planned, changes no option, and its comments can be taken in. */
final class ExportLawsTest {

    private static final int TRIALS = 60;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "yes",
            "null",
            "0123",
            "1e5",
            "+61491570156",
            "${env.HOME}",
            "$${x} and ${y",
            "$",
            "a: b # c",
            "- x",
            "{{ code }}",
            "@@password@@",
            "Ваш код @@code@@ 🔑",
            "\"quoted\" 'both' \\ back",
            "two\nlines\r\n\tand a tab\u0000\u0085\u2028\uFEFF",
            "!tag &anchor *alias",
            "---",
            "2026-11-24",
            "x".repeat(300) + " " + "y".repeat(300));
    private static final List<String> NUMBERS =
            List.of("0", "-0", "6.0", "1e5", "1E-7", "1e400", "123456789012345678901234567890", "-1.50");
    private static final List<String> KEYS = List.of(
            "template",
            "syntax",
            "from",
            "name",
            "totp",
            "length",
            "a.b",
            "a b",
            "yes",
            "12",
            "${k}",
            "ключ",
            "#",
            "",
            "k".repeat(200),
            "x");

    @TempDir
    private Path folder;

    private int chosen;
    private int commented;

    @Test
    void planOfAnExportChangesNothing() {
        RateLimit plenty = RateLimit.global(new Budget(100_000, 100_000, Duration.ofSeconds(1)));
        try (Rehearsal rehearsal =
                Rehearsal.in(folder, SandboxSettings.inMemory().withRateLimit(plenty))) {
            ExportRehearsal export = new ExportRehearsal(rehearsal);
            Options start = rehearsal.live();
            for (long seed = 0; seed < TRIALS; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                rehearsal.edit(any -> start);
                if (random.nextBoolean()) {
                    export.throughMessageMedia();
                }
                rehearsal.edit(options -> edited(options, random));
                Exported exported = export.export();
                assertThat(exported.changes()).as("seed %d", seed).isEmpty();
                export.planOf(exported);
                assertNoLeafIsMissing(rehearsal.live(), exported, seed);
                chosen += exported.owned().size();
            }
        }
        assertThat(chosen).isGreaterThan(TRIALS * 4);
        assertThat(commented).isGreaterThan(TRIALS);
    }

    /** Each option stands in the text, owned or behind a #, but for those whose name cannot stand in a line. */
    private void assertNoLeafIsMissing(Options live, Exported exported, long seed) {
        String whole = exported.text().replaceAll("(?m)^((?:  )*)#(?! [^ ])", "$1");
        MappingNode root = (MappingNode) new Yaml().compose(new StringReader(whole));
        Set<List<String>> there = new HashSet<>();
        collect(List.of(), root, there);
        List<FieldPath> others = live.leaves().keySet().stream()
                .filter(path -> path.segments().stream().allMatch(key -> !key.isEmpty() && key.length() < 100))
                .filter(path -> !exported.owned().contains(path))
                .toList();
        commented += others.size();
        for (FieldPath path : others) {
            assertThat(there)
                    .as("seed %d", seed)
                    .contains(Stream.concat(Stream.of("options"), path.segments().stream())
                            .toList());
        }
    }

    private static void collect(List<String> above, Node node, Set<List<String>> paths) {
        paths.add(above);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> {
                List<String> path = new ArrayList<>(above);
                path.add(((ScalarNode) tuple.getKeyNode()).getValue());
                collect(path, tuple.getValueNode(), paths);
            });
        }
    }

    private static Options edited(Options options, SplittableRandom random) {
        Options edited = options;
        for (int edit = random.nextInt(1, 8); edit > 0; edit--) {
            FieldPath path = FieldPath.of(pick(KEYS, random));
            edited = edited.with(random.nextInt(3) == 0 ? path.child(pick(KEYS, random)) : path, value(random, 3));
        }
        return edited;
    }

    private static Value value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> Value.of(random.nextBoolean());
            case 1 -> Value.Null.NULL;
            case 2 -> new Value.Numeral(pick(NUMBERS, random));
            case 5 -> new Value.Array(List.of());
            case 6 -> new Value.Array(List.of(value(random, depth - 1), value(random, depth - 1)));
            case 7 -> tree(random, depth);
            default -> Value.of(pick(TEXTS, random));
        };
    }

    private static Value tree(SplittableRandom random, int depth) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int member = random.nextInt(3); member > 0; member--) {
            members.put(pick(KEYS, random), value(random, depth - 1));
        }
        return new Value.Tree(members);
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
