package com.messagemedia.auth0.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One node of the schema. It says what the schema knows about a field, and keeps what it found out: a file with many environments
 * asks the same for each of them. Nodes compare by identity. Several threads may use one.
 */
final class SchemaNode {

    private static final String LOCAL = "#";

    /** Stands for what the schema does not have. */
    private static final SchemaNode NOTHING = new SchemaNode(new MappingNode(Tag.MAP, List.of(), FlowStyle.AUTO));

    private final SchemaNode root;
    private final Node node;
    private final Map<String, Pattern> patterns;
    private volatile @Nullable Map<String, SchemaNode> children;
    private volatile @Nullable List<String> own;
    private volatile @Nullable SchemaNode target;

    /** Creates the root of a schema. */
    SchemaNode(MappingNode root) {
        this.root = this;
        this.node = root;
        this.patterns = new ConcurrentHashMap<>();
    }

    private SchemaNode(SchemaNode root, Node node) {
        this.root = root;
        this.node = node;
        this.patterns = root.patterns;
    }

    Node node() {
        return node;
    }

    /** The members by their keys, or the items by their numbers from 0 on, in the order of the schema; none of a scalar. */
    Map<String, SchemaNode> children() {
        Map<String, SchemaNode> known = children;
        if (known == null) {
            known = Collections.unmodifiableMap(read());
            children = known;
        }
        return known;
    }

    private Map<String, SchemaNode> read() {
        Map<String, SchemaNode> read = new LinkedHashMap<>();
        if (node instanceof MappingNode object) {
            for (NodeTuple tuple : object.getValue()) {
                read.put(name(tuple), new SchemaNode(root, tuple.getValueNode()));
            }
        } else if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                read.put(Integer.toString(read.size()), new SchemaNode(root, item));
            }
        }
        return read;
    }

    /** The key of a member, of the schema or of a document. */
    static String name(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }

    /** The names of the members, in the order of the schema. */
    Set<String> names() {
        return children().keySet();
    }

    /** The member of this name, such as {@code properties}. */
    Optional<SchemaNode> member(String key) {
        return Optional.ofNullable(children().get(key));
    }

    /** What stands at a key; an empty object if nothing does. */
    SchemaNode inner(String key) {
        return children().getOrDefault(key, NOTHING);
    }

    /** The texts at a key: one text, or those of a list. */
    List<String> texts(String key) {
        return inner(key).texts();
    }

    private List<String> texts() {
        List<String> known = own;
        if (known == null) {
            known = node instanceof ScalarNode scalar ? List.of(scalar.getValue()) : textsOfItems();
            own = known;
        }
        return known;
    }

    private List<String> textsOfItems() {
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode) {
            for (SchemaNode item : children().values()) {
                texts.addAll(item.texts());
            }
        }
        return List.copyOf(texts);
    }

    /** The items of the list at a key; none if there is no list. */
    Collection<SchemaNode> items(String key) {
        SchemaNode list = inner(key);
        return list.node instanceof SequenceNode ? list.children().values() : List.of();
    }

    /** The node that a JSON pointer names, such as {@code #/$defs/tenant}. */
    private Optional<SchemaNode> at(String pointer) {
        SchemaNode found = root;
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

    /** The node that this one's {@code $ref} names; empty if it has none. */
    Optional<SchemaNode> target() {
        SchemaNode known = target;
        List<String> pointers = texts("$ref");
        if (known == null && !pointers.isEmpty()) {
            known = at(pointers.get(0)).orElseThrow();
            target = known;
        }
        return Optional.ofNullable(known);
    }

    /** This node, or the node that its {@code $ref} names. */
    SchemaNode resolved() {
        Optional<SchemaNode> named = target();
        return named.isPresent() ? named.get().resolved() : this;
    }

    /** The schema of the member or list item with this name. */
    Optional<SchemaNode> field(String key) {
        Optional<SchemaNode> found = declared(key);
        return found.isPresent() ? Optional.of(found.get().resolved()) : found;
    }

    private Optional<SchemaNode> declared(String key) {
        Optional<SchemaNode> found = inner("properties").member(key);
        if (found.isPresent()) {
            return found;
        }
        List<SchemaNode> matching = matching(key);
        if (!matching.isEmpty()) {
            return Optional.of(matching.get(0));
        }
        Optional<SchemaNode> others = member("additionalProperties");
        if (others.isPresent() && others.get().node instanceof MappingNode) {
            return others;
        }
        Optional<SchemaNode> conditional =
                member("then").isPresent() ? inner("then").field(key) : Optional.empty();
        return conditional.isPresent() ? conditional : member("items");
    }

    /** The schemas of all patterns for members that a key matches. */
    List<SchemaNode> matching(String key) {
        List<SchemaNode> found = new ArrayList<>();
        for (Map.Entry<String, SchemaNode> pattern :
                inner("patternProperties").children().entrySet()) {
            if (matches(pattern.getKey(), key)) {
                found.add(pattern.getValue());
            }
        }
        return found;
    }

    /** Whether a regular expression of this schema matches a part of a text. It is compiled once. */
    boolean matches(String pattern, String text) {
        Pattern known = patterns.get(pattern);
        if (known == null) {
            known = Pattern.compile(pattern);
            patterns.put(pattern, known);
        }
        return known.matcher(text).find();
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
