package com.messagemedia.auth0.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.schema.Evaluation.Breach;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

final class EvaluationTest {

    /** What the evaluation knows; the cases below have each of them. */
    private static final Set<String> EVALUATED = Set.of(
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "else",
            "enum",
            "if",
            "items",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "pattern",
            "patternProperties",
            "properties",
            "required",
            "then",
            "type",
            "uniqueItems");

    /** What informs a reader or an editor, and asserts nothing. */
    private static final Set<String> INFORMATION = Set.of(
            "$comment", "$defs", "$id", "$schema", "default", "description", "doNotSuggest", "examples", "title");

    private static String breaches(String schema, String document) {
        MappingNode root = SchemaReader.read(schema);
        return Evaluation.of(new SchemaNode(root), yaml(document)).stream()
                .map(EvaluationTest::line)
                .collect(Collectors.joining(", "));
    }

    private static String line(Breach breach) {
        return (String.join("/", breach.path()) + " " + breach.keyword()).trim();
    }

    private static Node yaml(String text) {
        return new Yaml().compose(new StringReader(text));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{\"type\": \"string\"} | a | ``",
                "{\"type\": \"string\"} | 1 | type",
                "{\"type\": \"string\"} | null | type",
                "{\"type\": \"string\"} | .inf | ``",
                "{\"type\": [\"object\", \"null\"]} | null | ``",
                "{\"type\": [\"object\", \"null\"]} | {} | ``",
                "{\"type\": [\"object\", \"null\"]} | [] | type",
                "{\"type\": \"array\"} | [] | ``",
                "{\"type\": \"boolean\"} | true | ``",
                "{\"type\": \"boolean\"} | \"true\" | type",
                "{\"type\": \"integer\"} | 6 | ``",
                "{\"type\": \"integer\"} | 6.0 | ``",
                "{\"type\": \"integer\"} | 60e0 | ``",
                "{\"type\": \"integer\"} | 6.5 | type",
                "{\"type\": \"integer\"} | \"6\" | type",
                "{\"type\": \"number\"} | 6 | ``",
                "{\"type\": \"number\"} | 6.5 | ``",
                "{\"type\": \"number\"} | a | type",
                "{\"enum\": [\"a\", \"b\"]} | b | ``",
                "{\"enum\": [\"a\", \"b\"]} | c | enum",
                "{\"enum\": [\"a\", \"1\"]} | 1 | enum",
                "{\"const\": 1} | 1 | ``",
                "{\"const\": 1} | 1.0 | ``",
                "{\"const\": 1} | \"1\" | const",
                "{\"const\": 1} | {} | const",
                "{\"const\": true} | true | ``",
                "{\"const\": true} | \"true\" | const",
                "{\"minLength\": 2} | a | minLength",
                "{\"minLength\": 2} | ab | ``",
                "{\"minLength\": 2} | \"\uD83D\uDE00\" | minLength",
                "{\"minLength\": 2} | 1 | ``",
                "{\"maxLength\": 2} | abc | maxLength",
                "{\"maxLength\": 2} | ab | ``",
                "{\"maxLength\": 2} | 123 | ``",
                "{\"pattern\": \"^a\"} | ab | ``",
                "{\"pattern\": \"^a\"} | ba | pattern",
                "{\"pattern\": \"a\"} | bab | ``",
                "{\"pattern\": \"a\"} | 1 | ``",
                "{\"minItems\": 1} | [] | minItems",
                "{\"minItems\": 1} | [a] | ``",
                "{\"minItems\": 1} | a | ``",
                "{\"maxItems\": 1} | [a, b] | maxItems",
                "{\"maxItems\": 1} | [a] | ``",
                "{\"maxItems\": 1} | {a: 1, b: 2} | ``",
                "{\"minProperties\": 1} | {} | minProperties",
                "{\"minProperties\": 1} | {a: 1} | ``",
                "{\"minProperties\": 1} | [] | ``",
                "{\"uniqueItems\": true} | [a, b] | ``",
                "{\"uniqueItems\": true} | [a, b, a] | uniqueItems",
                "{\"uniqueItems\": true} | [1, 1.0] | uniqueItems",
                "{\"uniqueItems\": true} | [1, \"1\", true, \"true\"] | ``",
                "{\"uniqueItems\": true} | [{a: [1], b: c}, {b: c, a: [1.0]}] | uniqueItems",
                "{\"uniqueItems\": true} | [{a: [1]}, {a: [2]}, [1], []] | ``",
                "{\"minimum\": 4} | 3 | minimum",
                "{\"minimum\": 4} | 4 | ``",
                "{\"minimum\": 4} | a | ``",
                "{\"maximum\": 40} | 40 | ``",
                "{\"maximum\": 40} | 40.5 | maximum",
                "{\"maximum\": 40} | 99999999999999999999 | maximum",
                "{\"items\": {\"type\": \"string\"}} | [a, 1, b, 2] | 1 type, 3 type",
                "{\"items\": {\"type\": \"string\"}} | 1 | ``",
                "{\"properties\": {\"a\": {\"type\": \"string\"}, \"b\": true}} | {a: 1, b: 1, c: 1} | a type",
                "{\"properties\": {\"a\": {\"type\": \"string\"}}} | [1] | ``",
                "{\"required\": [\"a\", \"b\"]} | {b: 1} | a required",
                "{\"required\": [\"a\", \"b\"]} | {} | a required, b required",
                "{\"required\": [\"a\"]} | text | ``",
                "{\"patternProperties\": {\"^x\": {\"type\": \"string\"}}} | {x1: 1, y: 1} | x1 type",
                "{\"patternProperties\": {\"x\": {\"type\": \"string\"}, \"1\": {\"minimum\": 2}}} | {x1: 1} | x1 type, x1 minimum",
                "{\"additionalProperties\": false} | {a: 1} | a additionalProperties",
                "{\"additionalProperties\": true} | {a: 1} | ``",
                "{\"additionalProperties\": {\"type\": \"string\"}} | {a: 1} | a type",
                "{\"additionalProperties\": false, \"properties\": {\"a\": {}}} | {a: 1} | ``",
                "{\"additionalProperties\": false, \"patternProperties\": {\"a\": {}}} | {bab: 1, c: 1} | c additionalProperties",
                "{\"allOf\": [{\"type\": \"string\"}, {\"minLength\": 2}]} | a | minLength",
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"boolean\"}]} | true | ``",
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"boolean\"}]} | 1 | anyOf",
                "{\"anyOf\": [{\"type\": \"integer\", \"minimum\": 4}, {\"type\": \"string\"}]} | 3 | minimum",
                "{\"anyOf\": [{\"type\": \"integer\", \"maximum\": 4}, {\"type\": \"string\"}]} | 5 | maximum",
                "{\"anyOf\": [{\"type\": \"integer\", \"minimum\": 4}, {\"type\": \"string\"}]} | a | ``",
                "{\"anyOf\": [{\"minimum\": 4}, {\"type\": \"integer\"}]} | 3 | ``",
                "{\"if\": {\"type\": \"object\"}, \"then\": {\"required\": [\"a\"]}, \"else\": {\"minLength\": 2}} | {} | a required",
                "{\"if\": {\"type\": \"object\"}, \"then\": {\"required\": [\"a\"]}, \"else\": {\"minLength\": 2}} | a | minLength",
                "{\"if\": {\"type\": \"object\"}, \"else\": {\"minLength\": 2}} | {} | ``",
                "{\"if\": {\"type\": \"object\"}, \"then\": {\"required\": [\"a\"]}} | a | ``",
                "{\"$ref\": \"#/$defs/a~1b\", \"$defs\": {\"a/b\": {\"type\": \"string\"}}} | 1 | type",
                "{\"$ref\": \"#/$defs/a\", \"type\": \"string\", \"$defs\": {\"a\": {\"minimum\": 2}}} | 1 | minimum, type",
                "{\"allOf\": [{\"$ref\": \"#/$defs/editorSecret\"}], \"$defs\": {\"editorSecret\": {\"type\": \"string\"}}} | 1 | ``",
                "{\"title\": \"a\", \"doNotSuggest\": true} | 1 | ``",
            })
    void evaluates(String schema, String document, String expected) {
        assertThat(breaches(schema, document)).isEqualTo(expected);
    }

    /** A keyword that nobody evaluates would be a rule that editors keep and the plugin does not. */
    @Test
    void knowsEachKeywordOfTheSchema() {
        Set<String> keywords = new TreeSet<>();
        MappingNode root = SchemaReader.read(DescriptorSchema.text());
        keywords(new SchemaNode(root), keywords);

        Set<String> known = new TreeSet<>(EVALUATED);
        known.addAll(INFORMATION);
        assertThat(keywords).isSubsetOf(known).containsAll(EVALUATED);
    }

    private static void keywords(SchemaNode rule, Set<String> found) {
        found.addAll(rule.names());
        for (String key : List.of("properties", "patternProperties", "$defs")) {
            rule.inner(key).children().values().forEach(member -> keywords(member, found));
        }
        for (String key : List.of("allOf", "anyOf")) {
            rule.items(key).forEach(branch -> keywords(branch, found));
        }
        for (String key : List.of("items", "additionalProperties", "if", "then", "else")) {
            rule.member(key).ifPresent(inner -> keywords(inner, found));
        }
    }
}
