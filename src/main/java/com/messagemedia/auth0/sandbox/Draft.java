package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object in the making; a key that is put again keeps its place. */
final class Draft {

    private final Map<String, Value> members;

    private Draft(Map<String, Value> members) {
        this.members = new LinkedHashMap<>(members);
    }

    static Draft empty() {
        return new Draft(Map.of());
    }

    static Draft of(Tree tree) {
        return new Draft(tree.members());
    }

    Draft put(String key, Value value) {
        members.put(key, value);
        return this;
    }

    Draft put(String key, String text) {
        return put(key, Value.of(text));
    }

    Draft putIfAbsent(String key, Value value) {
        members.putIfAbsent(key, value);
        return this;
    }

    Draft putAll(Tree tree) {
        members.putAll(tree.members());
        return this;
    }

    Draft remove(String key) {
        members.remove(key);
        return this;
    }

    Tree tree() {
        return new Tree(members);
    }
}
