package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Seeds;
import java.io.IOException;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is taken for JSON: it is a value that survives being written, or a {@link JsonFormatException}. */
final class JsonFuzzTest {

    static Stream<byte[]> documents() {
        return Seeds.texts(
                "{\"id\":\"con_1\",\"options\":{\"totp\":{\"length\":6},\"list\":[1.50,-0,1e9,true,null]}}",
                "[\"\\ud83d\\ude00\\u0000\\n\\\"\",\"\\ud800\",{}]",
                "[".repeat(70),
                "{\"a\":1,\"a\":2}",
                "<html>",
                "\uFEFF{}");
    }

    @MethodSource("documents")
    @FuzzTest
    void isAValueOrRefused(byte[] document) throws IOException {
        Value value;
        try {
            value = Json.read(new Buffer().write(document));
        } catch (JsonFormatException e) {
            assertThat(e).hasNoCause();
            return;
        }
        assertThat(Json.parse(Json.write(value))).isEqualTo(value);
        assertThat(Json.parse(Json.writePretty(value))).isEqualTo(value);
    }
}
