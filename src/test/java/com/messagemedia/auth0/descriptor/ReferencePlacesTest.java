package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.descriptor.ReferenceRules.ReferencePlaces;
import com.messagemedia.auth0.descriptor.ReferenceRules.ReferenceUse;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.schema.DescriptorSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of the schema says which references it takes. */
class ReferencePlacesTest {

    /** What any delivery takes. Where two deliveries have the same key, they take the same. */
    private static final Map<String, ReferenceUse> PLACES = places();

    private static Map<String, ReferenceUse> places() {
        Map<String, ReferenceUse> places = new TreeMap<>();
        for (DeliveryRules delivery : Readers.CHOICES.all()) {
            new ReferencePlaces(delivery)
                    .all()
                    .forEach((key, use) -> assertThat(
                                    Optional.ofNullable(places.put(key, use)).orElse(use))
                            .isEqualTo(use));
        }
        return places;
    }

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (none|properties|word|whole|part) \\|$");

    @TempDir
    private Path folder;

    /** The keys of the schema, environments aside, that hold a value of their own; an entry of a list is a star. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        collect(List.of(), keys);
        keys.remove("environments");
        return keys;
    }

    private static void collect(List<String> object, List<String> keys) {
        for (String key : DescriptorSchema.get().keys(object)) {
            List<String> path = new ArrayList<>(object);
            path.add(key);
            if (DescriptorSchema.get().keys(path).isEmpty()) {
                keys.add(String.join(".", path));
            } else {
                collect(path, keys);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyOfTheSchemaIsInTheTable(String key) {
        assertThat(PLACES.keySet()).containsAnyOf(key, key + "." + ReferencePlaces.ANY);
    }

    @Test
    void pageShowsTheTable() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("docs/REFERENCES.md")))
                .results()
                .forEach(row -> shown.put(row.group(1), row.group(2)));
        Map<String, String> table = new TreeMap<>();
        PLACES.forEach((key, use) -> table.put(key, use.name().toLowerCase(Locale.ROOT)));
        assertThat(shown).isEqualTo(table);
    }

    static List<String> scalars() {
        return keys().stream()
                .filter(key -> PLACES.containsKey(key))
                .filter(key -> !key.equals("version"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void everyKeyTakesWhatTheTableSays(String key) throws IOException {
        ReferenceUse use = PLACES.get(key);
        assertThat(refused(key, "${env.X}")).isEqualTo(use == ReferenceUse.NONE || use == ReferenceUse.PROPERTIES);
        assertThat(refused(key, "a${env.X}")).isEqualTo(use != ReferenceUse.PART);
        assertThat(refused(key, "${file:x.txt}")).isEqualTo(use == ReferenceUse.NONE || use == ReferenceUse.PROPERTIES);
        assertThat(refused(key, "${x}")).isEqualTo(use == ReferenceUse.NONE);
        assertThat(refused("environments.e." + key, "a${env.X}")).isEqualTo(use != ReferenceUse.PART);
    }

    /** Whether a reference is refused offline, whatever else is wrong with the document; entries of lists are tried below. */
    private boolean refused(String key, String value) throws IOException {
        String[] names = key.split("\\.");
        StringBuilder yaml = new StringBuilder("version: 1\n").append(delivery(key));
        for (int depth = 0; depth < names.length; depth++) {
            yaml.append("  ".repeat(depth)).append(names[depth]).append(":");
            yaml.append(depth == names.length - 1 ? " \"" + value + "\"\n" : "\n");
        }
        return isRefused(yaml.toString());
    }

    /** The choice of the delivery that has a key. */
    private static String delivery(String key) {
        String own = key.replace("environments.e.", "");
        return Readers.CHOICES.all().stream()
                .filter(rules -> rules.ownKeys().stream()
                        .anyMatch(path -> FieldPath.parse(own).startsWith(path)))
                .map(rules -> "delivery: " + rules.name() + "\n")
                .findFirst()
                .orElse("");
    }

    private boolean isRefused(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), yaml);
        return Readers.of(new Surroundings()).validate(file, Optional.empty()).diagnostics().stream()
                .anyMatch(found -> found.problem().startsWith("refers to $")
                        || found.problem().startsWith("has text around $"));
    }

    @Test
    void entriesOfListsAndPoliciesOfPathsHaveTheirOwnRules() throws IOException {
        assertThat(isRefused("version: 1\nremove: [\"${x}\"]\n")).isTrue();
        assertThat(isRefused("version: 1\nenabledClients: [a, \"${env.X}\"]\n")).isTrue();
        assertThat(isRefused("version: 1\nenabledClients: [a, \"${x}\"]\n")).isFalse();
        assertThat(isRefused("version: 1\noptions: {non_persistent_attrs: [\"a${env.X}\"]}\n"))
                .isTrue();
        assertThat(isRefused("version: 1\noptions: {non_persistent_attrs: [\"${env.X}\"]}\n"))
                .isFalse();
        assertThat(isRefused("version: 1\nonConflict: {template: \"a${env.X}\"}\n"))
                .isTrue();
        assertThat(isRefused("version: 1\noptions: {new_one: {deep: [\"a${env.X}\"]}}\n"))
                .isFalse();
    }

    @Test
    void serverThatTheEnvironmentNamesIsNotLookedUp() throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), "version: 1\ntenant: {server: \"${env.X}\"}\n");
        Validation validation =
                Readers.of(new Surroundings().with("env.X", "hunter2")).validate(file, Optional.empty());
        assertThat(validation.unresolved()).isEmpty();
        assertThat(Rendered.of(validation.diagnostics()))
                .contains("refers to ${env.X}, but logs and files show this value")
                .doesNotContain("hunter2");
    }
}
