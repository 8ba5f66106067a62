package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Bool;
import com.messagemedia.auth0.model.Value.Null;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checks of Auth0's published schema for a body (Auth0 Management API, OpenAPI description). Each check refuses
 * with status 400 and names the property. No check repeats a value.
 */
final class PropertyValidators {

    private PropertyValidators() {}

    /** A check of one property. */
    @FunctionalInterface
    interface Check {

        void check(String property, Value value);

        /** This check for a property that may also be null. */
        default Check orNull() {
            return (property, value) -> {
                if (!(value instanceof Null)) {
                    check(property, value);
                }
            };
        }
    }

    static Tree object(String property, Value value) {
        if (value instanceof Tree tree) {
            return tree;
        }
        throw wrongType("object", property, value);
    }

    static void bool(String property, Value value) {
        if (!(value instanceof Bool)) {
            throw wrongType("boolean", property, value);
        }
    }

    static void text(String property, Value value) {
        if (!(value instanceof Text)) {
            throw wrongType("string", property, value);
        }
    }

    static void texts(String property, Value value) {
        items(0, Integer.MAX_VALUE, PropertyValidators::text).check(property, value);
    }

    /** Accepts a string of at most this many characters. */
    static Check atMost(int length) {
        return (property, value) -> {
            text(property, value);
            if (value instanceof Text text && text.text().length() > length) {
                throw problem("String is too long, maximum " + length, property);
            }
        };
    }

    /** Accepts a string that is not empty, of at most this many characters. */
    static Check between(int least, int most) {
        return (property, value) -> {
            atMost(most).check(property, value);
            if (value instanceof Text text && text.text().length() < least) {
                throw problem("String is too short (" + text.text().length() + " chars), minimum " + least, property);
            }
        };
    }

    /** Accepts one of these strings. */
    static Check oneOf(Set<String> words) {
        return (property, value) -> {
            text(property, value);
            if (value instanceof Text text && !words.contains(text.text())) {
                throw problem("No enum match", property);
            }
        };
    }

    /** Accepts an array of this size whose items pass a check. */
    static Check items(int least, int most, Check item) {
        return (property, value) -> {
            if (!(value instanceof Array array)) {
                throw wrongType("array", property, value);
            }
            int size = array.items().size();
            if (size < least) {
                throw problem("Array is too short (" + size + "), minimum " + least, property);
            }
            if (size > most) {
                throw problem("Array is too long (" + size + "), maximum " + most, property);
            }
            for (int i = 0; i < size; i++) {
                item.check(property + "[" + i + "]", array.items().get(i));
            }
        };
    }

    /** Refuses an object without members. */
    static void atLeastOne(String property, Tree tree) {
        if (tree.members().isEmpty()) {
            throw problem("Too few properties defined (0), minimum 1", property);
        }
    }

    /** Accepts an object with these properties and no others. */
    static Check closed(Map<String, Check> properties, Set<String> required) {
        return (property, value) -> {
            Tree tree = object(property, value);
            allowOnly(tree, properties.keySet());
            require(property, tree, required);
            each(property, tree, properties);
        };
    }

    /** Checks the known properties, in the order of the body. */
    static void each(String parent, Tree tree, Map<String, Check> known) {
        tree.members().forEach((key, value) -> {
            Check check = known.get(key);
            if (check != null) {
                check.check(parent.isEmpty() ? key : parent + "." + key, value);
            }
        });
    }

    static void allowOnly(Tree tree, Set<String> known) {
        List<String> unknown = tree.members().keySet().stream()
                .filter(key -> !known.contains(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw ApiError.invalidBody("'Additional properties not allowed: " + String.join(",", unknown) + "'");
        }
    }

    static void require(String property, Tree tree, Set<String> keys) {
        String missing = keys.stream()
                .filter(key -> !tree.members().containsKey(key))
                .sorted()
                .collect(Collectors.joining(","));
        if (!missing.isEmpty()) {
            throw problem("Missing required property: " + missing, property);
        }
    }

    static ApiError problem(String problem, String property) {
        return ApiError.invalidBody("'" + problem + "'" + (property.isEmpty() ? "" : " on property " + property));
    }

    static ApiError wrongType(String expected, String property, Value found) {
        return problem("Expected type " + expected + " but found type " + found.kind(), property);
    }
}
