package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** What the example pipelines ask of GitHub's and GitLab's API, on loopback: comments, commits, runs and their files. */
final class CodeHost implements AutoCloseable {

    /** The account that the pipelines write with. */
    static final String BOT = "github-actions[bot]";

    /** The file that a run of the pull request made. */
    static final String PLAN = "{\"formatVersion\": 1}";

    private static final Pattern PAGE = Pattern.compile("page=(\\d+)$");
    private static final int PAGE_SIZE = 100;

    /** One comment. */
    record Comment(int id, String author, String body) {}

    private final List<Comment> comments = new ArrayList<>();
    private final HttpServer server;
    private String merged = "";

    CodeHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Comment> comments() {
        return comments;
    }

    /** From now on this commit came in with a request that was planned. */
    void merged(String commit) {
        merged = commit;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String answer = switch (exchange.getRequestMethod()) {
            case "POST" -> write(comments.size() + 1, body);
            case "PATCH", "PUT" -> write(Integer.parseInt(path.replaceAll(".*/", "")), body);
            default -> read(path, exchange);
        };
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String write(int id, String body) {
        Map<String, Object> note = new Yaml().load(body);
        Comment comment = new Comment(id, BOT, String.valueOf(note.get("body")));
        comments.removeIf(old -> old.id() == id);
        comments.add(comment);
        return "{}";
    }

    private String read(String path, HttpExchange exchange) {
        if (path.equals("/user")) {
            return "{\"id\": 5}";
        }
        if (path.endsWith("/comments")) {
            return json(comments);
        }
        if (path.endsWith("/notes")) {
            return page(exchange);
        }
        if (path.endsWith("/commits")) {
            return "[{\"sha\": \"c1\", \"id\": \"c1\"}, {\"sha\": \"c2\", \"id\": \"c2\"}]";
        }
        return path.matches(".*/commits/[^/]+/(pulls|merge_requests)") ? requests(path) : planned(path);
    }

    private String page(HttpExchange exchange) {
        Matcher asked = PAGE.matcher(exchange.getRequestURI().getQuery());
        int page = asked.find() ? Integer.parseInt(asked.group(1)) : 1;
        int end = Math.min(comments.size(), page * PAGE_SIZE);
        exchange.getResponseHeaders().add("x-next-page", end < comments.size() ? String.valueOf(page + 1) : "");
        return json(comments.subList(Math.min(end, (page - 1) * PAGE_SIZE), end));
    }

    private String requests(String path) {
        return path.contains("/commits/" + merged + "/")
                ? "[{\"merged_at\": \"2026-01-01\", \"state\": \"merged\", \"iid\": 7, \"head\": {\"sha\": \"h1\"}}]"
                : "[{\"merged_at\": null, \"state\": \"opened\", \"iid\": 8, \"head\": {\"sha\": \"h2\"}}]";
    }

    private String planned(String path) {
        if (path.endsWith("/runs")) {
            return "{\"workflow_runs\": [{\"id\": 42}]}";
        }
        if (path.endsWith("/merge_requests/7/pipelines")) {
            return "[{\"id\": 41}, {\"id\": 40}]";
        }
        if (path.endsWith("/pipelines/41/jobs")) {
            return "[{\"id\": 90, \"name\": \"validate\"}]";
        }
        return path.endsWith("/pipelines/40/jobs") ? "[{\"id\": 91, \"name\": \"plan\"}]" : PLAN;
    }

    private static String json(List<Comment> comments) {
        return Json.write(new Array(comments.stream().<Value>map(CodeHost::json).toList()));
    }

    private static Value json(Comment comment) {
        Value user = new Tree(Map.of("login", Value.of(comment.author())));
        Value author = new Tree(Map.of("id", Value.of(comment.author().equals(BOT) ? 5 : 6)));
        return new Tree(
                Map.of("id", Value.of(comment.id()), "user", user, "author", author, "body", Value.of(comment.body())));
    }
}
