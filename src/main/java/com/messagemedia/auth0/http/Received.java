package com.messagemedia.auth0.http;

import com.messagemedia.auth0.http.HttpClients.ReplyTooLargeException;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.io.IOException;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * The answer to a request: its status and the JSON object in its body. Any host, proxy or login page can give any
 * status, so a caller must also check for the documented members.
 *
 * @param status the HTTP status
 * @param object the body, if it is one JSON object
 * @param body a description of the body, without any of its text: {@code with text/html}
 */
public record Received(int status, Optional<Tree> object, String body) {

    /** Reads the whole answer and closes it. */
    public static Received of(Response<ResponseBody> response) throws IOException {
        try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
            return body == null
                    ? new Received(response.code(), Optional.empty(), "without a body")
                    : read(response.code(), body);
        }
    }

    private static Received read(int status, ResponseBody body) throws IOException {
        try {
            Buffer bytes = new Buffer();
            body.source().readAll(bytes);
            if (bytes.snapshot().utf8().isBlank()) {
                return new Received(status, Optional.empty(), "without a body");
            }
            // body.string() is not used: it would decode with any charset that the answer names.
            return Json.read(bytes) instanceof Tree tree
                    ? new Received(status, Optional.of(tree), "with a JSON object")
                    : new Received(status, Optional.empty(), "with JSON that is not an object");
        } catch (JsonFormatException unused) {
            return new Received(status, Optional.empty(), "with " + kind(body.contentType()));
        } catch (ReplyTooLargeException unused) {
            return new Received(status, Optional.empty(), "with more than 8 MiB");
        }
    }

    private static String kind(@Nullable MediaType declared) {
        if (declared == null) {
            return "text that is not JSON";
        }
        return declared.subtype().equals("json")
                ? "text that is labelled as JSON but is not JSON"
                : declared.type() + "/" + declared.subtype();
    }

    /** A text member of the JSON object; empty if there is none. */
    public Optional<String> text(String key) {
        return object.map(tree -> tree.members().get(key))
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).text());
    }

    /** A list member of the JSON object; empty if there is none. */
    public Optional<Value.Array> list(String key) {
        return object.map(tree -> tree.members().get(key))
                .filter(Value.Array.class::isInstance)
                .map(Value.Array.class::cast);
    }

    /** Status and body for a message: {@code 200 with text/html}. */
    public String inWords() {
        return status + " " + body;
    }
}
