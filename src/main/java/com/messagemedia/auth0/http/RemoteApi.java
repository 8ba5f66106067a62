package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** A JSON API at one address, and the one HTTP client through which it is asked. */
public final class RemoteApi implements AutoCloseable {

    private final URI address;
    private final HttpSettings settings;
    private final OkHttpClient http;
    private final Retrofit retrofit;

    private RemoteApi(URI address, HttpSettings settings, OkHttpClient http) {
        this.address = address;
        this.settings = settings;
        this.http = http;
        this.retrofit = new Retrofit.Builder()
                .baseUrl(address.toString())
                .client(http)
                .addConverterFactory(new ValueReplies())
                .addConverterFactory(MoshiConverterFactory.create(ValueJsonAdapter.moshi()))
                .build();
    }

    /**
     * The API at an address that ends with a slash. Nothing is sent yet.
     *
     * @throws Fault when this Java runtime cannot set up TLS with the extra authorities
     */
    public static RemoteApi at(URI address, HttpSettings settings) {
        return through(HttpClients.create(settings, address), address, settings);
    }

    /** The same through a client that is there already; it closes with this. */
    public static RemoteApi through(OkHttpClient http, URI address, HttpSettings settings) {
        return new RemoteApi(address, settings, http);
    }

    /** The calls that an interface of Retrofit describes. */
    public <T> T calls(Class<T> type) {
        return retrofit.create(type);
    }

    /** How long one request may take as a whole. */
    public Duration callTimeout() {
        return settings.callTimeout();
    }

    /** Why a call brought no answer. */
    public TransportFailure failure(IOException failure) {
        return TransportFailure.of(failure, address, settings);
    }

    /** Closes all connections. Nothing remains that could delay the end of the Java runtime. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /**
     * Reads replies as {@link Json} does: as UTF-8, whatever charset they name. The converter for Moshi makes another character of a
     * byte that is not UTF-8, and says nothing.
     */
    static final class ValueReplies extends Converter.Factory {

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

    /**
     * Lets Moshi, and Retrofit through it, read and write whole documents as trees of values by the rules of {@link Json}: number
     * literals, key order and nulls are kept both ways.
     */
    static final class ValueJsonAdapter extends JsonAdapter<Value> {

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
}
