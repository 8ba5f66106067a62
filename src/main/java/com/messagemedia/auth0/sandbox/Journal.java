package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Records each request in the order of arrival. It is the outermost filter, so it also records injected faults. */
final class Journal extends Filter {

    private final List<Supplier<RecordedRequest>> entries = new ArrayList<>();

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
            // The entry reads the status late. The status is set before the first byte of the reply leaves. So a
            // client that has its reply finds the status here, even if this thread has not finished yet.
            entries.add(() -> request(exchange));
            return entries.size() - 1;
        }
    }

    private void leave(int place, RecordedRequest request) {
        synchronized (entries) {
            entries.set(place, () -> request);
        }
    }

    private static RecordedRequest request(HttpExchange exchange) {
        return new RecordedRequest(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getResponseCode());
    }

    /** All requests so far, in order. */
    List<RecordedRequest> requests() {
        synchronized (entries) {
            return entries.stream().map(Supplier::get).toList();
        }
    }

    @Override
    public String description() {
        return "journal";
    }
}
