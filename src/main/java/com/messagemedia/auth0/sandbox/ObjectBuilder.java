package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds an object. A key that is put again keeps its place. */
final class ObjectBuilder {

    private final Map<String, Value> members;

    private ObjectBuilder(Map<String, Value> members) {
        this.members = new LinkedHashMap<>(members);
    }

    static ObjectBuilder empty() {
        return new ObjectBuilder(Map.of());
    }

    static ObjectBuilder of(Tree tree) {
        return new ObjectBuilder(tree.members());
    }

    ObjectBuilder put(String key, Value value) {
        members.put(key, value);
        return this;
    }

    ObjectBuilder put(String key, String text) {
        return put(key, Value.of(text));
    }

    ObjectBuilder putIfAbsent(String key, Value value) {
        members.putIfAbsent(key, value);
        return this;
    }

    ObjectBuilder putAll(Tree tree) {
        members.putAll(tree.members());
        return this;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    ObjectBuilder remove(String key) {
        members.remove(key);
        return this;
    }

    Tree tree() {
        return new Tree(members);
    }
}
