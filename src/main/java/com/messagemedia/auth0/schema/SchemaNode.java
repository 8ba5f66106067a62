package com.messagemedia.auth0.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One node of the schema. It says what the schema knows about a field. */
record SchemaNode(MappingNode root, Node node) {

    private static final String LOCAL = "#";

    /** The member of this name, such as {@code properties}. */
    Optional<SchemaNode> member(String key) {
        return tuple(key).map(value -> new SchemaNode(root, value));
    }

    private Optional<Node> tuple(String key) {
        if (node instanceof SequenceNode list) {
            return Optional.of(list.getValue().get(Integer.parseInt(key)));
        }
        return tuples().filter(tuple -> name(tuple).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private Stream<NodeTuple> tuples() {
        return node instanceof MappingNode mapping ? mapping.getValue().stream() : Stream.of();
    }

    private static String name(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }

    /** The names of the members, in the order of the schema. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        tuples().forEach(tuple -> names.add(name(tuple)));
        return names;
    }

    /** The texts at a key: one text, or those of a list. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        tuple(key).ifPresent(value -> {
            if (value instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else if (value instanceof SequenceNode list) {
                list.getValue().forEach(item -> texts.add(((ScalarNode) item).getValue()));
            }
        });
        return texts;
    }

    /** The node that a JSON pointer names, such as {@code #/$defs/tenant}. */
    Optional<SchemaNode> at(String pointer) {
        Optional<SchemaNode> found = Optional.of(new SchemaNode(root, root));
        for (String segment : pointer.substring(pointer.indexOf(LOCAL) + 1).split("/", -1)) {
            if (!segment.isEmpty()) {
                found = found.flatMap(place -> place.member(unescape(segment)));
            }
        }
        return found;
    }

    private static String unescape(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    /** This node, or the node that its {@code $ref} names. */
    SchemaNode resolved() {
        return texts("$ref").stream()
                .findFirst()
                .flatMap(this::at)
                .map(SchemaNode::resolved)
                .orElse(this);
    }

    /** The schema of the member or list item with this name. */
    Optional<SchemaNode> field(String key) {
        return member("properties")
                .flatMap(properties -> properties.member(key))
                .or(() -> member("patternProperties").flatMap(patterns -> patterns.matching(key)))
                .or(() -> member("additionalProperties").filter(any -> any.node() instanceof MappingNode))
                .or(() -> member("then").flatMap(then -> then.field(key)))
                .or(() -> member("items"))
                .map(SchemaNode::resolved);
    }

    private Optional<SchemaNode> matching(String key) {
        return names().stream()
                .filter(pattern -> Pattern.compile(pattern).matcher(key).find())
                .findFirst()
                .flatMap(this::member);
    }

    /** The allowed words, if this is an enumeration; otherwise none. */
    List<String> choices() {
        List<String> words = new ArrayList<>(texts("enum"));
        branches().forEach(branch -> words.addAll(branch.texts("enum")));
        return words;
    }

    /** The allowed JSON Schema types, of all branches. */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>(texts("type"));
        branches().forEach(branch -> types.addAll(branch.texts("type")));
        if (!choices().isEmpty()) {
            types.add("string");
        }
        return types;
    }

    private Stream<SchemaNode> branches() {
        return member("anyOf").stream()
                .filter(branches -> branches.node() instanceof SequenceNode)
                .flatMap(branches -> ((SequenceNode) branches.node()).getValue().stream())
                .map(branch -> new SchemaNode(root, branch).resolved());
    }
}
