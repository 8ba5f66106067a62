package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the members of an object in an answer. A member of another type counts as absent: Auth0 leaves members out, or
 * shows them as null.
 */
record Members(Tree tree) {

    /** The members of a value; none if it is not an object. */
    static Members of(Value value) {
        return new Members(value instanceof Tree tree ? tree : Tree.EMPTY);
    }

    /** A text that is not empty. */
    Optional<String> text(String key) {
        return tree.members().get(key) instanceof Value.Text text
                        && !text.text().isEmpty()
                ? Optional.of(text.text())
                : Optional.empty();
    }

    Optional<Boolean> flag(String key) {
        return tree.members().get(key) instanceof Value.Bool flag ? Optional.of(flag.value()) : Optional.empty();
    }

    /** A whole number of at most nine digits. */
    Optional<Integer> number(String key) {
        return tree.members().get(key) instanceof Value.Numeral numeral
                        && numeral.literal().matches("[0-9]{1,9}")
                ? Optional.of(Integer.valueOf(numeral.literal()))
                : Optional.empty();
    }

    Optional<Tree> object(String key) {
        return tree.members().get(key) instanceof Tree member ? Optional.of(member) : Optional.empty();
    }

    List<Value> items(String key) {
        return tree.members().get(key) instanceof Value.Array array ? array.items() : List.of();
    }

    /** The secrets of an Action or a version: name and time of the last change, in Auth0's order. */
    Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (Value item : items("secrets")) {
            Members secret = of(item);
            Optional<String> name = secret.text("name");
            if (name.isPresent()) {
                secrets.put(name.get(), secret.text("updated_at").orElse(""));
            }
        }
        return Collections.unmodifiableMap(secrets);
    }

    /** The npm packages of an Action or a version, with name and version alone: Auth0 drops the registry at a build. */
    Value.Array dependencies() {
        List<Value> packages = new ArrayList<>();
        for (Value item : items("dependencies")) {
            packages.add(of(item).nameAndVersion());
        }
        return new Value.Array(packages);
    }

    private Value nameAndVersion() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("name", Value.of(text("name").orElse("")));
        members.put("version", Value.of(text("version").orElse("")));
        return new Tree(members);
    }
}
