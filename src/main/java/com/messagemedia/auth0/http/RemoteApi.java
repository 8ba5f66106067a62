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

/** A JSON API at one address, with its HTTP client. */
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
     * The API at an address that ends with a slash. This sends nothing.
     *
     * @throws Fault if this Java runtime cannot set up TLS with the extra authorities
     */
    public static RemoteApi at(URI address, HttpSettings settings) {
        return at(address, settings, new SharedTrust());
    }

    /**
     * The API at an address that ends with a slash, which trusts what the other clients of the run trust. This sends nothing.
     *
     * @throws Fault if this Java runtime cannot set up TLS with the extra authorities
     */
    public static RemoteApi at(URI address, HttpSettings settings, SharedTrust trust) {
        return through(HttpClients.create(settings, address, trust), address, settings);
    }

    /** The API at an address, through an existing client. {@link #close()} closes that client too. */
    public static RemoteApi through(OkHttpClient http, URI address, HttpSettings settings) {
        return new RemoteApi(address, settings, http);
    }

    /** Implements a Retrofit interface. */
    public <T> T calls(Class<T> type) {
        return retrofit.create(type);
    }

    /** How long one request may take in all. */
    public Duration callTimeout() {
        return settings.callTimeout();
    }

    /** Why a call got no answer. */
    public TransportFailure failure(IOException failure) {
        return TransportFailure.of(failure, address, settings);
    }

    /** Closes all connections and stops all threads, which would delay the end of the Java runtime. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /**
     * Reads replies as {@link Json} does: as UTF-8, whatever charset they name. Retrofit's Moshi converter silently
     * replaces bytes that are not UTF-8.
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
     * Lets Moshi and Retrofit read and write documents as trees of values, by the rules of {@link Json}: number
     * literals, key order and nulls stay as they are.
     */
    static final class ValueJsonAdapter extends JsonAdapter<Value> {

        private ValueJsonAdapter() {}

        /** A Moshi that can read and write {@link Value}. */
        public static Moshi moshi() {
            return new Moshi.Builder().add(Value.class, new ValueJsonAdapter()).build();
        }

        @Override
        public Value fromJson(JsonReader reader) throws IOException {
            return Json.document(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Value value) throws IOException {
            // For Auth0 a null member is a value, not an absent one. By default Moshi drops it.
            writer.setSerializeNulls(true);
            Json.write(writer, value == null ? Value.Null.NULL : value);
        }
    }
}
