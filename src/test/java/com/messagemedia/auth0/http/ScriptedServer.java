package com.messagemedia.auth0.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A server on loopback that answers with what it was told, in that order, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    /** No fault that a client tries again: a test with too few answers fails at once. */
    private static final Reply UNSCRIPTED = new Reply(418, "", Map.of());

    static {
        // Without it the JDK's server and a client that keeps its connection wait for each other, 40 ms a request.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String origin;
    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One request as it arrived; header names in lower case. */
    public record Asked(String method, String target, Map<String, String> headers, String body) {}

    private record Reply(int status, String body, Map<String, String> headers) {}

    /** A server that speaks plain http. */
    public ScriptedServer() {
        this("http://127.0.0.1:", HttpServer::create);
    }

    /** A server that speaks TLS as {@code localhost}, with the certificate of this context. */
    public ScriptedServer(SSLContext tls) {
        this("https://localhost:", (address, backlog) -> {
            HttpsServer https = HttpsServer.create(address, backlog);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            return https;
        });
    }

    private interface Binding {
        HttpServer bind(InetSocketAddress address, int backlog) throws IOException;
    }

    private ScriptedServer(String origin, Binding binding) {
        this.origin = origin;
        try {
            server = binding.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Adds an answer of JSON. */
    public ScriptedServer then(int status, String json) {
        return then(status, json, Map.of("Content-Type", "application/json"));
    }

    /** Adds an answer. */
    public ScriptedServer then(int status, String body, Map<String, String> headers) {
        replies.add(new Reply(status, body, headers));
        return this;
    }

    /** {@code http://127.0.0.1:port}, or with TLS {@code https://localhost:port}. */
    public String address() {
        return origin + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** What was asked so far, {@code METHOD /path?query} each. */
    public List<String> lines() {
        return asked.stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
            Reply reply = replies.isEmpty() ? UNSCRIPTED : replies.remove();
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
