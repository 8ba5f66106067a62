package com.messagemedia.auth0.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Evaluates a document against the descriptor's schema: the keywords of JSON Schema 2020-12 that this schema uses, and no
 * others. A validator of any schema would load 250 classes for this one, and every run would wait for them. A test compares it
 * with such a validator.
 *
 * <p>The report leaves out what a single branch finds: the choice between the branches reports its own breach.
 */
final class Evaluation {

    /** Rules for editors only: the plugin checks the same on resolved values, with better messages. */
    private static final String EDITOR = "#/$defs/editor";

    private static final Set<String> OF_MEMBERS =
            Set.of("properties", "patternProperties", "additionalProperties", "required");

    private final List<String> path = new ArrayList<>();
    private final List<Breach> breaches = new ArrayList<>();

    private Evaluation() {}

    /**
     * A rule that the document breaks.
     *
     * @param path the keys and list indices from the top to the value, to the unknown key, or to the missing one
     * @param rule the schema that has the keyword
     * @param keyword the keyword, in JSON Schema's words
     */
    record Breach(List<String> path, SchemaNode rule, String keyword) {

        /** Whether a number is out of its bounds, which only the branch of numbers can say. */
        private boolean isOutOfBounds() {
            return keyword.equals("minimum") || keyword.equals("maximum");
        }
    }

    /** Every rule that a document breaks, some more than once. */
    static List<Breach> of(SchemaNode schema, Node document) {
        Evaluation evaluation = new Evaluation();
        evaluation.check(schema, document);
        return evaluation.breaches;
    }

    private void checkAll(Collection<SchemaNode> rules, Node value) {
        for (SchemaNode rule : rules) {
            check(rule, value);
        }
    }

    private void check(SchemaNode rule, Node value) {
        for (String keyword : rule.names()) {
            switch (keyword) {
                case "$ref" -> reference(rule, value);
                case "allOf" -> checkAll(rule.items(keyword), value);
                case "anyOf" -> choose(rule, value);
                case "if" -> decide(rule, value);
                default -> {
                    if (value instanceof MappingNode object && OF_MEMBERS.contains(keyword)) {
                        object(keyword, rule, object);
                    } else if (value instanceof SequenceNode list && keyword.equals("items")) {
                        items(rule, list);
                    } else if (!holds(keyword, rule, value)) {
                        breach(rule, keyword);
                    }
                }
            }
        }
    }

    private boolean holds(String keyword, SchemaNode rule, Node value) {
        return keyword.equals("pattern")
                ? !Assertion.isText(value) || rule.matches(rule.texts(keyword).get(0), Assertion.text(value))
                : Assertion.holds(keyword, rule, value);
    }

    private void breach(SchemaNode rule, String keyword) {
        breaches.add(new Breach(List.copyOf(path), rule, keyword));
    }

    private void reference(SchemaNode rule, Node value) {
        String pointer = rule.texts("$ref").get(0);
        if (!pointer.startsWith(EDITOR)) {
            check(rule.target().orElseThrow(), value);
        }
    }

    private void choose(SchemaNode rule, Node value) {
        List<Breach> bounds = new ArrayList<>();
        for (SchemaNode branch : rule.items("anyOf")) {
            List<Breach> found = silently(branch, value);
            if (found.isEmpty()) {
                return;
            }
            for (Breach breach : found) {
                if (breach.isOutOfBounds()) {
                    bounds.add(breach);
                }
            }
        }
        breaches.addAll(bounds);
        if (bounds.isEmpty()) {
            breach(rule, "anyOf");
        }
    }

    private void decide(SchemaNode rule, Node value) {
        boolean holds = silently(rule.inner("if"), value).isEmpty();
        check(rule.inner(holds ? "then" : "else"), value);
    }

    /** What a document breaks in one branch; the report does not get it. */
    private List<Breach> silently(SchemaNode branch, Node value) {
        int told = breaches.size();
        check(branch, value);
        List<Breach> ofTheBranch = breaches.subList(told, breaches.size());
        List<Breach> found = new ArrayList<>(ofTheBranch);
        ofTheBranch.clear();
        return found;
    }

    private void object(String keyword, SchemaNode rule, MappingNode object) {
        if (keyword.equals("required")) {
            required(rule, object);
            return;
        }
        for (NodeTuple member : object.getValue()) {
            String key = SchemaNode.name(member);
            path.add(key);
            switch (keyword) {
                case "properties" -> checkAll(named(rule, key), member.getValueNode());
                case "patternProperties" -> checkAll(rule.matching(key), member.getValueNode());
                default -> additional(rule, key, member.getValueNode());
            }
            path.remove(path.size() - 1);
        }
    }

    private void required(SchemaNode rule, MappingNode object) {
        Set<String> present = new HashSet<>();
        for (NodeTuple member : object.getValue()) {
            present.add(SchemaNode.name(member));
        }
        for (String key : rule.texts("required")) {
            if (!present.contains(key)) {
                path.add(key);
                breach(rule, "required");
                path.remove(path.size() - 1);
            }
        }
    }

    private static List<SchemaNode> named(SchemaNode rule, String key) {
        return rule.inner("properties").member(key).map(List::of).orElse(List.of());
    }

    private void additional(SchemaNode rule, String key, Node value) {
        if (named(rule, key).isEmpty() && rule.matching(key).isEmpty()) {
            SchemaNode additional = rule.inner("additionalProperties");
            if (additional.node() instanceof ScalarNode allowed
                    && allowed.getValue().equals("false")) {
                breach(rule, "additionalProperties");
            }
            check(additional, value);
        }
    }

    private void items(SchemaNode rule, SequenceNode list) {
        int index = 0;
        for (Node item : list.getValue()) {
            path.add(Integer.toString(index++));
            check(rule.inner("items"), item);
            path.remove(path.size() - 1);
        }
    }
}
