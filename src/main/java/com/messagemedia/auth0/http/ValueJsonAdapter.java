package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Value;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets Moshi, and Retrofit through it, read and write whole documents as trees of values by the rules of {@link Json}: number
 * literals, key order and nulls are kept both ways.
 */
public final class ValueJsonAdapter extends JsonAdapter<Value> {

    private ValueJsonAdapter() {}

    /** A Moshi that knows {@link Value}. */
    public static Moshi moshi() {
        return new Moshi.Builder().add(Value.class, new ValueJsonAdapter()).build();
    }

    @Override
    public Value fromJson(JsonReader reader) throws IOException {
        return Json.document(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Value value) throws IOException {
        // A member that is null is a value to Auth0, not an absence; Moshi drops it unless told otherwise.
        writer.setSerializeNulls(true);
        Json.write(writer, value == null ? Value.Null.NULL : value);
    }
}
