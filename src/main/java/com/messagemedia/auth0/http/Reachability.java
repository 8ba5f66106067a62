package com.messagemedia.auth0.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Whether anybody answers at an address: a HEAD request that carries nothing, so that name, network and TLS alone are asked. */
public final class Reachability {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Reachability() {}

    /** Why no answer comes from an address within ten seconds; empty where one comes, whatever it says. */
    public static Optional<TransportFailure> failure(URI address, HttpSettings given) {
        HttpSettings settings = given.within(LONGEST);
        OkHttpClient http = HttpClients.create(settings, address);
        Request request = new Request.Builder().url(address.toString()).head().build();
        try {
            http.newCall(request).execute().close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(TransportFailure.of(e, address, settings));
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
