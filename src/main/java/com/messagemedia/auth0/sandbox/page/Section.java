package com.messagemedia.auth0.sandbox.page;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One thing of the tenant, as the page shows it.
 *
 * @param id the same for the same thing, always
 * @param title its name
 * @param leaves its values, in path order
 */
public record Section(String id, String title, Map<FieldPath, Leaf> leaves) {

    /** The section of a tree of values. The page never shows those at a secret path. */
    public static Section of(String id, String title, Tree tree, Predicate<FieldPath> secret) {
        Map<FieldPath, Leaf> leaves = new TreeMap<>();
        new Options(tree).leaves().forEach((path, value) -> leaves.put(path, new Leaf(value, secret.test(path))));
        return new Section(id, title, leaves);
    }

    /**
     * A value of a thing.
     *
     * @param secret whether the page shows only a mark that changes with the value
     */
    public record Leaf(Value value, boolean secret) {

        @Override
        public String toString() {
            return secret ? "secret" : "value";
        }
    }
}
