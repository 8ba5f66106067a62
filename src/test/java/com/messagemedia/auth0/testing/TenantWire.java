package com.messagemedia.auth0.testing;

import com.messagemedia.auth0.sandbox.SandboxTenant;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * The wire to one of several tenants of a sandbox: it hears all that arrives, and can break. Faults strike requests that a
 * test describes, such as {@code request -> request.startsWith("PATCH ")}: a request is its method and its path.
 */
public final class TenantWire extends Filter {

    /** Every request. */
    public static final Predicate<String> ALL = request -> true;

    /** Every request that changes something. */
    public static final Predicate<String> WRITES =
            request -> !request.startsWith("GET ") && !request.endsWith("/oauth/token");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    private TenantWire() {}

    /** The wire to a tenant, from now on. */
    public static TenantWire to(SandboxTenant tenant) {
        TenantWire wire = new TenantWire();
        tenant.filteredBy(wire);
        return wire;
    }

    /** What happens to a request; false if the request goes on to the tenant. */
    @FunctionalInterface
    private interface Fate {

        boolean takes(HttpExchange exchange, Chain chain) throws IOException;
    }

    private record Rule(Predicate<String> requests, Fate fate) {}

    /** The tenant is gone: these requests get no reply. The tenant never sees them. */
    public TenantWire drops(Predicate<String> requests) {
        return rule(requests, (exchange, chain) -> {
            exchange.close();
            return true;
        });
    }

    /** The tenant does what these requests say, and the replies are lost. */
    public TenantWire losesReplies(Predicate<String> requests) {
        return rule(requests, (exchange, chain) -> {
            chain.doFilter(
                    new CapturedExchange(exchange, exchange.getRequestBody().readAllBytes()));
            exchange.close();
            return true;
        });
    }

    /** The tenant dies when it has taken this many of these requests: each later request gets no reply. */
    public TenantWire diesAfter(int taken, Predicate<String> requests) {
        int[] left = {taken};
        return rule(ALL, (exchange, chain) -> {
            synchronized (left) {
                if (left[0] <= 0) {
                    exchange.close();
                    return true;
                }
                if (requests.test(name(exchange))) {
                    left[0]--;
                }
                return false;
            }
        });
    }

    /** The tenant has a limit: the next requests of this kind, as many as this, are refused with 429. */
    public TenantWire limits(int times, Predicate<String> requests) {
        int[] left = {times};
        return rule(requests, (exchange, chain) -> {
            synchronized (left) {
                if (left[0]-- <= 0) {
                    return false;
                }
            }
            String now = Long.toString(Instant.now().getEpochSecond());
            exchange.getResponseHeaders().set("x-ratelimit-limit", "50");
            exchange.getResponseHeaders().set("x-ratelimit-remaining", "0");
            exchange.getResponseHeaders().set("x-ratelimit-reset", now);
            return answer(exchange, 429, "{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":\"Limit\"}");
        });
    }

    /** The tenant answers these requests with this status and does nothing. */
    public TenantWire answers(int status, Predicate<String> requests) {
        return answers(status, "{\"statusCode\":" + status + "}", requests);
    }

    /** The tenant answers these requests with this status and this text, and does nothing. */
    public TenantWire answers(int status, String json, Predicate<String> requests) {
        return rule(requests, (exchange, chain) -> answer(exchange, status, json));
    }

    /** The tenant is slow: these requests wait until the latch opens. */
    public TenantWire waits(CountDownLatch until, Predicate<String> requests) {
        return rule(requests, (exchange, chain) -> {
            try {
                until.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return false;
        });
    }

    /** Something happens right before the first of these requests arrives, such as a colleague's edit. */
    public TenantWire before(Predicate<String> requests, Runnable event) {
        boolean[] happened = {false};
        return rule(requests, (exchange, chain) -> {
            synchronized (happened) {
                if (!happened[0]) {
                    happened[0] = true;
                    event.run();
                }
            }
            return false;
        });
    }

    private TenantWire rule(Predicate<String> requests, Fate fate) {
        rules.add(new Rule(requests, fate));
        return this;
    }

    /** Nothing breaks any longer. */
    public void mend() {
        rules.clear();
    }

    /** All headers and bodies that arrived: what a secret of another tenant must not be in. */
    public String heard() {
        return String.join("\n", heard);
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.setStreams(new ByteArrayInputStream(body), null);
        heard.add(name(exchange) + "\n" + exchange.getRequestHeaders().entrySet() + "\n"
                + new String(body, StandardCharsets.UTF_8));
        for (Rule rule : rules) {
            if (rule.requests().test(name(exchange)) && rule.fate().takes(exchange, chain)) {
                return;
            }
        }
        chain.doFilter(exchange);
    }

    private static String name(HttpExchange exchange) {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
    }

    private static boolean answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
        return true;
    }

    @Override
    public String description() {
        return "wire";
    }
}
