package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The form in which two values are compared, so that what Auth0 stores in another spelling is no phantom change: key order
 * does not count, {@code 6} equals {@code 6.0}, and each entry of a closed list of equivalences that Auth0 is known to store.
 * Null is a value and equals nothing else. An absent option equals its default where Auth0 documents one.
 *
 * @param words the paths at which a boolean and its word, {@code "true"} or {@code "false"}, are one value
 * @param defaults what an absent member of an object that is there stands for
 */
public record Canonical(Set<FieldPath> words, Map<FieldPath, Value> defaults) {

    /** A longer number equals its own literal only: the time that its digits take grows with their square. */
    private static final int LONGEST_NUMBER = 1000;

    public Canonical {
        words = Set.copyOf(words);
        defaults = Map.copyOf(defaults);
    }

    /**
     * The value that counts at a path: the one that is there, else Auth0's documented default, where the object that it would
     * stand in is there.
     */
    public Optional<Value> effective(Options options, FieldPath path) {
        return options.get(path)
                .or(() -> Optional.ofNullable(defaults.get(path))
                        .filter(any -> path.above().stream()
                                .allMatch(above -> options.get(above)
                                        .filter(Value.Tree.class::isInstance)
                                        .isPresent())));
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
            return array.items().stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Value.Tree tree ? object(tree.members()) : "null";
    }

    private static String object(Map<String, Value> members) {
        return new TreeMap<>(members)
                .entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":" + text(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
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
