package com.messagemedia.auth0.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.gateway.GatewayOptions;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalTest {

    private static final FieldPath ANY = FieldPath.of("upstream_params");
    private static final FieldPath FORWARD = FieldPath.of("forward_req_info");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "6 | 6.0",
                "6 | 6e0",
                "6 | 0.6E+1",
                "600 | 6e2",
                "0 | -0",
                "0 | 0.000",
                "0 | -0e99",
                "0 | 0e-2147483647",
                "1e400 | 10e399",
                "1E+400 | 1e0400",
                "-1.50 | -1.5",
                "12345678901234567890.10 | 12345678901234567890.1",
                "1e99999999999 | 1e99999999999",
                "[1, {\"a\": 2, \"b\": 3}] | [1.0, {\"b\": 3e0, \"a\": 2}]",
                "{\"a\": {\"x\": 1, \"y\": [null]}} | {\"a\": {\"y\": [null], \"x\": 1}}",
                "\"\\u0041\" | \"A\"",
            })
    void takesSpellingsOfOneValueForTheSame(String one, String other) throws JsonFormatException {
        assertThat(GatewayOptions.MERGE_RULES.canonical().text(ANY, Json.parse(one)))
                .isEqualTo(GatewayOptions.MERGE_RULES.canonical().text(ANY, Json.parse(other)));
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(ANY, Json.parse(one), Json.parse(other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "6 | 6.0000000000000000000000000001",
                "6 | 60",
                "6 | -6",
                "6 | \"6\"",
                "1e400 | 1e401",
                "12345678901234567890 | 12345678901234567891",
                "0.1 | 0.10000000000000001",
                "1e99999999999 | 1e99999999998",
                "null | \"null\"",
                "null | false",
                "null | \"\"",
                "null | {}",
                "true | \"true\"",
                "false | 0",
                "[] | {}",
                "[] | null",
                "[1, 2] | [2, 1]",
                "[1] | [1, 1]",
                "[1] | 1",
                "[[1], 2] | [[1, 2]]",
                "[\"a\", \"b\"] | [\"a,b\"]",
                "[\"a\", \"b\"] | [\"a\\\",\\\"b\"]",
                "{\"a\": 1} | {\"a\": 1, \"b\": null}",
                "{\"a\": \"1,b:2\"} | {\"a\": 1, \"b\": 2}",
                "{\"a\\\":1,\\\"b\": 2} | {\"a\": 1, \"b\": 2}",
                "{\"a\\\\\": 1} | {\"a\": 1}",
                "\"a\\\\\" | \"a\"",
                "\"a\\\"\" | \"a\\\\\\\"\"",
                "\"{}\" | {}",
                "\"a\" | \"A\"",
                "\"a\" | \"a \"",
                "\"\\u00e9\" | \"e\\u0301\"",
            })
    void tellsDifferentValuesApart(String one, String other) throws JsonFormatException {
        assertThat(GatewayOptions.MERGE_RULES.canonical().text(ANY, Json.parse(one)))
                .isNotEqualTo(GatewayOptions.MERGE_RULES.canonical().text(ANY, Json.parse(other)));
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(ANY, Json.parse(one), Json.parse(other)))
                .isFalse();
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(ANY, Json.parse(other), Json.parse(one)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100e2147483647",
                "1e2147483648",
                "0.01e-2147483647",
                "1e-99999999999999999999",
                "1230000e2147483647",
            })
    void takesAnExponentBeyondReckoningByItsLiteral(String literal) {
        Value number = new Value.Numeral(literal);
        assertThat(GatewayOptions.MERGE_RULES.canonical().text(ANY, number)).isEqualTo(literal);
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(ANY, number, Value.of(6)))
                .isFalse();
    }

    @Test
    void takesTheWordForTheBooleanOnlyAtForwardReqInfo() {
        Value word = Value.of("true");
        Value bool = Value.of(true);
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(FORWARD, word, bool))
                .isTrue();
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(FORWARD, Value.of("false"), Value.of(false)))
                .isTrue();
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(FORWARD, Value.of("false"), bool))
                .isFalse();
        for (String path :
                List.of("use_phone_provider", "a.forward_req_info", "forward_req_info.a", "FORWARD_REQ_INFO")) {
            assertThat(GatewayOptions.MERGE_RULES.canonical().same(FieldPath.parse(path), word, bool))
                    .as(path)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "yes", "1", " true", ""})
    void takesNoOtherWordForABoolean(String word) {
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(FORWARD, Value.of(word), Value.of(true)))
                .isFalse();
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(FORWARD, Value.of(word), Value.of(false)))
                .isFalse();
    }

    @Test
    void takesNoWordInsideAnArrayOrObjectForABoolean() {
        assertThat(GatewayOptions.MERGE_RULES
                        .canonical()
                        .same(
                                FORWARD,
                                new Value.Array(List.of(Value.of("true"))),
                                new Value.Array(List.of(Value.of(true)))))
                .isFalse();
    }

    @Test
    void writesOneTextWithSortedKeysAndPlainNumbers() throws JsonFormatException {
        Value value = Json.parse("{\"b\": [1.50, null, true, \"q\\\"\\\\\"], \"a\": {\"z\": {}, \"y\": []}}");
        assertThat(GatewayOptions.MERGE_RULES.canonical().text(ANY, value))
                .isEqualTo("{\"a\":{\"y\":[],\"z\":{}},\"b\":[1.5,null,true,\"q\\\"\\\\\"]}");
    }

    @Test
    void comparesANumberOfAThousandCharactersByValueAndALongerOneByLiteral() {
        Value six = new Value.Numeral("6");
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(ANY, six, new Value.Numeral("6." + "0".repeat(998))))
                .isTrue();
        Value longer = new Value.Numeral("6." + "0".repeat(999));
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(ANY, six, longer))
                .isFalse();
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(ANY, longer, new Value.Numeral("6." + "0".repeat(999))))
                .isTrue();
    }

    /** Their digits would take hours, as that time grows with the square of their count. */
    @Test
    void comparesNumbersOfMillionsOfDigitsAtOnce() {
        Value one = new Value.Numeral("1" + "0".repeat(8_000_000));
        Value other = new Value.Numeral("2" + "0".repeat(8_000_000));
        assertThat(GatewayOptions.MERGE_RULES.canonical().same(ANY, one, other)).isFalse();
    }
}
