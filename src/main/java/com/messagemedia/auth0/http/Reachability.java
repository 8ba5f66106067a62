package com.messagemedia.auth0.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Checks whether a server answers at an address. It sends a HEAD request without credentials, which tests name
 * lookup, network and TLS.
 */
public final class Reachability {

    /**
     * A check for a person who waits: a server that needs more than 10 seconds for a HEAD request counts as
     * unreachable.
     */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Reachability() {}

    /** Why the server does not answer within ten seconds; empty if it gives any answer. */
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
