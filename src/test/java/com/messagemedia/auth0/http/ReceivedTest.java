package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;

/** MessageMedia's and the gateway's answers are read as UTF-8 alone. */
class ReceivedTest {

    private static Received received(String type, Charset charset) throws IOException {
        byte[] bytes = "{\"message\":\"Caf\u00e9\"}".getBytes(charset);
        return Received.of(Response.success(ResponseBody.create(bytes, MediaType.get(type))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=iso-8859-1", "application/json; charset=utf-16"})
    void readsUtf8WhateverCharsetIsNamed(String type) throws IOException {
        assertThat(received(type, StandardCharsets.UTF_8).text("message")).contains("Caf\u00e9");
    }

    @Test
    void takesNothingFromAnAnswerThatIsNotUtf8() throws IOException {
        Received latin = received("application/json; charset=iso-8859-1", StandardCharsets.ISO_8859_1);
        assertThat(latin.object()).isEmpty();
        assertThat(latin.inWords()).isEqualTo("200 with text that is labelled as JSON but is not JSON");
    }
}
