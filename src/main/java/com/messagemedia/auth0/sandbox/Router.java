package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.PublishedCredentials.UnpublishedCredential;
import com.messagemedia.auth0.sandbox.page.Origins;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the route of a request and sends its answer exactly once. */
final class Router implements HttpHandler {

    /** 1 MiB: far more than the body of any request that a connection needs. */
    private static final int LARGEST_BODY = 1 << 20;

    /**
     * A client reads its reply only after it has sent its request, so the router reads a body that is too large up to
     * 16 times the limit.
     */
    private static final int DRAINED_BODIES = 16;

    private final List<Route> routes = new ArrayList<>();
    private final PendingFaults faults;

    /** A router without routes, on which these faults strike. */
    Router(PendingFaults faults) {
        this.faults = faults;
    }

    /** Adds a route; each {@code {id}} in the path matches one segment. */
    Router route(String method, String path, Endpoint endpoint) {
        Pattern pattern = Pattern.compile(Pattern.quote(path).replace("{id}", "\\E([^/]+)\\Q"));
        routes.add(new Route(method, pattern, endpoint));
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(exchange);
            faults.loseReply(exchange);
            send(exchange, reply);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        try {
            return dispatch(exchange);
        } catch (ApiError refusal) {
            return refusal.reply();
        } catch (UnpublishedCredential e) {
            return ApiError.of(400, e.problem(), "invalid_body").reply();
        } catch (Fault e) {
            return ApiError.of(500, e.problem() + " " + e.remedy()).reply();
        } catch (RuntimeException e) {
            // A bug in the sandbox. Its message could quote the request, so the reply names only the kind of
            // exception.
            return ApiError.of(500, "The sandbox failed with " + e.getClass().getSimpleName())
                    .reply();
        }
    }

    private Reply dispatch(HttpExchange exchange) throws IOException {
        String body = body(exchange.getRequestBody());
        requireOwnName(exchange);
        faults.refuse(exchange);
        String path = exchange.getRequestURI().getRawPath();
        List<Route> here = routes.stream().filter(route -> route.serves(path)).toList();
        if (here.isEmpty()) {
            throw ApiError.of(404, "Not Found");
        }
        Route route = here.stream()
                .filter(candidate -> candidate.method().equals(exchange.getRequestMethod()))
                .findFirst()
                .orElseThrow(() -> wrongMethod(here));
        return route.endpoint().answer(request(exchange, route.ids(path), body));
    }

    /** Refuses what a page of another machine asks for: under a name of its own, or from a browser of this machine. */
    private static void requireOwnName(HttpExchange exchange) {
        if (!Origins.hasOwnHost(exchange)) {
            throw ApiError.of(421, "The sandbox answers only requests to 127.0.0.1 and localhost.");
        }
        if (Origins.isForeign(exchange)) {
            throw ApiError.of(403, "The sandbox answers no page of another machine.");
        }
    }

    private static ApiError wrongMethod(List<Route> here) {
        String allowed = here.stream().map(Route::method).collect(Collectors.joining(", "));
        return new ApiError(ApiError.of(405, "Method Not Allowed").reply().with(Map.of("Allow", allowed)));
    }

    private static String body(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            drain(input);
            throw ApiError.of(413, "Payload content length greater than maximum allowed: " + LARGEST_BODY);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void drain(InputStream input) throws IOException {
        int rounds = 0;
        while (rounds < DRAINED_BODIES && input.readNBytes(LARGEST_BODY).length > 0) {
            rounds++;
        }
    }

    private static ApiRequest request(HttpExchange exchange, List<String> ids, String body) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return new ApiRequest(
                ids,
                parse(query),
                header(exchange, "Authorization"),
                ApiRequest.mediaType(header(exchange, "Content-Type")),
                body);
    }

    private static Query parse(String query) {
        try {
            return Query.parse(query);
        } catch (IllegalArgumentException unused) {
            throw ApiError.invalidQuery("'Malformed percent escape'");
        }
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** Sends an answer. */
    static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.body().isEmpty() || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        byte[] body = Json.write(reply.body().get()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private record Route(String method, Pattern path, Endpoint endpoint) {

        boolean serves(String rawPath) {
            return path.matcher(rawPath).matches();
        }

        List<String> ids(String rawPath) {
            Matcher matcher = path.matcher(rawPath);
            return matcher.matches()
                    ? IntStream.rangeClosed(1, matcher.groupCount())
                            .mapToObj(group -> URLDecoder.decode(matcher.group(group), StandardCharsets.UTF_8))
                            .toList()
                    : List.of();
        }
    }
}
