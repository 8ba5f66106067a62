package com.messagemedia.auth0.testing;

import com.messagemedia.auth0.model.Value.Tree;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The wire to a sandbox: keeps the body of every write, and lets a test act at a moment or break the connection. */
public final class Wire extends Filter {

    private final List<Moment> coming = new ArrayList<>();
    private final List<Moment> lasting = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    /** Arranges what happens to the next request of this kind; several of one kind happen one after the other. */
    public synchronized void once(Moment moment) {
        coming.add(moment);
    }

    /** Arranges what happens to every request that is exactly this one. */
    public synchronized void always(Moment moment) {
        lasting.add(moment);
    }

    /** Lets so many requests through, and breaks the connection before each later one: nobody is there any more. */
    public synchronized void only(int requests) {
        left = requests;
    }

    /** Lets all requests through again. */
    public void all() {
        only(Integer.MAX_VALUE);
    }

    /** The bodies of all writes of connections so far, as they were sent. */
    public synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The body of the last write. */
    public synchronized Tree lastBody() {
        return (Tree) Rehearsal.json(bodies.get(bodies.size() - 1));
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Moment moment = take(request, new String(body, StandardCharsets.UTF_8));
        moment.before().run();
        CapturedExchange captured = new CapturedExchange(exchange, body);
        if (moment.fate().isProcessed()) {
            chain.doFilter(captured);
        }
        moment.after().run();
        if (moment.fate().isLost()) {
            throw new IOException("the connection breaks here");
        }
        if (moment.fate() == Moment.Fate.DELIVERED) {
            captured.deliver(moment.meddle());
        } else {
            refuse(exchange, moment.fate());
        }
    }

    private static void refuse(HttpExchange exchange, Moment.Fate fate) throws IOException {
        fate.header().forEach(exchange.getResponseHeaders()::set);
        byte[] body = fate.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(fate.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Moment take(String request, String body) {
        if (left-- <= 0) {
            return Moment.of(request, Moment.Fate.REQUEST_LOST);
        }
        if (!body.isEmpty() && request.contains(" /api/")) {
            bodies.add(body);
        }
        Optional<Moment> found = coming.stream()
                .filter(moment -> request.startsWith(moment.request()))
                .findFirst();
        found.ifPresent(coming::remove);
        return found.or(() -> lasting.stream()
                        .filter(moment -> request.equals(moment.request()))
                        .findFirst())
                .orElse(Moment.of(request, Moment.Fate.DELIVERED));
    }

    @Override
    public String description() {
        return "wire";
    }
}
