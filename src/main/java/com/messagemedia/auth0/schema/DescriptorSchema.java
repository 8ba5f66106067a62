package com.messagemedia.auth0.schema;

import com.messagemedia.auth0.schema.Violation.Kind;
import com.messagemedia.auth0.schema.Violation.Wording;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The JSON Schema of {@code messagemedia-auth0.yaml}, the same file that editors use (JSON Schema 2020-12). The
 * plugin compiles it once. It validates SnakeYAML nodes, which must have no duplicate or non-scalar keys.
 */
public final class DescriptorSchema {

    /** The schema as a resource beside this class. */
    public static final String RESOURCE = "messagemedia-auth0-1.schema.json";

    /**
     * An error inside a branch is not reported: the choice between the branches reports its own error. A summary of
     * other errors is not reported either.
     */
    private static final Pattern BRANCH = Pattern.compile("/(anyOf|oneOf|not|if)/|/(if|allOf)$");

    /** The exception: only the branch of numbers can report a number out of its bounds. */
    private static final Set<String> BOUNDS = Set.of("minimum", "maximum");

    /** The definition of a section reports its wrong type, so the reference to it does not. */
    private static final Pattern TOLD = Pattern.compile("^/else/properties/[^/]+/type$");

    /** Rules for editors only: the plugin checks the same on resolved values, with better messages. */
    private static final String EDITOR = "#/$defs/editor";

    private final SchemaNode root;

    private DescriptorSchema(MappingNode root) {
        this.root = new SchemaNode(root, root);
    }

    /** The schema, read at its first use. */
    private static final class Read {

        private static final DescriptorSchema ONLY = read();
    }

    /** What checks documents, compiled at its first use: to ask what the schema says, nobody needs to wait for it. */
    private static final class Compiled {

        private static final Validator VALIDATOR = new ValidatorFactory()
                // It gets trees only, so it needs no parser of texts, which is slow to make.
                .withJsonNodeFactory(new SnakeYamlNode.Factory(null))
                .withDisabledSchemaValidation(true)
                .createValidator();

        // Without an address the validator makes a random one, and Java's random numbers are slow to load.
        private static final URI ID =
                VALIDATOR.registerSchema(URI.create("schema:descriptor"), (Object) Read.ONLY.root.root());
    }

    /** The schema. */
    public static DescriptorSchema get() {
        return Read.ONLY;
    }

    /**
     * Compiles the schema, which the first check of a document does otherwise. Another thread may ask what the schema says
     * meanwhile.
     *
     * @return the address under which the validator knows the schema
     */
    public static URI compile() {
        return Compiled.ID;
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
        List<Error> errors =
                Compiled.VALIDATOR.validate(Compiled.ID, (Object) document).getErrors();
        Set<String> bounded = new HashSet<>();
        for (Error error : errors) {
            if (isBound(error)) {
                bounded.add(error.getInstanceLocation());
            }
        }
        Set<Violation> violations = new LinkedHashSet<>();
        for (Error error : errors) {
            boolean choice = "anyOf".equals(error.getKeyword()) && bounded.contains(error.getInstanceLocation());
            if (isFault(error) && !choice) {
                violations(error, document).forEach(violations::add);
            }
        }
        return withoutMistyped(violations);
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

    private static boolean isBound(Error error) {
        return error.getKeyword() != null && BOUNDS.contains(error.getKeyword());
    }

    private static boolean isFault(Error error) {
        String path = error.getEvaluationPath();
        return (isBound(error) || !BRANCH.matcher(path).find())
                && !TOLD.matcher(path).find()
                && !error.getSchemaLocation().contains(EDITOR);
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

    private Stream<Violation> violations(Error error, Node document) {
        List<String> path = segments(error.getInstanceLocation());
        String pointer =
                error.getSchemaLocation().substring(Compiled.ID.toString().length());
        String keyword = error.getKeyword();
        if (keyword == null) {
            SchemaNode closed =
                    root.at(pointer.substring(0, pointer.lastIndexOf('/'))).orElse(root);
            return Stream.of(Wording.unknownKey(path, closed));
        }
        SchemaNode rule = root.at(pointer).orElse(root);
        return keyword.equals("required")
                ? missing(path, rule, at(document, path))
                : Stream.of(new Wording(path, rule, description(path)).of(keyword));
    }

    private Stream<Violation> missing(List<String> path, SchemaNode rule, Node parent) {
        Set<String> present = new SchemaNode(root.root(), parent).names();
        return rule.texts("required").stream()
                .filter(key -> !present.contains(key))
                .map(key -> append(path, key))
                .map(key -> Wording.missingKey(key, field(key)));
    }

    private static List<String> append(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static List<String> segments(String pointer) {
        return Arrays.stream(pointer.split("/", -1))
                .skip(1)
                .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static Node at(Node document, List<String> path) {
        Node node = document;
        for (String segment : path) {
            node = child(node, segment);
        }
        return node;
    }

    private static Node child(Node node, String segment) {
        if (node instanceof SequenceNode list) {
            return list.getValue().get(Integer.parseInt(segment));
        }
        return ((MappingNode) node)
                .getValue().stream()
                        .filter(tuple ->
                                ((ScalarNode) tuple.getKeyNode()).getValue().equals(segment))
                        .findFirst()
                        .orElseThrow()
                        .getValueNode();
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
