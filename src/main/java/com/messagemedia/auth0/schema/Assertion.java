package com.messagemedia.auth0.schema;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What a keyword of JSON Schema asserts of one value, its members left aside. As the standard has it, a keyword for one type
 * holds for each value of another.
 */
final class Assertion {

    private Assertion() {}

    /** Whether a keyword holds. One that asserts nothing, such as {@code title}, holds always. */
    static boolean holds(String keyword, SchemaNode rule, Node value) {
        return switch (keyword) {
            case "type" -> isOneOf(rule.texts(keyword), value);
            case "enum" -> isAmong(rule.items(keyword), value);
            case "const" -> content(rule.inner(keyword).node()).equals(content(value));
            case "minLength" -> !isText(value) || length(value) >= limit(keyword, rule);
            case "maxLength" -> !isText(value) || length(value) <= limit(keyword, rule);
            case "minItems" -> !(value instanceof SequenceNode list) || size(list) >= limit(keyword, rule);
            case "maxItems" -> !(value instanceof SequenceNode list) || size(list) <= limit(keyword, rule);
            case "minProperties" ->
                !(value instanceof MappingNode object) || object.getValue().size() >= limit(keyword, rule);
            case "uniqueItems" -> !(value instanceof SequenceNode list) || isUnique(list);
            case "minimum" -> compare(value, keyword, rule) >= 0;
            case "maximum" -> compare(value, keyword, rule) <= 0;
            default -> true;
        };
    }

    private static boolean isOneOf(List<String> types, Node value) {
        String type = type(value);
        return types.contains(type) || (type.equals("integer") && types.contains("number"));
    }

    private static boolean isAmong(Collection<SchemaNode> choices, Node value) {
        Object content = content(value);
        for (SchemaNode choice : choices) {
            if (content(choice.node()).equals(content)) {
                return true;
            }
        }
        return false;
    }

    /** JSON Schema's name of a value's type. A number without a fraction is an integer, however it is written. */
    private static String type(Node value) {
        if (value instanceof MappingNode) {
            return "object";
        }
        if (value instanceof SequenceNode) {
            return "array";
        }
        Tag tag = value.getTag();
        if (tag.equals(Tag.NULL)) {
            return "null";
        }
        if (tag.equals(Tag.BOOL)) {
            return "boolean";
        }
        Optional<BigDecimal> number = number(value);
        if (number.isEmpty()) {
            return "string";
        }
        return number.get().stripTrailingZeros().scale() <= 0 ? "integer" : "number";
    }

    static boolean isText(Node value) {
        return type(value).equals("string");
    }

    static String text(Node scalar) {
        return ((ScalarNode) scalar).getValue();
    }

    /** The number that a value is. YAML's other forms of numbers, such as {@code .inf}, are text to JSON. */
    private static Optional<BigDecimal> number(Node value) {
        if (!value.getTag().equals(Tag.INT) && !value.getTag().equals(Tag.FLOAT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text(value)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What makes two values equal: numbers by their size, objects in any order. */
    private static Object content(Node value) {
        if (value instanceof MappingNode object) {
            Map<String, Object> members = new HashMap<>();
            object.getValue().forEach(member -> members.put(SchemaNode.name(member), content(member.getValueNode())));
            return members;
        }
        if (value instanceof SequenceNode list) {
            return list.getValue().stream().map(Assertion::content).toList();
        }
        Optional<BigDecimal> number = number(value);
        return number.isPresent() ? number.get().stripTrailingZeros() : type(value) + " " + text(value);
    }

    private static boolean isUnique(SequenceNode list) {
        Set<Object> seen = new HashSet<>();
        for (Node item : list.getValue()) {
            if (!seen.add(content(item))) {
                return false;
            }
        }
        return true;
    }

    private static int size(SequenceNode list) {
        return list.getValue().size();
    }

    /** The length as JSON Schema counts it: a character beyond 16 bits counts once. */
    private static int length(Node value) {
        String text = text(value);
        return text.codePointCount(0, text.length());
    }

    private static int limit(String keyword, SchemaNode rule) {
        return Integer.parseInt(rule.texts(keyword).get(0));
    }

    /** How a number compares to a limit; as equal if it is no number. */
    private static int compare(Node value, String keyword, SchemaNode rule) {
        BigDecimal limit = new BigDecimal(rule.texts(keyword).get(0));
        return number(value).orElse(limit).compareTo(limit);
    }
}
