package com.messagemedia.auth0.pages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/DESCRIPTOR.md has a row for each key of the schema, and says of it what an editor says. */
class DescriptorPageTest {

    private static final Pattern ONE_DELIVERY = Pattern.compile("[Oo]nly for delivery: (\\w+)(?:: t|\\. ?)?");
    private static final String HEAD = """
            | key | what it says | values | default | delivery |
            |---|---|---|---|---|
            """;

    /** The sections of their own, in the order of the file; all other keys stand in the first table. */
    private static final List<String> SECTIONS = List.of("tenant", "messageMedia", "phoneProvider", "options");

    private final Tree schema = schema();

    private static Tree schema() {
        try {
            return (Tree) Json.parse(Files.readString(Path.of("docs", "schema", "messagemedia-auth0-1.schema.json")));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachKeyOfTheSchemaHasItsRow() throws Exception {
        StringBuilder page = new StringBuilder("### The file\n" + HEAD);
        members(schema, "properties").forEach(key -> page.append(row(key.path(), key.node(), "both")));
        for (String section : SECTIONS) {
            Tree node = resolved(member(member(schema, "properties"), section));
            page.append("\n### ").append(section).append('\n').append(HEAD);
            below(section, node, delivery(node, "both")).forEach(page::append);
        }
        Tree environment = resolved(member(member(schema, "$defs"), "environment"));
        page.append(
                "\n### environments\nEach environment takes every key above but `version`, `environments`, `environmentsFile` and `rollout`, and one of its own:\n\n");
        page.append(HEAD)
                .append(row(
                        "environments.NAME.protected",
                        resolved(member(member(environment, "properties"), "protected")),
                        "both"));
        assertThat(member(environment, "properties").members())
                .hasSize(member(schema, "properties").members().size() - 3);
        GeneratedPart.tables("DESCRIPTOR.md").holds(page.toString(), DescriptorPageTest.class);
    }

    /** The rows of all keys below a key, its own not among them. The five templates have the same keys. */
    private Stream<String> below(String path, Tree node, String delivery) {
        if (path.equals("phoneProvider.templates")) {
            List<Key> types = members(node, "properties").toList();
            String names = types.stream().map(type -> "`" + type.path() + "`").collect(joining(", "));
            assertThat(types.stream().map(Key::node).distinct()).hasSize(1);
            Tree template = types.get(0).node();
            return Stream.concat(
                    Stream.of("| `" + path + ".TYPE` | " + said(template) + " TYPE is " + names + ". | object | | "
                            + delivery + " |\n"),
                    below(path + ".TYPE", template, delivery));
        }
        return members(node, "properties").flatMap(key -> {
            String full = path + "." + key.path();
            String of = delivery(key.node(), delivery);
            return Stream.concat(Stream.of(row(full, key.node(), of)), below(full, key.node(), of));
        });
    }

    private record Key(String path, Tree node) {}

    private Stream<Key> members(Tree node, String name) {
        return node.members().containsKey(name)
                ? member(node, name).members().entrySet().stream()
                        .map(entry -> new Key(entry.getKey(), resolved((Tree) entry.getValue())))
                : Stream.empty();
    }

    private static Tree member(Tree node, String name) {
        return (Tree) node.members().get(name);
    }

    private Tree resolved(Tree node) {
        Value reference = node.members().get("$ref");
        return reference == null
                ? node
                : resolved(member(member(schema, "$defs"), text(reference).substring("#/$defs/".length())));
    }

    private String row(String path, Tree node, String delivery) {
        Value preset = node.members().get("default");
        return String.join(
                        " | ",
                        "| `" + path + "`",
                        said(node),
                        values(node),
                        preset == null ? "" : "`" + plain(preset) + "`",
                        delivery(node, delivery))
                + " |\n";
    }

    private static String said(Tree node) {
        return CodeWords.marked(description(node));
    }

    private static String description(Tree node) {
        return text(Objects.requireNonNullElse(node.members().get("description"), Value.of("")));
    }

    private static String delivery(Tree node, String inherited) {
        Matcher one = ONE_DELIVERY.matcher(description(node));
        return one.find() ? "`" + one.group(1) + "`" : inherited;
    }

    /** The words of a closed choice, or else the type. */
    private static String values(Tree node) {
        Value choice = node.members().get("enum");
        Value type = node.members().get("type");
        Value constant = node.members().get("const");
        if (choice instanceof Value.Array words) {
            return words.items().stream().map(word -> "`" + plain(word) + "`").collect(joining(", "));
        }
        if (constant != null) {
            return "`" + plain(constant) + "`";
        }
        if (type instanceof Value.Array types) {
            return types.items().stream().map(DescriptorPageTest::type).collect(joining(" or "));
        }
        if (type != null) {
            return type(type);
        }
        String either = node.members().containsKey("anyOf") ? "anyOf" : "else";
        Tree open = either.equals("anyOf") ? node : member(node, "else");
        return ((Value.Array) open.members().get("anyOf"))
                .items().stream()
                        .map(Tree.class::cast)
                        .filter(one -> !one.members().containsKey("$ref"))
                        .map(DescriptorPageTest::values)
                        .collect(joining(" or "));
    }

    private static String type(Value type) {
        return switch (text(type)) {
            case "string" -> "text";
            case "boolean" -> "`true`, `false`";
            case "array" -> "list";
            case "integer" -> "number";
            case "null" -> "`null`";
            case "object" -> "object";
            default -> throw new AssertionError("a type of the schema without a word: " + text(type));
        };
    }

    private static String plain(Value value) {
        return value instanceof Value.Array list
                ? "[" + list.items().stream().map(DescriptorPageTest::plain).collect(joining(", ")) + "]"
                : text(value);
    }

    private static String text(Value value) {
        if (value instanceof Value.Numeral number) {
            return number.literal();
        }
        return value instanceof Value.Bool bool ? String.valueOf(bool.value()) : ((Value.Text) value).text();
    }
}
