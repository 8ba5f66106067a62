package com.messagemedia.auth0.sandbox.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** The page's own files. A browser may load and run nothing else for the page, and no other page may frame it. */
final class PageFiles {

    private static final Map<String, String> FILES =
            Map.of("/", "page.html", "/ui/page.css", "page.css", "/ui/page.js", "page.js", "/ui/icon.svg", "icon.svg");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PageFiles() {}

    static boolean has(String path) {
        return FILES.containsKey(path);
    }

    /** Sets the headers that every answer of the page has. */
    static void protect(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    /** Sends the file of this path. */
    static void send(HttpExchange exchange, String path) throws IOException {
        String name = Objects.requireNonNull(FILES.get(path));
        byte[] body;
        try (InputStream source = PageFiles.class.getResourceAsStream(name)) {
            body = Objects.requireNonNull(source).readAllBytes();
        }
        String type = TYPES.get(name.substring(name.indexOf('.') + 1));
        exchange.getResponseHeaders().set("Content-Type", Objects.requireNonNull(type));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
