package com.messagemedia.auth0.sandbox.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * The open pages, which get each event as it happens (HTML Living Standard, "Server-sent events"). A stream has a
 * thread of its own, so a slow page delays nobody. A stream ends when the page goes or the sandbox closes.
 */
final class EventStreams {

    /** How many pages may be open. A browser opens at most six connections to one host. */
    static final int MOST = 8;

    /** How often a stream looks for changes that another process made in the shared state file, in milliseconds. */
    private static final long LOOK = 1000;

    /** After so many looks without an event a stream sends a comment, and notices a page that has gone. */
    private static final int HEARTBEAT = 15;

    private final Semaphore free = new Semaphore(MOST);
    private final Journal journal;
    private final PageView view;

    EventStreams(Journal journal, PageView view) {
        this.journal = journal;
        this.view = view;
    }

    /** Takes the place of one more stream; false if there are too many. */
    boolean enter() {
        return free.tryAcquire();
    }

    /** Sends events until the page goes or the sandbox closes, and leaves the place. */
    void serve(HttpExchange exchange) throws IOException {
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            send(exchange.getResponseBody());
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private void send(OutputStream out) throws IOException, InterruptedException {
        PageView.Reader reader = view.reader();
        write(out, "retry: 1000\n\n");
        int quiet = 0;
        while (!journal.isClosed()) {
            long seen = journal.number();
            String news = reader.news();
            quiet = news.isEmpty() ? quiet + 1 : 0;
            if (!news.isEmpty()) {
                write(out, "data: " + news + "\n\n");
            } else if (quiet % HEARTBEAT == 0) {
                write(out, ":\n\n");
            }
            journal.await(seen, LOOK);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
