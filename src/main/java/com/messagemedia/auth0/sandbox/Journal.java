package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Records the last requests in the order of arrival. It stands before filters that inject faults, so it also records
 * these.
 */
final class Journal extends Filter {

    /** More than any test makes. It bounds the memory of a sandbox that runs for days. */
    static final int KEPT = 10_000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Entry entry = arrive(exchange);
        try {
            chain.doFilter(exchange);
        } finally {
            RecordedRequest request = request(exchange);
            synchronized (entries) {
                entry.request = () -> request;
            }
        }
    }

    private Entry arrive(HttpExchange exchange) {
        synchronized (entries) {
            // The entry reads the status late. The status is set before the first byte of the reply leaves. So a
            // client that has its reply finds the status here, even if this thread has not finished yet.
            Entry entry = new Entry(() -> request(exchange));
            entries.addLast(entry);
            if (entries.size() > KEPT) {
                entries.removeFirst();
            }
            return entry;
        }
    }

    private static RecordedRequest request(HttpExchange exchange) {
        return new RecordedRequest(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getResponseCode());
    }

    /** The last requests, in order. */
    List<RecordedRequest> requests() {
        synchronized (entries) {
            return entries.stream().map(entry -> entry.request.get()).toList();
        }
    }

    @Override
    public String description() {
        return "journal";
    }

    /** A request whose status may still come. */
    private static final class Entry {

        private Supplier<RecordedRequest> request;

        Entry(Supplier<RecordedRequest> request) {
            this.request = request;
        }
    }
}
