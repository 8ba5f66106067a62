package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.SandboxCredentials;
import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Tree;
import com.messagemedia.auth0.http.GatewayToken;
import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import java.util.List;
import java.util.Optional;

/**
 * MessageMedia's gateway for Auth0, as its published code behaved (messagemedia/auth0-integration): it checks the token, hands the
 * message on with the token's subject and audience as key and secret, and says "sent" whatever comes of it.
 */
final class GatewayEndpoint {

    private static final String BEARER = "Bearer ";

    private final MessageMediaEndpoint messageMedia;

    GatewayEndpoint(MessageMediaEndpoint messageMedia) {
        this.messageMedia = messageMedia;
    }

    @SuppressWarnings("UnusedException") // Whatever is wrong, the gateway says no more than this.
    Reply send(Call call) {
        Optional<GatewayToken.Claims> claims = call.authorization()
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header ->
                        GatewayToken.read(header.substring(BEARER.length()), SandboxCredentials.GATEWAY_SECRET));
        if (claims.isEmpty()) {
            return status(401, "unauthorized");
        }
        try {
            String basic = MessageMediaEndpoint.basic(
                    claims.get().subject(), claims.get().audience());
            messageMedia.send(basic, message(Json.parse(call.body())));
            return status(200, "sent");
        } catch (JsonFormatException e) {
            return status(401, "unauthorized");
        }
    }

    private static Tree message(Value body) {
        Tree asked = body instanceof Tree tree ? tree : Tree.EMPTY;
        Draft message = Draft.empty();
        copy(asked, "body", message, "content");
        copy(asked, "recipient", message, "destination_number");
        copy(asked, "sender", message, "source_number");
        return Draft.empty().put("messages", new Array(List.of(message.tree()))).tree();
    }

    private static void copy(Tree from, String key, Draft to, String name) {
        if (from.members().get(key) instanceof Value.Text text) {
            to.put(name, text);
        }
    }

    private static Reply status(int status, String word) {
        return Reply.json(status, Draft.empty().put("status", word).tree());
    }
}
