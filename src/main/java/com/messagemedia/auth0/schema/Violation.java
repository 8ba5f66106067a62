package com.messagemedia.auth0.schema;

import com.messagemedia.auth0.schema.Violation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One violation of the schema. It contains no value of the document.
 *
 * @param path the keys and list indices from the top to the field, or to the missing key
 * @param kind what the message points to
 * @param problem what is wrong, a clause that follows the field's name
 * @param remedy what to write instead
 */
public record Violation(List<String> path, Kind kind, String problem, String remedy) {

    /** What the message points to. */
    public enum Kind {
        /** An unknown key. */
        UNKNOWN_KEY,
        /** A missing key. The message points to its parent. */
        MISSING_KEY,
        /** A value of the wrong type. */
        TYPE,
        /** A value of the right type that is out of bounds. */
        VALUE
    }

    public Violation {
        path = List.copyOf(path);
    }

    /**
     * Words the message from the keyword, the path and the schema, never from the document's value.
     *
     * @param path the path of the field
     * @param rule the rule that refuses it
     * @param described what the schema says about the field
     */
    record Wording(List<String> path, SchemaNode rule, String described) {

        private static final Map<String, String> KINDS = Map.of(
                "string", "text",
                "integer", "a whole number",
                "number", "a number",
                "boolean", "true or false",
                "array", "a list",
                "object", "an object",
                "null", "null");

        Violation of(String keyword) {
            return switch (keyword) {
                case "type" -> type();
                case "pattern" -> value("does not have the expected form");
                case "const" -> value("must be " + limit(keyword));
                case "anyOf", "enum" -> choice();
                case "minLength" -> value(limit(keyword).equals("1") ? "is empty" : "is too short");
                case "maxLength" -> value("is longer than " + limit(keyword) + " characters");
                case "minItems", "minProperties" -> value("is empty");
                case "maxItems" -> value("has more than " + limit(keyword) + " entries");
                case "minimum" -> value("is less than " + limit(keyword));
                case "maximum" -> value("is more than " + limit(keyword));
                case "uniqueItems" -> value("names the same entry twice");
                default -> value("is not valid");
            };
        }

        private Violation type() {
            return new Violation(path, Kind.TYPE, "must be " + expected(), described);
        }

        private Violation choice() {
            List<String> words = rule.choices();
            return words.isEmpty() ? type() : value("must be one of " + String.join(", ", words));
        }

        private Violation value(String problem) {
            return new Violation(path, Kind.VALUE, problem, described);
        }

        private String limit(String keyword) {
            return String.join(", ", rule.texts(keyword));
        }

        /** A number or a boolean may also be text, but only a reference. The message says so. */
        private String expected() {
            List<String> types = new ArrayList<>(rule.types());
            if (types.contains("integer") || types.contains("boolean")) {
                types.remove("string");
            }
            return String.join(" or ", types.stream().map(KINDS::get).toList());
        }

        /** The violation of an unknown key. */
        static Violation unknownKey(List<String> path, SchemaNode parent) {
            Collection<String> known = known(parent);
            String key = path.get(path.size() - 1);
            if (known.isEmpty()) {
                return new Violation(
                        path, Kind.UNKNOWN_KEY, "is not a legal name", String.join("", parent.texts("description")));
            }
            Optional<String> meant = Suggestion.nearest(key, known);
            String remedy = meant.map(word -> "Did you mean " + word + "?")
                    .orElse("Known here: " + String.join(", ", known) + ".");
            return new Violation(path, Kind.UNKNOWN_KEY, "is not a known key", remedy);
        }

        private static Collection<String> known(SchemaNode parent) {
            return parent.member("properties").map(SchemaNode::names).orElse(Set.of());
        }

        /** The violation of a missing key. */
        static Violation missingKey(List<String> path, Optional<SchemaNode> field) {
            String described = field.map(rule -> " " + String.join("", rule.texts("description")))
                    .orElse("");
            return new Violation(path, Kind.MISSING_KEY, "is missing", "Add it." + described);
        }
    }
}
