package com.messagemedia.auth0.testing;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An open page of a sandbox: reads its events, and presses its buttons. */
public final class PageClient implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BufferedReader lines;

    private PageClient(InputStream events) {
        this.lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
    }

    public static PageClient of(Sandbox sandbox) {
        return of(sandbox, "/");
    }

    /** The open page of one of several tenants, by its path, which ends with a slash. */
    public static PageClient of(Sandbox sandbox, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(address(sandbox, path + "ui/events")).build();
        return new PageClient(send(request, BodyHandlers.ofInputStream()).body());
    }

    private static URI address(Sandbox sandbox, String path) {
        return sandbox.address().url().resolve(path);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that a page shows when it is opened now. */
    public static Tree shown(Sandbox sandbox) {
        return shown(sandbox, "/");
    }

    /** All that the page of one of several tenants shows when it is opened now. */
    public static Tree shown(Sandbox sandbox, String path) {
        try (PageClient page = of(sandbox, path)) {
            return page.next();
        }
    }

    /** Presses a button like the page itself, and returns the status. */
    public static int press(Sandbox sandbox, String button) {
        HttpRequest request = HttpRequest.newBuilder(address(sandbox, "/ui/buttons/" + button))
                .header("Origin", sandbox.address().toString())
                .POST(BodyPublishers.noBody())
                .build();
        return send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Asks the tenant for a code, like a user who signs in. */
    public static int askForCode(Sandbox sandbox) {
        HttpRequest request = HttpRequest.newBuilder(address(sandbox, "/passwordless/start"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"client_id\":\"sandboxWebClient0000000000000000\",\"connection\":"
                        + "\"sms\",\"phone_number\":\"+61491570006\",\"send\":\"code\"}"))
                .build();
        return send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Why a button cannot be pressed, or "absent". */
    public static String blocked(Sandbox sandbox, String button) {
        return trees(shown(sandbox), "buttons").stream()
                .filter(one -> text(one, "id").equals(button))
                .map(one -> text(one, "blocked"))
                .findFirst()
                .orElse("absent");
    }

    /** The next event. */
    public Tree next() {
        String line = line();
        while (line != null && !line.startsWith("data: ")) {
            line = line();
        }
        if (line == null) {
            throw new IllegalStateException("the stream is over");
        }
        return (Tree) json(line.substring("data: ".length()));
    }

    /** The next event that is as it should be. */
    public Tree next(Predicate<Tree> wanted) {
        Tree event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    /** Reads until the stream ends. */
    public void end() {
        while (line() != null) {
            // What comes on the way does not matter.
        }
    }

    private String line() {
        try {
            return lines.readLine();
        } catch (IOException unused) {
            // The sandbox has closed the connection.
            return null;
        }
    }

    /** The marks in an event: the word by section and path. */
    public static Map<String, String> marks(Tree event) {
        Map<String, String> marks = new TreeMap<>();
        for (Tree section : trees(event, "tenant")) {
            for (Tree leaf : trees(section, "leaves")) {
                if (!text(leaf, "mark").isEmpty()) {
                    marks.put(path(leaf), text(leaf, "mark"));
                }
            }
        }
        return marks;
    }

    /** The text that the page shows at a path. */
    public static String shown(Tree event, String path) {
        return trees(event, "tenant").stream()
                .flatMap(section -> trees(section, "leaves").stream())
                .filter(leaf -> path(leaf).equals(path))
                .map(leaf -> text(leaf, "text"))
                .findFirst()
                .orElse("absent");
    }

    private static String path(Tree leaf) {
        Array path = (Array) Rehearsal.member(leaf, "path");
        return String.join(
                ".", path.items().stream().map(key -> ((Text) key).text()).toList());
    }

    public static List<Tree> trees(Tree event, String key) {
        return ((Array) Rehearsal.member(event, key))
                .items().stream().map(Tree.class::cast).toList();
    }

    public static String text(Tree event, String key) {
        Value value = Rehearsal.member(event, key);
        return value instanceof Text text ? text.text() : Json.write(value);
    }

    private static Value json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
