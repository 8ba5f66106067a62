package com.messagemedia.auth0.http;

import com.messagemedia.auth0.connection.Fault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
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
}
