package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "[\"\uD83D\uDE00\"]",
                "\"\"",
                "{\"b\":1,\"a\":{\"z\":[],\"y\":{}}}",
                "{\"none\":null,\"list\":[null,false]}",
                "[0,-0,6,6.0,6.10,1e3,1E+3,-1.5e-7,123456789012345678901234567890,0.1000000000000000055511151231257827]",
                "\"quote \\\" backslash \\\\ tab \\t line \\n\"",
                "\"Grüße, 世界, 😀\"",
            })
    void writesWhatItRead(String text) throws Exception {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void keepsTheLiteralOfANumber() throws Exception {
        assertThat(Json.parse("[1.50,-0,9223372036854775808]"))
                .isEqualTo(new Value.Array(List.of(
                        new Value.Numeral("1.50"), new Value.Numeral("-0"), new Value.Numeral("9223372036854775808"))));
    }

    @Test
    void keepsANumberInQuotesAText() throws Exception {
        assertThat(Json.parse("\"300\"")).isEqualTo(Value.of("300"));
    }

    @Test
    void readsSpaceAroundTheDocument() throws Exception {
        assertThat(Json.parse(" \r\n\t{ \"a\" : 1 }\n")).isEqualTo(new Value.Tree(Map.of("a", Value.of(1))));
    }

    @Test
    void readsFromASource() throws Exception {
        assertThat(Json.read(new Buffer().writeUtf8("[true]"))).isEqualTo(new Value.Array(List.of(Value.of(true))));
    }

    @Test
    void writesForPeopleTwoSpacesALevel() throws Exception {
        assertThat(Json.writePretty(Json.parse("{\"a\":{\"b\":[1,null]}}"))).isEqualTo("""
                        {
                          "a": {
                            "b": [
                              1,
                              null
                            ]
                          }
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the JSON document ends too early at $",
                "`   ` | the JSON document ends too early at $",
                "{\"a\":{\"b\":\"hunter2 | not valid JSON at $.a.b",
                "{\"a\":{\"b\":1 | the JSON document ends too early at $.a.b",
                "[1,2 | the JSON document ends too early at $[2]",
                "{} {} | not valid JSON at $",
                "{}hunter2 | not valid JSON at $",
                "hunter2 | not valid JSON at $",
                "<html>hunter2</html> | not valid JSON at $",
                "{'a':'hunter2'} | not valid JSON at $.",
                "{\"a\":hunter2} | not valid JSON at $.a",
                "{\"a\":\"hunter2\\x\"} | not valid JSON at $.a",
                "[1,] | not valid JSON at $[1]",
                "[012] | not valid JSON at $[0]",
                "[NaN] | not valid JSON at $[0]",
                "// hunter2 | not valid JSON at $",
                "{\"a\":1,\"b\":2,\"a\":\"hunter2\"} | a duplicate key at $.a",
                "{\"a\":null,\"a\":\"hunter2\"} | a duplicate key at $.a",
                "[1,\"hunter2\\ud800\"] | half of a surrogate pair at $[1]",
                "{\"b\":{\"a\":\"\\udc00\\ud83d\"}} | half of a surrogate pair at $.b.a",
                "{\"hunter2\\ud800\":1} | half of a surrogate pair at $.",
            })
    void refusesWithThePlaceAndNeverTheContent(String text, String message) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(message)
                .hasNoCause()
                .hasNoSuppressedExceptions();
    }

    @Test
    void readsSixtyFourLevelsAndRefusesMore() throws Exception {
        String deepest = "[".repeat(64) + "]".repeat(64);
        assertThat(Json.write(Json.parse(deepest))).isEqualTo(deepest);
        assertThatThrownBy(() -> Json.parse("[" + deepest + "]"))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage("nested deeper than 64 levels");
        assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(100_000))).hasMessage("nested deeper than 64 levels");
    }
}
