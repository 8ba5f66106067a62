package com.messagemedia.auth0.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayDelivery;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.Redactor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTextTest {

    private final ValueText values = new ValueText(
            Plans.KEY,
            new GatewayDelivery(),
            PathIndex.of(Set.of(FieldPath.of("from"))),
            PathIndex.EMPTY,
            Redactor.none());

    @ParameterizedTest(name = "{1}")
    @MethodSource("values")
    void showsEachKindInOneLine(Value value, String shown) {
        assertThat(values.show(FieldPath.of("name"), value)).isEqualTo(shown);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Value.of("sms_gateway"), "sms_gateway"),
                Arguments.of(Value.of("+61491570156"), "+61491570156"),
                Arguments.of(Value.of("https://a.example/b"), "https://a.example/b"),
                Arguments.of(Value.of("two words"), "\"two words\""),
                Arguments.of(Value.of(""), "\"\""),
                Arguments.of(Value.of("true"), "\"true\""),
                Arguments.of(Value.of("null"), "\"null\""),
                Arguments.of(Value.of("6"), "\"6\""),
                Arguments.of(Value.of("(absent)"), "\"(absent)\""),
                Arguments.of(
                        Value.of("tr\u00fcb \u65e5\u672c \ud83d\ude00"), "\"tr\u00fcb \u65e5\u672c \ud83d\ude00\""),
                Arguments.of(Value.of("a\u200bb"), "\"a\\u200Bb\""),
                Arguments.of(Value.of("a\udb40\udc41b"), "\"a\\u{E0041}b\""),
                Arguments.of(Value.of(true), "true"),
                Arguments.of(Value.of(6), "6"),
                Arguments.of(Value.Null.NULL, "null"),
                Arguments.of(new Value.Array(List.of(Value.of("a"), Value.of(1))), "[\"a\",1]"),
                Arguments.of(new Value.Tree(Map.of("k", Value.of("v"))), "{\"k\":\"v\"}"),
                Arguments.of(Value.Tree.EMPTY, "{}"));
    }

    @Test
    void cutsALongTextAfterAHundredCharactersAndCountsItsOwn() {
        assertThat(values.show(FieldPath.of("name"), Value.of("a".repeat(100)))).isEqualTo("a".repeat(100));
        assertThat(values.show(FieldPath.of("name"), Value.of("a".repeat(101))))
                .isEqualTo("a".repeat(100) + "\u2026 (101 characters)");
        assertThat(values.show(FieldPath.of("name"), Value.of(" \ud83d\ude00".repeat(60))))
                .isEqualTo("\"" + " \ud83d\ude00".repeat(50) + "\"\u2026 (120 characters)");
        assertThat(values.show(FieldPath.of("name"), Value.of(" ".repeat(100))))
                .isEqualTo("\"" + " ".repeat(100) + "\"");
    }

    @Test
    void cutsALongArray() {
        Value array = new Value.Array(List.of(Value.of("x".repeat(120))));
        assertThat(values.show(FieldPath.of("name"), array))
                .isEqualTo("[\"" + "x".repeat(98) + "\u2026 (124 characters)");
    }

    @Test
    void sameValueHasTheSameMarkAndAnotherHasAnother() {
        FieldPath subject = FieldPath.of("gateway_authentication", "subject");
        assertThat(values.show(subject, Value.of("api-key-0001")))
                .isEqualTo(values.show(subject, Value.of("api-key-0001")))
                .isNotEqualTo(values.show(subject, Value.of("api-key-0002")));
    }

    @Test
    void hidesACredentialWhateverItsShape() {
        Value tree = new Value.Tree(Map.of("deep", Value.of("hidden-credential")));
        for (FieldPath path : List.of(
                FieldPath.of("gateway_authentication"),
                FieldPath.of("gateway_authentication", "new_field"),
                FieldPath.of("twilio_token"),
                FieldPath.of("from"))) {
            assertThat(values.show(path, tree)).matches("\\((secret|value) #[0-9a-f]{4}, object\\)");
            assertThat(values.show(path, Value.of("hidden-credential")))
                    .matches("\\((secret|value) #[0-9a-f]{4}, 17 characters\\)");
        }
    }
}
