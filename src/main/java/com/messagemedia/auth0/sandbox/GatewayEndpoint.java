package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.delivery.gateway.GatewayHosts;
import com.messagemedia.auth0.delivery.gateway.GatewayToken;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.http.Loopback;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * MessageMedia's gateway for Auth0. It behaves like the published code (messagemedia/auth0-integration): it checks
 * the token, passes the message on with the token's subject and audience as key and secret, and always answers
 * "sent".
 */
final class GatewayEndpoint {

    private static final String BEARER = "Bearer ";

    private final MessageMediaEndpoint messageMedia;

    GatewayEndpoint(MessageMediaEndpoint messageMedia) {
        this.messageMedia = messageMedia;
    }

    Reply send(ApiRequest request) {
        Optional<GatewayToken.Claims> claims = request.authorization()
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header ->
                        GatewayToken.read(header.substring(BEARER.length()), SandboxCredentials.GATEWAY_SECRET));
        if (claims.isEmpty()) {
            return status(401, "unauthorized");
        }
        try {
            String basic = MessageMediaEndpoint.basic(
                    claims.get().subject(), claims.get().audience());
            messageMedia.send(basic, message(Json.parse(request.body())), "the SMS gateway");
            return status(200, "sent");
        } catch (JsonFormatException unused) {
            return status(401, "unauthorized");
        }
    }

    private static Tree message(Value body) {
        Tree asked = body instanceof Tree tree ? tree : Tree.EMPTY;
        ObjectBuilder message = ObjectBuilder.empty();
        copy(asked, "body", message, "content");
        copy(asked, "recipient", message, "destination_number");
        copy(asked, "sender", message, "source_number");
        return ObjectBuilder.empty()
                .put("messages", new Array(List.of(message.tree())))
                .tree();
    }

    private static void copy(Tree from, String key, ObjectBuilder to, String name) {
        if (from.members().get(key) instanceof Value.Text text) {
            to.put(name, text);
        }
    }

    private static Reply status(int status, String word) {
        return Reply.json(status, ObjectBuilder.empty().put("status", word).tree());
    }

    /**
     * The tenant's call of the gateway with one message. It never leaves loopback: the sandbox's gateway replaces
     * MessageMedia's own addresses, and other hosts are not called.
     *
     * @param own the address of the tenant, with a trailing slash, below which its own gateway is
     */
    record GatewayCall(Supplier<URI> own) {

        /** 502 Bad Gateway: what a tenant reports if its gateway does not answer. */
        private static final int NOT_CALLED = 502;

        private static final Duration PATIENCE = Duration.ofSeconds(30);

        /** Posts a message and returns the status of the answer; 502 if there is none. */
        int post(Options options, String recipient, String text) {
            try {
                ObjectBuilder body =
                        ObjectBuilder.empty().put("recipient", recipient).put("body", text);
                OptionPaths.text(options, OptionPaths.FROM).ifPresent(from -> body.put("sender", from));
                HttpRequest request = HttpRequest.newBuilder(address(options))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Bearer " + GatewayToken.sign(options).reveal())
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body.tree())))
                        .build();
                return HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException | Fault unused) {
                return NOT_CALLED;
            } catch (InterruptedException unused) {
                Thread.currentThread().interrupt();
                return NOT_CALLED;
            }
        }

        private URI address(Options options) throws IOException {
            String url = OptionPaths.text(options, OptionPaths.GATEWAY_URL).orElse("");
            if (GatewayHosts.host(url).filter(GatewayHosts::isKnown).isPresent()) {
                return own.get().resolve(URI.create(url).getRawPath().replaceFirst("^/+", ""));
            }
            if (GatewayHosts.host(url).isEmpty() || !Loopback.holds(URI.create(url))) {
                throw new IOException("the sandbox calls only hosts on loopback");
            }
            return URI.create(url);
        }
    }
}
