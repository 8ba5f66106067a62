package com.messagemedia.auth0.sandbox.page;

import com.messagemedia.auth0.http.Loopback;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Tells requests of this machine's own pages and programs from requests that a foreign web page makes. */
public final class Origins {

    private static final String SAME = "same-origin";

    private Origins() {}

    /**
     * Whether a request names this machine, or no host at all. This protects against DNS rebinding: a web page can
     * point its own host name to 127.0.0.1 and read the sandbox. Its requests then carry that name.
     */
    public static boolean hasOwnHost(HttpExchange exchange) {
        return header(exchange, "Host")
                .map(host -> isLoopback("http://" + host))
                .orElse(true);
    }

    /**
     * Whether a page of another machine makes this request. A browser names the page in {@code Origin}, also in a
     * {@code POST} whose answer the page cannot read. Programs send no such header.
     */
    public static boolean isForeign(HttpExchange exchange) {
        return header(exchange, "Origin").filter(origin -> !isLoopback(origin)).isPresent();
    }

    /** Whether the sandbox's own page makes this request, as far as the browser says where it comes from. */
    static boolean isNotElsewhere(HttpExchange exchange) {
        boolean site = header(exchange, "Sec-Fetch-Site")
                .map(word -> word.equals(SAME) || word.equals("none"))
                .orElse(true);
        return site
                && header(exchange, "Origin")
                        .map(origin -> isOwn(exchange, origin))
                        .orElse(true);
    }

    /** Whether the request says that the sandbox's own page makes it. */
    static boolean isOwnPage(HttpExchange exchange) {
        return header(exchange, "Origin").isPresent() && isNotElsewhere(exchange);
    }

    private static boolean isOwn(HttpExchange exchange, String origin) {
        return header(exchange, "Host")
                .filter(host -> origin.equalsIgnoreCase("http://" + host))
                .isPresent();
    }

    private static boolean isLoopback(String origin) {
        try {
            return Loopback.holds(URI.create(origin.toLowerCase(Locale.ROOT) + "/"));
        } catch (IllegalArgumentException unused) {
            return false;
        }
    }

    static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
