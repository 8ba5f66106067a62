package com.messagemedia.auth0.yaml;

import com.messagemedia.auth0.model.FieldPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One field of a document: its path, its key and its value. Keys are scalars: documents are cleaned before.
 *
 * @param path the keys from the top, list entries by their index
 * @param key the key; empty for the document itself and for list entries
 * @param value the value
 */
public record Field(List<String> path, Optional<ScalarNode> key, Node value) {

    private static final Pattern LIKE_A_KEY = Pattern.compile("[\\p{L}\\p{N}_. -]{1,64}");

    public static Field document(MappingNode root) {
        return new Field(List.of(), Optional.empty(), root);
    }

    /** The fields of an object, or the entries of a list; none of anything else. */
    public List<Field> members() {
        List<Field> members = new ArrayList<>();
        if (value instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                ScalarNode name = (ScalarNode) tuple.getKeyNode();
                members.add(new Field(below(name.getValue()), Optional.of(name), tuple.getValueNode()));
            }
        } else if (value instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                members.add(new Field(below(Integer.toString(members.size())), Optional.empty(), item));
            }
        }
        return members;
    }

    private List<String> below(String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    public Optional<Field> member(String name) {
        return members().stream().filter(member -> member.last().equals(name)).findFirst();
    }

    public Optional<Field> at(List<String> names) {
        Optional<Field> found = Optional.of(this);
        for (String name : names) {
            found = found.flatMap(field -> field.member(name));
        }
        return found;
    }

    /** The last name of the path; empty for the document itself. */
    public String last() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    /** How messages call the field: its path, for a list entry that of the list. */
    public String name() {
        List<String> names = key.isPresent() || path.isEmpty() ? path : path.subList(0, path.size() - 1);
        return name(names);
    }

    public static String name(List<String> path) {
        return path.isEmpty()
                ? ""
                : new FieldPath(path.stream().map(Field::shown).toList()).toString();
    }

    /** A key that looks like none can be any line of any file. */
    private static String shown(String key) {
        return LIKE_A_KEY.matcher(key).matches() ? key : "...";
    }

    /** The name of a member of this field, whether or not it is there. */
    public String nameOf(String member) {
        return name(below(member));
    }

    public boolean isObject() {
        return value instanceof MappingNode;
    }

    public boolean isNull() {
        return value.getTag().equals(Tag.NULL);
    }

    /** The scalar's text; empty for null and for what is no scalar. */
    public Optional<String> text() {
        return value instanceof ScalarNode scalar && !isNull() ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    public Place keyPlace() {
        return key.map(Place::of).orElseGet(this::valuePlace);
    }

    /** Where the value stands; the key where the value is left out, the first key for a whole document. */
    public Place valuePlace() {
        if (path.isEmpty()) {
            return members().stream().findFirst().map(Field::keyPlace).orElse(Place.of(value));
        }
        Place place = Place.of(value);
        return place.isEmpty() ? key.map(Place::of).orElse(place) : place;
    }

    /** This field and everything below it, top down. */
    public List<Field> all() {
        List<Field> fields = new ArrayList<>(List.of(this));
        members().forEach(member -> fields.addAll(member.all()));
        return Collections.unmodifiableList(fields);
    }

    /**
     * A stretch of the file, lines and columns counted from 0 in code points, as SnakeYAML counts them.
     *
     * @param line the first line
     * @param column where it begins
     * @param endLine the last line
     * @param endColumn where it ends, exclusive
     */
    public record Place(int line, int column, int endLine, int endColumn) {

        public static Place of(Node node) {
            return between(node.getStartMark(), node.getEndMark());
        }

        static Place between(Mark start, Mark end) {
            return new Place(start.getLine(), start.getColumn(), end.getLine(), end.getColumn());
        }

        public static Place at(Mark mark) {
            return between(mark, mark);
        }

        boolean isEmpty() {
            return line == endLine && column == endColumn;
        }
    }
}
