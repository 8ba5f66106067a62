package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The form in which two values are compared. Auth0 may store a value in another spelling, and a plan must not show that as
 * a change: key order does not count, {@code 6} equals {@code 6.0}, and a short list of paths takes a boolean or its word.
 * Null is a value and equals only null. An absent option equals its default if Auth0 documents one.
 *
 * @param words the paths at which a boolean and its word, {@code "true"} or {@code "false"}, are one value
 * @param defaults the value of an absent member whose object exists
 */
public record Canonical(Set<FieldPath> words, Map<FieldPath, Value> defaults) {

    /** A longer number equals only its own literal: the time to parse digits grows with their square. */
    private static final int LONGEST_NUMBER = 1000;

    public Canonical {
        words = Set.copyOf(words);
        defaults = Map.copyOf(defaults);
    }

    /**
     * The value that counts at a path: the stored one, otherwise Auth0's documented default if the objects above the path
     * exist.
     */
    public Optional<Value> effective(Options options, FieldPath path) {
        Optional<Value> stored = options.get(path);
        return stored.isPresent() || !hasObjectsAbove(options, path) ? stored : Optional.ofNullable(defaults.get(path));
    }

    private static boolean hasObjectsAbove(Options options, FieldPath path) {
        for (FieldPath above : path.above()) {
            Optional<Value> value = options.get(above);
            if (value.isEmpty() || !(value.get() instanceof Value.Tree)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two values at a path mean the same to Auth0. */
    public boolean same(FieldPath path, Value one, Value other) {
        return one.equals(other) || text(path, one).equals(text(path, other));
    }

    /** The canonical text of a value; two values at a path have the same text exactly when they mean the same. */
    public String text(FieldPath path, Value value) {
        if (value instanceof Value.Text text
                && words.contains(path)
                && Set.of("true", "false").contains(text.text())) {
            return text.text();
        }
        return text(value);
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return quoted(text.text());
        }
        if (value instanceof Value.Numeral numeral) {
            return number(numeral.literal());
        }
        if (value instanceof Value.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof Value.Array array) {
            return array(array.items());
        }
        return value instanceof Value.Tree tree ? object(tree.members()) : "null";
    }

    private static String array(List<Value> items) {
        List<String> texts = new ArrayList<>();
        for (Value item : items) {
            texts.add(text(item));
        }
        return "[" + String.join(",", texts) + "]";
    }

    private static String object(Map<String, Value> members) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, Value> member : new TreeMap<>(members).entrySet()) {
            texts.add(quoted(member.getKey()) + ":" + text(member.getValue()));
        }
        return "{" + String.join(",", texts) + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String number(String literal) {
        if (literal.length() > LONGEST_NUMBER) {
            return literal;
        }
        try {
            return new BigDecimal(literal).stripTrailingZeros().toString();
        } catch (NumberFormatException | ArithmeticException e) {
            // An exponent beyond BigDecimal's, as written or once the zeros are stripped: such a number equals its own
            // literal only.
            return literal;
        }
    }
}
