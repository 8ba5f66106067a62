package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.Loopback;
import com.messagemedia.auth0.javascript.Fetch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The requests of an Action. They never leave loopback: the sandbox's MessageMedia stands for MessageMedia's API in
 * every region, and other hosts are not found.
 *
 * @param own the address of the tenant, with a trailing slash
 */
record ActionFetch(Supplier<URI> own) implements Fetch {

    /** MessageMedia's API hosts (MessageMedia documentation, "Servers"). */
    private static final Set<String> MESSAGE_MEDIA =
            Set.of("api.messagemedia.com", "au.app.api.sinch.com", "eu.app.api.sinch.com", "us.app.api.sinch.com");

    /** Longer than an Action may take: a server that is silent for so long never answers it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The header that the HTTP client sets by itself. */
    private static final Set<String> OWN_HEADERS = Set.of("content-length", "host", "connection");

    /** The client is made for the first request of an Action: it costs a third of a second, and most runs have none. */
    private static final class Http {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public Answer fetch(Request request) {
        Optional<URI> address = address(request.url());
        if (address.isEmpty()) {
            return new Failure("ENOTFOUND");
        }
        try {
            return reply(Http.CLIENT.send(http(request, address.get()), HttpResponse.BodyHandlers.ofString()));
        } catch (HttpTimeoutException unused) {
            return new Silence();
        } catch (IOException unused) {
            return new Failure("ECONNRESET");
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
            return new Silence();
        }
    }

    private Optional<URI> address(String url) {
        try {
            URI address = URI.create(url);
            if ("https".equals(address.getScheme()) && MESSAGE_MEDIA.contains(address.getHost())) {
                return Optional.of(own.get().resolve(address.getRawPath().replaceFirst("^/+", "")));
            }
            return Optional.of(address).filter(Loopback::holds);
        } catch (IllegalArgumentException unused) {
            return Optional.empty();
        }
    }

    private static HttpRequest http(Request request, URI address) {
        HttpRequest.BodyPublisher body = request.body().isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(request.body());
        HttpRequest.Builder http =
                HttpRequest.newBuilder(address).timeout(PATIENCE).method(request.method(), body);
        request.headers().forEach((name, value) -> {
            if (!OWN_HEADERS.contains(name)) {
                http.setHeader(name, value);
            }
        });
        return http.build();
    }

    private static Reply reply(HttpResponse<String> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return Reply.of(response.statusCode(), headers, response.body());
    }
}
