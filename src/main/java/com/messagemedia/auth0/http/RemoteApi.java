package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

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
                .addConverterFactory(new ValueBodies())
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
     * Reads and writes bodies as {@link Json} does: number literals, key order and nulls stay as they are. A reply must be
     * UTF-8, whatever charset it names.
     */
    static final class ValueBodies extends Converter.Factory {

        private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");

        @Override
        public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
                Type type, Annotation[] annotations, Retrofit retrofit) {
            return type == Value.class ? ValueBodies::read : null;
        }

        @Override
        public @Nullable Converter<Value, RequestBody> requestBodyConverter(
                Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
            return type == Value.class ? ValueBodies::write : null;
        }

        private static Value read(ResponseBody body) throws IOException {
            try (body) {
                return Json.read(body.source());
            }
        }

        private static RequestBody write(Value value) {
            return RequestBody.create(Json.write(value), JSON);
        }
    }
}
