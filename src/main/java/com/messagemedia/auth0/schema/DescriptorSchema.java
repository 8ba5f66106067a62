package com.messagemedia.auth0.schema;

import com.messagemedia.auth0.schema.Evaluation.Breach;
import com.messagemedia.auth0.schema.Violation.Kind;
import com.messagemedia.auth0.schema.Violation.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The JSON Schema of {@code messagemedia-auth0.yaml}, the same file that editors use (JSON Schema 2020-12). The
 * plugin reads it once. It validates SnakeYAML nodes, which must have no duplicate or non-scalar keys.
 */
public final class DescriptorSchema {

    /** The schema as a resource beside this class. */
    public static final String RESOURCE = "messagemedia-auth0-1.schema.json";

    private final SchemaNode root;

    private DescriptorSchema(MappingNode root) {
        this.root = new SchemaNode(root);
    }

    /** The schema, read at its first use. */
    private static final class Read {

        private static final DescriptorSchema ONLY = read();
    }

    /** The schema. */
    public static DescriptorSchema get() {
        return Read.ONLY;
    }

    private static DescriptorSchema read() {
        return new DescriptorSchema(SchemaReader.read(text()));
    }

    /** The text of the published schema. */
    public static String text() {
        try (InputStream resource = Objects.requireNonNull(
                DescriptorSchema.class.getResourceAsStream(RESOURCE), "the schema is part of the plugin")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema is part of the plugin and can be read", e);
        }
    }

    /** All violations in a document, in no particular order. */
    public List<Violation> violations(Node document) {
        Set<Violation> violations = new LinkedHashSet<>();
        for (Breach breach : Evaluation.of(root, document)) {
            violations.add(violation(breach));
        }
        return withoutMistyped(violations);
    }

    private Violation violation(Breach breach) {
        List<String> path = breach.path();
        return switch (breach.keyword()) {
            case "additionalProperties" -> Wording.unknownKey(path, breach.rule());
            case "required" -> Wording.missingKey(path, field(path));
            default -> new Wording(path, breach.rule(), description(path)).of(breach.keyword());
        };
    }

    /** A key that is missing because it is misspelt is no second violation. */
    private List<Violation> withoutMistyped(Set<Violation> violations) {
        Set<List<String>> mistyped = new HashSet<>();
        for (Violation violation : violations) {
            meant(violation).ifPresent(mistyped::add);
        }
        List<Violation> told = new ArrayList<>();
        for (Violation violation : violations) {
            if (violation.kind() != Kind.MISSING_KEY || !mistyped.contains(violation.path())) {
                told.add(violation);
            }
        }
        return told;
    }

    /** The path that an unknown key was probably meant to be: one typing error gives one message. */
    private Optional<List<String>> meant(Violation violation) {
        if (violation.kind() != Kind.UNKNOWN_KEY) {
            return Optional.empty();
        }
        List<String> path = violation.path();
        List<String> parent = path.subList(0, path.size() - 1);
        return Suggestion.nearest(path.get(path.size() - 1), keys(parent)).map(key -> append(parent, key));
    }

    private static List<String> append(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private Optional<SchemaNode> field(List<String> path) {
        SchemaNode rule = root;
        for (String key : path) {
            Optional<SchemaNode> next = rule.field(key);
            if (next.isEmpty()) {
                return next;
            }
            rule = next.get();
        }
        return Optional.of(rule);
    }

    /** JSON Schema's types of the field at a path, such as {@code integer}; none if the schema does not know it. */
    public Set<String> types(List<String> path) {
        return field(path).map(SchemaNode::types).orElse(Set.of());
    }

    /** The words among which the field at a path chooses; none if it is free or the schema does not know it. */
    public List<String> choices(List<String> path) {
        return field(path).map(SchemaNode::choices).orElse(List.of());
    }

    /** The keys that the schema names for the object at a path. */
    public Set<String> keys(List<String> path) {
        return field(path).map(SchemaNode::keys).orElse(Set.of());
    }

    /** What the schema says about the field at a path, one or two sentences; empty if the schema does not know it. */
    public String description(List<String> path) {
        return field(path)
                .map(rule -> String.join("", rule.texts("description")))
                .orElse("");
    }

    /** The schema's example for the field at a path; empty if it has none. */
    public Optional<String> example(List<String> path) {
        return field(path).flatMap(rule -> rule.texts("examples").stream().findFirst());
    }
}
