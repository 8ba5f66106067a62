package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.model.FieldPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One field of a normalized document: its path, its key and its value. All keys are scalars, and nobody changes the nodes any
 * more. Fields compare by identity.
 */
public final class Field {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LIKE_A_KEY = Pattern.compile("\\+?[\\p{L}\\p{N}_. -]{1,64}");

    private final List<String> path;
    private final Optional<ScalarNode> key;
    private final Node value;

    /** Kept, as each rule walks through the whole document. */
    private @Nullable List<Field> members;

    /**
     * Creates a field.
     *
     * @param path the keys from the top; a list entry has its index
     * @param key the key; empty for the document itself and for list entries
     * @param value the node of the value
     */
    public Field(List<String> path, Optional<ScalarNode> key, Node value) {
        this.path = path;
        this.key = key;
        this.value = value;
    }

    /** The document itself as a field. */
    public static Field document(MappingNode root) {
        return new Field(List.of(), Optional.empty(), root);
    }

    /** The keys from the top; a list entry has its index. */
    public List<String> path() {
        return path;
    }

    /** The key; empty for the document itself and for list entries. */
    public Optional<ScalarNode> key() {
        return key;
    }

    /** The node of the value. */
    public Node value() {
        return value;
    }

    /** The fields of an object or the entries of a list; none for any other value. */
    public List<Field> members() {
        List<Field> known = members;
        if (known == null) {
            known = List.copyOf(read());
            members = known;
        }
        return known;
    }

    private List<Field> read() {
        if (value instanceof MappingNode mapping) {
            List<Field> read = new ArrayList<>(mapping.getValue().size());
            for (NodeTuple tuple : mapping.getValue()) {
                ScalarNode name = (ScalarNode) tuple.getKeyNode();
                read.add(new Field(below(name.getValue()), Optional.of(name), tuple.getValueNode()));
            }
            return read;
        }
        return value instanceof SequenceNode list ? entries(list.getValue()) : List.of();
    }

    private List<Field> entries(List<Node> items) {
        List<Field> entries = new ArrayList<>(items.size());
        for (Node item : items) {
            entries.add(new Field(below(Integer.toString(entries.size())), Optional.empty(), item));
        }
        return entries;
    }

    private List<String> below(String name) {
        List<String> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(name);
        return longer;
    }

    /** The member with this name; empty if there is none. */
    public Optional<Field> member(String name) {
        for (Field member : members()) {
            if (member.last().equals(name)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    /** The field at this path below this one; empty if there is none. */
    public Optional<Field> at(List<String> names) {
        Optional<Field> found = Optional.of(this);
        for (String name : names) {
            found = found.isPresent() ? found.get().member(name) : found;
        }
        return found;
    }

    /** The last name of the path; empty for the document itself. */
    public String last() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    /** The field's name in messages: its path, or the outermost list's path for a list entry. */
    public String name() {
        if (key.isPresent()) {
            return name(path);
        }
        int end = Math.max(0, path.size() - 1);
        while (end > 0 && isIndex(path.get(end - 1))) {
            end--;
        }
        return name(path.subList(0, end));
    }

    private static boolean isIndex(String name) {
        return INDEX.matcher(name).matches();
    }

    /** A path as messages write it. A part that does not look like a key becomes {@code ...}. */
    public static String name(List<String> path) {
        if (path.isEmpty()) {
            return "";
        }
        List<String> shown = new ArrayList<>();
        for (String part : path) {
            shown.add(shown(part));
        }
        return new FieldPath(shown).toString();
    }

    /** A part that does not look like a key can be any line of any file, so messages do not show it. */
    private static String shown(String key) {
        return LIKE_A_KEY.matcher(key).matches() ? key : "...";
    }

    /** The name of a member of this field in messages, even if it does not exist. */
    public String nameOf(String member) {
        return name(below(member));
    }

    /** Whether the value is an object. */
    public boolean isObject() {
        return value instanceof MappingNode;
    }

    /** Whether the value is null or left out. */
    public boolean isNull() {
        return value.getTag().equals(Tag.NULL);
    }

    /** The scalar's text; empty for null, objects and lists. */
    public Optional<String> text() {
        return value instanceof ScalarNode scalar && !isNull() ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** The place of the key; the place of the value for a list entry. */
    public Place keyPlace() {
        return key.isPresent() ? Place.of(key.get()) : valuePlace();
    }

    /**
     * The place of the value. It is the key's place if the value is left out, and the first key's place for a
     * document.
     */
    public Place valuePlace() {
        Place place = Place.of(value);
        if (path.isEmpty()) {
            List<Field> members = members();
            return members.isEmpty() ? place : members.get(0).keyPlace();
        }
        return place.isEmpty() && key.isPresent() ? Place.of(key.get()) : place;
    }

    /** This field and everything below it, top down. */
    public List<Field> all() {
        List<Field> fields = new ArrayList<>();
        addAllTo(fields);
        return Collections.unmodifiableList(fields);
    }

    private void addAllTo(List<Field> fields) {
        fields.add(this);
        for (Field member : members()) {
            member.addAllTo(fields);
        }
    }

    /**
     * A range of the file. Lines and columns count from 0, in code points, as in SnakeYAML.
     *
     * @param line the first line
     * @param column the first column
     * @param endLine the last line
     * @param endColumn the column after the last one
     */
    public record Place(int line, int column, int endLine, int endColumn) {

        /** The place of a node. */
        public static Place of(Node node) {
            return between(node.getStartMark(), node.getEndMark());
        }

        static Place between(Mark start, Mark end) {
            return new Place(start.getLine(), start.getColumn(), end.getLine(), end.getColumn());
        }

        /** The place of a mark, without width. */
        public static Place at(Mark mark) {
            return between(mark, mark);
        }

        /** The same range some lines further down, or up for a negative number. */
        Place moved(int lines) {
            return new Place(line + lines, column, endLine + lines, endColumn);
        }

        boolean isEmpty() {
            return line == endLine && column == endColumn;
        }
    }
}
