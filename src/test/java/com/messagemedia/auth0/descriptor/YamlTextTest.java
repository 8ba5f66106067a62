package com.messagemedia.auth0.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.yaml.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

    private static final String HEAD = "version: 1\ntenant:\n  domain: sandbox\noptions:\n";

    private static Value readBack(Value value) {
        StringBuilder text = new StringBuilder(HEAD);
        YamlText.member("probe", value)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        Descriptor read = Readers.of(new Surroundings()).readText(Path.of("file.yaml"), text.toString());
        return read.desired().get(FieldPath.of("probe")).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "null",
                "~",
                "0123",
                "1e5",
                "1_000",
                "12:30",
                "+61491570156",
                "a: b",
                "x #y",
                "- z",
                "{{ code }}",
                "@@password@@",
                "${env.HOME}",
                "Ваш код 🔑",
                "two\nlines\r\n\t\u0000\u0085\u2028",
                "joined\u200D\u200C, turned\u202E, hidden\uFEFF\u200B\u00AD\uDB40\uDC61, wide\u00A0\u3000",
                "2026-11-24",
                "'\"\\",
                "on",
                "<<",
                "="
            })
    void textIsReadBackAsTheSameText(String text) {
        assertThat(readBack(Value.of(text))).isEqualTo(Value.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "6.0", "-1.50", "123456789012345678901234567890"})
    void numberKeepsItsLiteral(String literal) {
        assertThat(readBack(new Value.Numeral(literal))).isEqualTo(new Value.Numeral(literal));
    }

    @Test
    void objectsAndListsAreReadBackAsTheyWere() {
        Value value = new Tree(Map.of(
                "a b",
                new Value.Array(List.of(Value.of(1), Value.Null.NULL, new Value.Array(List.of()), Tree.EMPTY)),
                "no",
                new Tree(Map.of("$x: {y}", Value.of(true)))));
        assertThat(readBack(new Value.Array(List.of(value)))).isEqualTo(new Value.Array(List.of(value)));
    }

    @Test
    void plainWordsStandWithoutQuotes() {
        assertThat(YamlText.member("url", Value.of("https://acme.example/messages")))
                .containsExactly("url: https://acme.example/messages");
        assertThat(YamlText.reference("apiKey", "env.KEY")).isEqualTo("apiKey: ${env.KEY}");
        assertThat(YamlText.opening("a.b: c")).isEqualTo("\"a.b: c\":");
        assertThat(YamlText.fitsLine("a b")).isTrue();
        assertThat(YamlText.fitsLine("k".repeat(200))).isFalse();
        assertThat(YamlText.fitsLine("")).isFalse();
    }
}
