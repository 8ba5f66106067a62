package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Value;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Reads replies as {@link Json} does: as UTF-8, whatever charset they name. The converter for Moshi makes another character of a
 * byte that is not UTF-8, and says nothing.
 */
final class ValueReplies extends Converter.Factory {

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
            Type type, Annotation[] annotations, Retrofit retrofit) {
        return type == Value.class ? ValueReplies::read : null;
    }

    private static Value read(ResponseBody body) throws IOException {
        try (body) {
            return Json.read(body.source());
        }
    }
}
