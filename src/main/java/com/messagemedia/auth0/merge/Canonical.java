package com.messagemedia.auth0.merge;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.OptionPaths;
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
 */
public final class Canonical {

    /**
     * Options that Auth0 takes and stores as the strings "true" and "false" as well as booleans. Source: Auth0
     * documentation, "Set Up Custom SMS Gateway for Passwordless Connections", whose sample sends {@code "true"}.
     */
    private static final Set<FieldPath> BOOLEAN_OR_ITS_WORD = Set.of(FieldPath.of("forward_req_info"));

    /**
     * What Auth0 takes where a member of an object is absent. Source: Auth0 Management API, OpenAPI description,
     * {@code ConnectionGatewayAuthenticationSMS}; it is the only default that the description gives for the options of an SMS
     * connection.
     */
    private static final Map<FieldPath, Value> DEFAULTS = Map.of(OptionPaths.SECRET_BASE64_ENCODED, Value.of(false));

    /** A longer number equals its own literal only: the time that its digits take grows with their square. */
    private static final int LONGEST_NUMBER = 1000;

    private Canonical() {}

    /**
     * The value that counts at a path: the one that is there, else Auth0's documented default, where the object that it would
     * stand in is there.
     */
    public static Optional<Value> effective(Options options, FieldPath path) {
        return options.get(path)
                .or(() -> Optional.ofNullable(DEFAULTS.get(path))
                        .filter(any -> path.above().stream()
                                .allMatch(above -> options.get(above)
                                        .filter(Value.Tree.class::isInstance)
                                        .isPresent())));
    }

    /** Whether two values at a path mean the same to Auth0. */
    public static boolean same(FieldPath path, Value one, Value other) {
        return one.equals(other) || text(path, one).equals(text(path, other));
    }

    /** The canonical text of a value; two values at a path have the same text exactly when they mean the same. */
    public static String text(FieldPath path, Value value) {
        if (value instanceof Value.Text text
                && BOOLEAN_OR_ITS_WORD.contains(path)
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
