package com.messagemedia.auth0.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

class SchemaReaderTest {

    /** What SnakeYAML, which every other text goes through, reads from the same text. */
    private static Node reference(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    }

    /** A tree with its kinds, tags and texts, and without places. */
    private static String shown(Node node) {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .serialize(node)
                .toString();
    }

    @Test
    void readsThePublishedSchemaAsSnakeYamlDoes() {
        String text = DescriptorSchema.text();
        assertThat(shown(SchemaReader.read(text))).isEqualTo(shown(reference(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\": {}, \"b\": []}",
                "{\"a\": [1, 20, true, false, \"\", \"x\", [[]]]}",
                "{\"a\":\"b\",\"c\":{\"d\":7}}",
                "{ \"text\" :\n\t\"with \\\"marks\\\", \\\\ and {braces}, [lists]: 1\" }",
                "{\"pattern\": \"\\\\$\\\\{[^}]+}\\\\\\\\\", \"last\": 0}",
                "{\"a\": \"ends with \\\\\", \"b\": \"\\\"\"}",
            })
    void readsEachForm(String text) {
        assertThat(shown(SchemaReader.read(text))).isEqualTo(shown(reference(text)));
    }
}
