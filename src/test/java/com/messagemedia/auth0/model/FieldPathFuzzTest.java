package com.messagemedia.auth0.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.messagemedia.auth0.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever keys there are, their path is read as it was written; whatever text there is, it is a path or refused. */
final class FieldPathFuzzTest {

    static Stream<byte[]> paths() {
        return Seeds.texts(
                "gateway_authentication.subject",
                "upstream_params[\"a.b\"].alias",
                "[\"\\\"\\\\\"][\"\"]",
                "a\u0000.b",
                "a..b",
                "[\"a");
    }

    @MethodSource("paths")
    @FuzzTest
    void survivesBeingWrittenAndRead(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        FieldPath keys = new FieldPath(List.of(text.split("\u0000", -1)));
        assertThat(FieldPath.parse(keys.toString())).isEqualTo(keys);
        try {
            FieldPath path = FieldPath.parse(text);
            assertThat(FieldPath.parse(path.toString())).isEqualTo(path);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("not a path of keys separated by dots|a path needs at least one key");
        }
    }
}
