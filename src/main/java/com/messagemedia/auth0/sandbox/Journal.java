package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.sandbox.Sandbox.Request;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Remembers each request in the order of arrival. The outermost filter, so that injected faults are in it too. */
final class Journal extends Filter {

    private final List<Supplier<Request>> entries = new ArrayList<>();

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        int place = arrive(exchange);
        try {
            chain.doFilter(exchange);
        } finally {
            leave(place, request(exchange));
        }
    }

    private int arrive(HttpExchange exchange) {
        synchronized (entries) {
            // Asked for when it is wanted: whoever sends the reply sets the status before the first byte leaves, so a
            // client that has its reply finds the status here even while this thread is still on its way out.
            entries.add(() -> request(exchange));
            return entries.size() - 1;
        }
    }

    private void leave(int place, Request request) {
        synchronized (entries) {
            entries.set(place, () -> request);
        }
    }

    private static Request request(HttpExchange exchange) {
        return new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getResponseCode());
    }

    /** All requests so far. */
    List<Request> requests() {
        synchronized (entries) {
            return entries.stream().map(Supplier::get).toList();
        }
    }

    @Override
    public String description() {
        return "journal";
    }
}
