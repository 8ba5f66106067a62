package com.messagemedia.auth0.sandbox.page;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.sandbox.page.Journal.Arrival;
import com.messagemedia.auth0.sandbox.page.Journal.Call;
import com.messagemedia.auth0.sandbox.page.Journal.LastChange;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page at a tenant's root. It answers the requests below {@code /ui/} and that for the root itself, and keeps a
 * copy of all others for the journal. It reads nothing but {@link TenantSource} and what passes by.
 */
public final class Page extends Filter {

    private static final String ROOT = "/";
    private static final String OWN = "/ui/";
    private static final String EVENTS = OWN + "events";
    private static final String BUTTONS = OWN + "buttons/";

    /** More than any path of the sandbox has. */
    private static final int MOST_SEGMENTS = 10;

    private static final Pattern WORD = Pattern.compile("([a-z][a-z0-9_-]{0,23})?");

    private final Journal journal = new Journal();
    private final Masks masks = new Masks();
    private final TenantSource tenant;
    private final EventStreams streams;
    private final InstantSource clock;
    private static final ThreadLocal<List<Change>> CHANGES_OF_REQUEST = new ThreadLocal<>();

    /** A page that shows this tenant. */
    public Page(TenantSource tenant, InstantSource clock) {
        this.tenant = tenant;
        this.clock = clock;
        this.streams = new EventStreams(journal, new PageView(journal, tenant, masks));
    }

    /**
     * A message that arrived at MessageMedia.
     *
     * @param accepted whether MessageMedia took it
     * @param way how it came there, in a few words
     */
    public record Sms(String recipient, String sender, String text, boolean accepted, String way) {}

    /**
     * The last request that the tenant had.
     *
     * @param request its method and the words of its path
     * @param status the status of its reply; -1 if there was none
     */
    public record LastCall(Instant time, String request, int status) {}

    /** The last request; empty before the first. */
    public Optional<LastCall> lastCall() {
        return journal.lastCall()
                .map(call -> new LastCall(call.time(), call.method() + " " + words(call.target()), call.status()));
    }

    /** The path's words. What may be an id, or a secret in a wrong place, is a sign; the query is left out. */
    private static String words(String target) {
        return Stream.of(target.split("[?#]", 2)[0].split("/", -1))
                .limit(MOST_SEGMENTS)
                .map(segment -> WORD.matcher(segment).matches() ? segment : "…")
                .collect(Collectors.joining("/"));
    }

    /** Shows a message. */
    public void arrived(Sms sms) {
        journal.add(new Arrival(clock.instant(), sms.recipient(), sms.sender(), sms.text(), sms.accepted(), sms.way()));
    }

    /**
     * Marks what changed in the tenant. A change that shows nothing new leaves the marks as they are.
     *
     * @param cause who made the change; empty if it is the request of this thread
     */
    public void changed(List<Section> before, List<Section> after, Optional<String> cause) {
        List<Change> changes = Change.between(before, after);
        List<Change> ofRequest = CHANGES_OF_REQUEST.get();
        if (cause.isEmpty() && ofRequest != null) {
            ofRequest.addAll(changes);
        } else if (!changes.isEmpty()) {
            journal.changed(new LastChange(clock.instant(), cause.orElse("a colleague"), changes));
        }
    }

    /** Tells the open pages that a button changed. */
    public void touched() {
        journal.touched();
    }

    /** Ends all streams. */
    public void close() {
        journal.close();
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        if (path != null && (path.startsWith(OWN) || isOfPage(exchange, path))) {
            try (exchange) {
                answer(exchange, path);
            }
        } else {
            record(exchange, chain);
        }
    }

    /** A HEAD request to the root asks whether the tenant is there, as {@code doctor} does. No browser sends one. */
    private static boolean isOfPage(HttpExchange exchange, String path) {
        return path.equals(ROOT) && !exchange.getRequestMethod().equals("HEAD");
    }

    private void record(HttpExchange exchange, Chain chain) throws IOException {
        List<Change> changes = new ArrayList<>();
        Recording recording = new Recording(exchange, changes);
        exchange.setStreams(
                recording.sent.reading(exchange.getRequestBody()),
                recording.answer.writing(exchange.getResponseBody(), recording::end));
        CHANGES_OF_REQUEST.set(changes);
        try {
            chain.doFilter(exchange);
        } finally {
            CHANGES_OF_REQUEST.remove();
            recording.end();
        }
    }

    /** A request on its way. It is in the journal before its client has the whole reply. */
    private final class Recording {

        private final BodyCopy sent = new BodyCopy();
        private final BodyCopy answer = new BodyCopy();
        private final HttpExchange exchange;
        private final List<Change> changes;
        private boolean ended;

        Recording(HttpExchange exchange, List<Change> changes) {
            this.exchange = exchange;
            this.changes = changes;
        }

        void end() {
            if (ended) {
                return;
            }
            ended = true;
            String method = exchange.getRequestMethod();
            if (!changes.isEmpty()) {
                String cause = method + " " + exchange.getRequestURI().getRawPath();
                journal.changed(new LastChange(clock.instant(), cause, changes));
            }
            Origins.header(exchange, "Authorization").ifPresent(header -> masks.know(List.of(credential(header))));
            String target = exchange.getRequestURI().toString();
            journal.add(new Call(clock.instant(), method, target, exchange.getResponseCode(), sent, answer, changes));
        }
    }

    private static String credential(String header) {
        return header.substring(header.indexOf(' ') + 1).strip();
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        PageFiles.protect(exchange);
        String method = exchange.getRequestMethod();
        if (!Origins.hasOwnHost(exchange)) {
            refuse(exchange, 421, "The sandbox answers only requests to 127.0.0.1 and localhost.");
        } else if (path.startsWith(BUTTONS)) {
            press(exchange, path.substring(BUTTONS.length()));
        } else if (!PageFiles.has(path) && !path.equals(EVENTS)) {
            refuse(exchange, 404, "Not Found");
        } else if (!method.equals("GET") && !(method.equals("HEAD") && PageFiles.has(path))) {
            exchange.getResponseHeaders().set("Allow", "GET");
            refuse(exchange, 405, "Method Not Allowed");
        } else if (path.equals(EVENTS)) {
            stream(exchange);
        } else {
            PageFiles.send(exchange, path);
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (!Origins.isNotElsewhere(exchange)) {
            refuse(exchange, 403, "Only the sandbox's own page can read its events.");
        } else if (!streams.enter()) {
            refuse(exchange, 503, "Too many pages of the sandbox are open. Close one.");
        } else {
            streams.serve(exchange);
        }
    }

    private void press(HttpExchange exchange, String id) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            refuse(exchange, 405, "Method Not Allowed");
        } else if (!Origins.isOwnPage(exchange)) {
            refuse(exchange, 403, "Only the sandbox's own page can press a button.");
        } else {
            pressed(exchange, id);
        }
    }

    private void pressed(HttpExchange exchange, String id) throws IOException {
        try {
            boolean done = tenant.press(id);
            journal.touched();
            if (done) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                refuse(exchange, 409, "This button cannot be pressed now.");
            }
        } catch (Fault fault) {
            refuse(exchange, 500, masks.scrub(fault.problem() + " " + fault.remedy()));
        }
    }

    private static void refuse(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public String description() {
        return "page";
    }
}
