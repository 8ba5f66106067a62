package com.messagemedia.auth0.model;

import com.messagemedia.auth0.model.Value.Tree;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A connection's options: an immutable tree of values. Its {@code toString} shows the paths and never a value,
 * because a value can be a credential.
 *
 * @param root the object that Auth0 calls {@code options}
 */
public record Options(Tree root) {

    /** Options without any key. This differs from a reply without options: see {@link Connection#options()}. */
    public static final Options EMPTY = new Options(Tree.EMPTY);

    /** Whether there is no key at all. */
    public boolean isEmpty() {
        return root.members().isEmpty();
    }

    /** The value at a path, of any kind. */
    public Optional<Value> get(FieldPath path) {
        Value value = root;
        for (String key : path.segments()) {
            if (!(value instanceof Tree tree) || !tree.members().containsKey(key)) {
                return Optional.empty();
            }
            value = tree.members().get(key);
        }
        return Optional.ofNullable(value);
    }

    /**
     * These options with a value at a path. Missing objects on the way are created; any other value on the way is
     * replaced.
     */
    public Options with(FieldPath path, Value value) {
        return OptionsDraft.of(this).with(path, value).options();
    }

    /** These options without the value at a path, and without objects that become empty. */
    public Options without(FieldPath path) {
        return get(path).isEmpty() ? this : OptionsDraft.of(this).without(path).options();
    }

    /** The leaf at a path or above it: its own path; empty if there is none. */
    public Optional<FieldPath> leafAtOrAbove(FieldPath path) {
        Value value = root;
        for (int length = 1; length <= path.segments().size(); length++) {
            value = value instanceof Tree tree
                    ? tree.members().get(path.segments().get(length - 1))
                    : null;
            if (value == null) {
                return Optional.empty();
            }
            if (value.isLeaf()) {
                return Optional.of(new FieldPath(path.segments().subList(0, length)));
            }
        }
        return Optional.empty();
    }

    /** Every leaf with its path, in path order: scalars, arrays, nulls and empty objects. */
    public Map<FieldPath, Value> leaves() {
        Map<FieldPath, Value> leaves = new TreeMap<>();
        for (Map.Entry<String, Value> member : root.members().entrySet()) {
            collect(FieldPath.of(member.getKey()), member.getValue(), leaves);
        }
        return Collections.unmodifiableMap(leaves);
    }

    /** The leaves at or below a path, in path order; none if there is no value. */
    public Map<FieldPath, Value> leavesUnder(FieldPath path) {
        Map<FieldPath, Value> leaves = new TreeMap<>();
        Optional<Value> value = get(path);
        if (value.isPresent()) {
            collect(path, value.get(), leaves);
        }
        return Collections.unmodifiableMap(leaves);
    }

    private static void collect(FieldPath path, Value value, Map<FieldPath, Value> into) {
        if (value.isLeaf()) {
            into.put(path, value);
        } else if (value instanceof Tree tree) {
            for (Map.Entry<String, Value> member : tree.members().entrySet()) {
                collect(path.child(member.getKey()), member.getValue(), into);
            }
        }
    }

    @Override
    public String toString() {
        return "options " + leaves().keySet();
    }
}
