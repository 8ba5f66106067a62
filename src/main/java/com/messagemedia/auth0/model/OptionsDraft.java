package com.messagemedia.auth0.model;

import com.messagemedia.auth0.model.Value.Tree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Options while they change. It copies each object once, at its first change, so the time of many changes grows with their
 * number. A draft belongs to one method: it is neither a value nor safe for threads.
 */
public final class OptionsDraft {

    private final Node root;

    private OptionsDraft(Options options) {
        this.root = new Node(options.root());
    }

    /** A draft that begins as these options. They do not change. */
    public static OptionsDraft of(Options options) {
        return new OptionsDraft(options);
    }

    /** Whether there is a value of any kind at a path. */
    public boolean has(FieldPath path) {
        Node node = root;
        for (String key : path.segments().subList(0, path.segments().size() - 1)) {
            if (!node.holdsTree(key)) {
                return false;
            }
            node = node.child(key);
        }
        return node.members.containsKey(path.last());
    }

    /** Sets a value. It creates the missing objects on the way, and replaces any other value on the way. */
    public OptionsDraft with(FieldPath path, Value value) {
        Node node = root;
        for (String key : path.segments().subList(0, path.segments().size() - 1)) {
            node = node.child(key);
        }
        node.put(path.last(), value);
        return this;
    }

    /** Removes the value at a path, and the objects that become empty. Does nothing if there is no value. */
    public OptionsDraft without(FieldPath path) {
        if (has(path)) {
            root.remove(path.segments());
        }
        return this;
    }

    /** The options with all changes so far. */
    public Options options() {
        return new Options(root.tree());
    }

    /** One object. The value of a member that is open is out of date: its node knows better. */
    private static final class Node {

        private final Map<String, Value> members;
        private final Map<String, Node> open = new HashMap<>();

        Node(Tree tree) {
            this.members = new LinkedHashMap<>(tree.members());
        }

        boolean holdsTree(String key) {
            return members.get(key) instanceof Tree;
        }

        /** The object at a key, ready for changes. It takes the place of a missing member, or of one that is no object. */
        Node child(String key) {
            if (!holdsTree(key)) {
                put(key, Tree.EMPTY);
            }
            Node node = open.get(key);
            if (node == null) {
                node = new Node((Tree) members.getOrDefault(key, Tree.EMPTY));
                open.put(key, node);
            }
            return node;
        }

        void put(String key, Value value) {
            open.remove(key);
            members.put(key, value);
        }

        /** Removes what these keys lead to. Returns whether this object is then empty. */
        boolean remove(List<String> keys) {
            String key = keys.get(0);
            if (keys.size() == 1 || child(key).remove(keys.subList(1, keys.size()))) {
                open.remove(key);
                members.remove(key);
            }
            return members.isEmpty();
        }

        Tree tree() {
            for (Map.Entry<String, Node> member : open.entrySet()) {
                members.put(member.getKey(), member.getValue().tree());
            }
            return new Tree(members);
        }
    }
}
