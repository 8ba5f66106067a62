package com.messagemedia.auth0.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One node of the schema. It says what the schema knows about a field. */
record SchemaNode(MappingNode root, Node node) {

    private static final String LOCAL = "#";

    /** Stands for what the schema does not have. */
    private static final Node NOTHING = new MappingNode(Tag.MAP, List.of(), FlowStyle.AUTO);

    /** The member of this name, such as {@code properties}. */
    Optional<SchemaNode> member(String key) {
        Optional<Node> value = value(key);
        return value.isPresent() ? Optional.of(of(value.get())) : Optional.empty();
    }

    private Optional<Node> value(String key) {
        if (node instanceof SequenceNode list) {
            return Optional.of(list.getValue().get(Integer.parseInt(key)));
        }
        for (NodeTuple tuple : members()) {
            if (name(tuple).equals(key)) {
                return Optional.of(tuple.getValueNode());
            }
        }
        return Optional.empty();
    }

    /** The members, each a keyword or a key; none if this is no object. */
    List<NodeTuple> members() {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    /** The key of a member, of the schema or of a document. */
    static String name(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }

    /** The names of the members, in the order of the schema. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (NodeTuple tuple : members()) {
            names.add(name(tuple));
        }
        return names;
    }

    /** The texts at a key: one text, or those of a list. */
    List<String> texts(String key) {
        if (value(key).orElse(NOTHING) instanceof ScalarNode scalar) {
            return List.of(scalar.getValue());
        }
        List<String> texts = new ArrayList<>();
        for (SchemaNode item : items(key)) {
            texts.add(((ScalarNode) item.node()).getValue());
        }
        return texts;
    }

    /** The items of the list at a key; none if there is no list. */
    List<SchemaNode> items(String key) {
        List<SchemaNode> items = new ArrayList<>();
        if (value(key).orElse(NOTHING) instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                items.add(of(item));
            }
        }
        return items;
    }

    /** Another node of the same schema. */
    SchemaNode of(Node other) {
        return new SchemaNode(root, other);
    }

    /** The node that a JSON pointer names, such as {@code #/$defs/tenant}. */
    Optional<SchemaNode> at(String pointer) {
        SchemaNode found = of(root);
        for (String segment : pointer.substring(pointer.indexOf(LOCAL) + 1).split("/", -1)) {
            Optional<SchemaNode> next = segment.isEmpty() ? Optional.of(found) : found.member(unescape(segment));
            if (next.isEmpty()) {
                return next;
            }
            found = next.get();
        }
        return Optional.of(found);
    }

    private static String unescape(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    /** This node, or the node that its {@code $ref} names. */
    SchemaNode resolved() {
        List<String> pointers = texts("$ref");
        Optional<SchemaNode> named = pointers.isEmpty() ? Optional.empty() : at(pointers.get(0));
        return named.isPresent() ? named.get().resolved() : this;
    }

    /** The schema of the member or list item with this name. */
    Optional<SchemaNode> field(String key) {
        Optional<SchemaNode> found = declared(key);
        return found.isPresent() ? Optional.of(found.get().resolved()) : found;
    }

    private Optional<SchemaNode> declared(String key) {
        Optional<SchemaNode> found = inner("properties").member(key);
        if (found.isEmpty()) {
            found = inner("patternProperties").matching(key);
        }
        if (found.isEmpty() && value("additionalProperties").orElse(root) instanceof MappingNode) {
            found = member("additionalProperties");
        }
        if (found.isEmpty() && value("then").isPresent()) {
            found = inner("then").field(key);
        }
        return found.isEmpty() ? member("items") : found;
    }

    /** What stands at a key; an empty object if nothing does. */
    SchemaNode inner(String key) {
        return of(value(key).orElse(NOTHING));
    }

    private Optional<SchemaNode> matching(String key) {
        for (String pattern : names()) {
            if (Pattern.compile(pattern).matcher(key).find()) {
                return member(pattern);
            }
        }
        return Optional.empty();
    }

    /** The keys that the schema names for an object. */
    Set<String> keys() {
        return inner("properties").names();
    }

    /** The allowed words, if this is an enumeration; otherwise none. */
    List<String> choices() {
        List<String> words = new ArrayList<>(texts("enum"));
        for (SchemaNode branch : branches()) {
            words.addAll(branch.texts("enum"));
        }
        return words;
    }

    /** The allowed JSON Schema types, of all branches. */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>(texts("type"));
        for (SchemaNode branch : branches()) {
            types.addAll(branch.texts("type"));
        }
        if (!choices().isEmpty()) {
            types.add("string");
        }
        return types;
    }

    private List<SchemaNode> branches() {
        List<SchemaNode> branches = new ArrayList<>();
        for (SchemaNode branch : items("anyOf")) {
            branches.add(branch.resolved());
        }
        return branches;
    }
}
