package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of a sandbox: sends what a test says, as it stands. */
final class Caller {

    static final String SMS = "/api/v2/connections/con_SandboxSms000000";
    static final String SMS_CLIENTS = SMS + "/clients";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Sandbox sandbox;
    private final Map<String, String> headers;

    private Caller(Sandbox sandbox, Map<String, String> headers) {
        this.sandbox = sandbox;
        this.headers = headers;
    }

    static Caller anonymous(Sandbox sandbox) {
        return new Caller(sandbox, Map.of());
    }

    static Caller published(Sandbox sandbox) {
        return anonymous(sandbox).with("Authorization", "Bearer " + SandboxCredentials.TOKEN);
    }

    Caller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(sandbox, more);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> patch(String path, String json) {
        return send("PATCH", path, json);
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        sandbox.address().url().resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Tree tree(HttpResponse<String> response) {
        return (Tree) json(response.body());
    }

    static Value json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String options(HttpResponse<String> response) {
        return Json.write(tree(response).members().get("options"));
    }

    static String member(HttpResponse<String> response, String key) {
        Value value = tree(response).members().get(key);
        return value == null ? "absent" : Json.write(value);
    }
}
