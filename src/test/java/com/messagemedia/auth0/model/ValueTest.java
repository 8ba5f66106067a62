package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Null;
import com.messagemedia.auth0.model.Value.Numeral;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {

    static List<Arguments> kinds() {
        Tree tree = new Tree(Map.of("subject", Value.of("p4ssword")));
        return List.of(
                Arguments.of(Value.of("p4ssword"), "string", "text of 8 characters", true),
                Arguments.of(new Numeral("4711"), "number", "number", true),
                Arguments.of(Value.of(4711), "number", "number", true),
                Arguments.of(Value.of(true), "boolean", "boolean", true),
                Arguments.of(Null.NULL, "null", "null", true),
                Arguments.of(new Array(List.of(Value.of("p4ssword"), tree)), "array", "array of 2", true),
                Arguments.of(tree, "object", "object with keys [subject]", false),
                Arguments.of(Tree.EMPTY, "object", "object with keys []", true));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void textTellsTheShapeAndNeverTheContent(Value value, String kind, String text, boolean leaf) {
        assertThat(value.kind()).isEqualTo(kind);
        assertThat(value).hasToString(text);
        assertThat(value.isLeaf()).isEqualTo(leaf);
    }

    @Test
    void numbersAreEqualByTheirLiteral() {
        assertThat(new Numeral("6")).isEqualTo(Value.of(6)).isNotEqualTo(new Numeral("6.0"));
    }

    @Test
    void valuesOfDifferentKindsAreNeverEqual() {
        assertThat(Value.of("true")).isNotEqualTo(Value.of(true));
        assertThat(Value.of("6")).isNotEqualTo(Value.of(6));
        assertThat(Value.of("null")).isNotEqualTo(Null.NULL);
        assertThat((Value) Tree.EMPTY).isNotEqualTo(new Array(List.of()));
    }

    private static List<Value> different() {
        Value text = Value.of("a");
        return List.of(
                text,
                Value.of("b"),
                Value.of(1),
                Value.of(2),
                Value.of(true),
                Value.of(false),
                Null.NULL,
                new Array(List.of()),
                new Array(List.of(text)),
                new Array(List.of(text, text)),
                Tree.EMPTY,
                new Tree(Map.of("a", text)),
                new Tree(Map.of("b", text)),
                new Tree(Map.of("a", new Tree(Map.of("a", text)))));
    }

    @Test
    void eachValueEqualsItsCopyAndNoOther() {
        List<Value> values = different();
        List<Value> copies = different();
        for (int index = 0; index < values.size(); index++) {
            for (int other = 0; other < values.size(); other++) {
                assertThat(values.get(index).equals(copies.get(other)))
                        .as("%s and %s", values.get(index), copies.get(other))
                        .isEqualTo(index == other);
            }
            assertThat(values.get(index)).hasSameHashCodeAs(copies.get(index));
        }
        assertThat((Value) new Null()).isEqualTo(Null.NULL).hasSameHashCodeAs(Null.NULL);
    }

    @Test
    void arraysCareForOrderAndObjectsDoNot() {
        assertThat(new Array(List.of(Value.of(1), Value.of(2))))
                .isNotEqualTo(new Array(List.of(Value.of(2), Value.of(1))));
        Map<String, Value> forward = new LinkedHashMap<>();
        forward.put("a", Value.of(1));
        forward.put("b", Value.of(2));
        Map<String, Value> backward = new LinkedHashMap<>();
        backward.put("b", Value.of(2));
        backward.put("a", Value.of(1));
        assertThat(new Tree(forward)).isEqualTo(new Tree(backward));
        assertThat(new Tree(backward).members().keySet()).containsExactly("b", "a");
    }

    @Test
    void keepsItsContentWhateverHappensToTheSource() {
        Map<String, Value> members = new LinkedHashMap<>(Map.of("a", Value.of(1)));
        List<Value> items = new ArrayList<>(List.of(Value.of(1)));
        Tree tree = new Tree(members);
        Array array = new Array(items);
        members.clear();
        items.clear();
        assertThat(tree.members()).hasSize(1);
        assertThat(array.items()).hasSize(1);
        assertThatThrownBy(() -> tree.members().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> array.items().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
