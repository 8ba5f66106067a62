package com.messagemedia.auth0.editor;

import com.messagemedia.auth0.schema.DescriptorSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A key that a descriptor may have, as its schema says it.
 *
 * @param path the keys that lead to it, with a name of ours where the schema takes any
 * @param rule its own part of the schema
 * @param named whether the schema knows the key by its name, so that an editor can offer it
 */
record SchemaKey(List<String> path, Map<?, ?> rule, boolean named) {

    private static final Map<?, ?> SCHEMA = new Yaml().load(DescriptorSchema.text());

    /** Names for keys that the schema knows by a pattern only. */
    private static final Map<String, String> NAMES = Map.of("environments", "dev", "senders", "\"+44\"");

    /** All keys in the order of the schema, each before those below it. */
    static List<SchemaKey> all() {
        return below(List.of(), SCHEMA).toList();
    }

    private static Stream<SchemaKey> below(List<String> path, Map<?, ?> rule) {
        List<SchemaKey> keys = new ArrayList<>();
        for (Map<?, ?> source : List.of(rule, member(rule, "then"))) {
            member(source, "properties").forEach((name, value) -> keys.add(key(path, name.toString(), value, true)));
            member(source, "patternProperties")
                    .forEach((pattern, value) -> keys.add(key(path, NAMES.get(last(path)), value, false)));
            if (source.get("additionalProperties") instanceof Map<?, ?> any) {
                keys.add(key(path, "any.name", any, false));
            }
        }
        return keys.stream().flatMap(key -> Stream.concat(Stream.of(key), below(key.path, key.rule)));
    }

    private static SchemaKey key(List<String> parent, String name, Object value, boolean named) {
        List<String> path = new ArrayList<>(parent);
        path.add(name);
        return new SchemaKey(List.copyOf(path), resolved((Map<?, ?>) value), named);
    }

    private static Map<?, ?> resolved(Map<?, ?> rule) {
        return rule.get("$ref") instanceof String pointer
                ? member(member(SCHEMA, "$defs"), pointer.substring(pointer.lastIndexOf('/') + 1))
                : rule;
    }

    private static Map<?, ?> member(Map<?, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    String name() {
        return last(path);
    }

    List<String> parent() {
        return path.subList(0, path.size() - 1);
    }

    String title() {
        return rule.get("title").toString();
    }

    String description() {
        return rule.get("description").toString();
    }

    /** The words of which it takes one; empty where it takes more than words. */
    List<String> words() {
        return choices()
                .map(choice -> choice.get("enum"))
                .filter(List.class::isInstance)
                .flatMap(words -> ((List<?>) words).stream())
                .map(Object::toString)
                .toList();
    }

    /** Whether a reference may stand in place of its value. */
    boolean takesAReference() {
        return list(rule, "anyOf").anyMatch(choice -> "#/$defs/reference".equals(choice.get("$ref")));
    }

    /** The rule, and those between which it lets one choose. */
    private Stream<Map<?, ?>> choices() {
        return Stream.<Map<?, ?>>of(rule, member(rule, "else"))
                .flatMap(part ->
                        Stream.concat(Stream.of(part), list(part, "anyOf").map(SchemaKey::resolved)));
    }

    private static Stream<Map<?, ?>> list(Map<?, ?> object, String name) {
        return object.get(name) instanceof List<?> found ? found.stream().map(each -> (Map<?, ?>) each) : Stream.of();
    }

    /** A value that it takes: one that the schema names, or the simplest of its type. */
    Object value() {
        Stream<Object> stated = choices()
                .flatMap(choice -> Stream.of(
                                Optional.ofNullable(choice.get("const")),
                                Optional.ofNullable(choice.get("default")),
                                first(choice.get("examples")),
                                first(choice.get("enum")))
                        .flatMap(Optional::stream));
        Stream<Object> simplest = choices().flatMap(choice -> simplest(choice.get("type")));
        return Stream.concat(stated, simplest).findFirst().orElse("anything");
    }

    private static Optional<Object> first(Object list) {
        return list instanceof List<?> values ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static Stream<Object> simplest(Object type) {
        Object one = type instanceof List<?> several ? several.get(0) : type;
        Map<String, Object> values =
                Map.of("boolean", true, "string", "https://acme.example", "array", List.of(), "object", Map.of());
        return Stream.ofNullable(one).map(values::get).filter(Objects::nonNull);
    }
}
