package com.messagemedia.auth0.reliability;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.testing.CapturedExchange;
import com.messagemedia.auth0.testing.Rehearsal;
import com.sun.net.httpserver.Filter.Chain;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers one request with a fault. */
final class FaultyReplies {

    private static final String JSON = "application/json";
    private static final String PAGE = "<html><body>Request blocked</body></html>";

    private final HttpExchange exchange;
    private final CapturedExchange captured;
    private final Chain chain;
    private final CountDownLatch over;

    /**
     * The answer to a request.
     *
     * @param over opened when the run is over, so that nothing waits any longer
     */
    FaultyReplies(HttpExchange exchange, byte[] body, Chain chain, CountDownLatch over) {
        this.exchange = exchange;
        this.captured = new CapturedExchange(exchange, body);
        this.chain = chain;
        this.over = over;
    }

    void give(Strike strike) throws IOException {
        switch (strike) {
            case RESET_BEFORE -> breakOff();
            case RESET_AFTER -> {
                process();
                breakOff();
            }
            case TRUNCATED, STALLED, DRIPPING -> partly(strike);
            case MALFORMED -> replaced(JSON, "{\"a\":");
            case HTML -> replaced("text/html", PAGE);
            case EMPTY -> replaced(JSON, "");
            case CONTENT_TYPE -> whole("text/plain");
            case WITHHELD -> withoutOptions();
            case GATEWAY_TIMEOUT -> processedAnd(504);
            case LIMITED_AFTER -> processedAnd(429);
            case FORBIDDEN_AFTER -> processedAnd(403);
            case PROXY_LOGIN -> processedAnd(407);
            case REDIRECTED -> {
                exchange.getResponseHeaders().set("Location", "https://login.example/");
                processedAnd(302);
            }
            case NOT_UTF8 -> notUtf8();
            default -> refuse(strike);
        }
    }

    private void refuse(Strike strike) throws IOException {
        switch (strike) {
            case UNAUTHORIZED -> refuse(401, error(401, "Unauthorized", "Invalid token"));
            case EXPIRED ->
                refuse(401, error(401, "Unauthorized", "Expired token received for JSON Web Token validation"));
            case SCOPE -> refuse(403, error(403, "Forbidden", "Insufficient scope, expected any of: read:connections"));
            case ENTITLEMENT ->
                refuse(403, error(403, "Forbidden", "Please upgrade your subscription to use this feature"));
            case FIREWALL -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                send(403, PAGE);
            }
            case NOT_FOUND -> refuse(404, error(404, "Not Found", "The connection does not exist"));
            case CONFLICT -> refuse(409, error(409, "Conflict", "A connection with the same name already exists"));
            case TIMEOUT -> refuse(408, error(408, "Request Timeout", "The request took too long"));
            case UNAVAILABLE -> refuse(503, error(503, "Service Unavailable", "Try again"));
            case FAILING -> refuse(500, error(500, "Internal Server Error", "Something broke"));
            default -> limit(strike);
        }
    }

    private void limit(Strike strike) throws IOException {
        switch (strike) {
            case SECONDS -> exchange.getResponseHeaders().set("Retry-After", "0");
            case DATE -> exchange.getResponseHeaders().set("Retry-After", "Mon, 02 Nov 2026 10:00:00 GMT");
            case PAST -> exchange.getResponseHeaders().set("Retry-After", "Mon, 02 Nov 2015 10:00:00 GMT");
            case RESET_TIME -> exchange.getResponseHeaders().set("x-ratelimit-reset", "1793613600");
            case HOUR -> exchange.getResponseHeaders().set("Retry-After", "3600");
            case BARE -> exchange.getResponseHeaders().remove("Retry-After");
            default -> throw new AssertionError(strike + " is no answer");
        }
        refuse(429, error(429, "Too Many Requests", "Global limit has been reached"));
    }

    private void processedAnd(int status) throws IOException {
        process();
        refuse(status, "{}");
    }

    private void notUtf8() throws IOException {
        byte[] body = process().replaceFirst("\\{", "{\"note\":\"\u00e9\",").getBytes(StandardCharsets.ISO_8859_1);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=iso-8859-1");
        exchange.sendResponseHeaders(captured.getResponseCode(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String error(int status, String error, String message) {
        return "{\"statusCode\":" + status + ",\"error\":\"" + error + "\",\"message\":\"" + message + "\"}";
    }

    private String process() throws IOException {
        chain.doFilter(captured);
        return captured.text();
    }

    private static void breakOff() throws IOException {
        throw new IOException("the connection breaks here");
    }

    private void replaced(String type, String body) throws IOException {
        process();
        exchange.getResponseHeaders().set("Content-Type", type);
        send(200, body);
    }

    private void whole(String type) throws IOException {
        String body = process();
        exchange.getResponseHeaders().set("Content-Type", type);
        send(captured.getResponseCode(), body);
    }

    private void withoutOptions() throws IOException {
        String body = process();
        send(captured.getResponseCode(), Json.write(withoutOptions(Rehearsal.json(body))));
    }

    private static Value withoutOptions(Value value) {
        if (value instanceof Value.Array array) {
            return new Value.Array(
                    array.items().stream().map(FaultyReplies::withoutOptions).toList());
        }
        if (value instanceof Tree tree) {
            Map<String, Value> members = new LinkedHashMap<>();
            tree.members().forEach((key, member) -> {
                if (!key.equals("options")) {
                    members.put(key, key.equals("connections") ? withoutOptions(member) : member);
                }
            });
            return new Tree(members);
        }
        return value;
    }

    private void refuse(int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        send(status, body);
    }

    private void send(int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void partly(Strike strike) throws IOException {
        byte[] body = process().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(captured.getResponseCode(), body.length);
        OutputStream out = exchange.getResponseBody();
        if (strike == Strike.DRIPPING) {
            drip(body, out);
        } else {
            out.write(body, 0, body.length / 2);
            out.flush();
        }
        if (strike == Strike.STALLED) {
            await(1, TimeUnit.HOURS);
        }
        breakOff();
    }

    private void drip(byte[] body, OutputStream out) throws IOException {
        for (int i = 0; i < body.length - 1 && !await(50, TimeUnit.MILLISECONDS); i++) {
            out.write(body, i, 1);
            out.flush();
        }
    }

    private boolean await(long time, TimeUnit unit) {
        try {
            return over.await(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
