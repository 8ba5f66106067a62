package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import com.messagemedia.auth0.sms.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of MessageMedia's API that the gateway and the plugin use (MessageMedia documentation, "Messages" and
 * "Sender Address"). It accepts the published dummy key and secret.
 */
final class MessageMediaEndpoint {

    private static final String BASIC = basic(SandboxCredentials.API_KEY, SandboxCredentials.API_SECRET);

    private final Inbox inbox;

    MessageMediaEndpoint(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The Authorization header for a key and a secret. */
    static String basic(String key, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    Reply send(ApiRequest request) {
        return send(request.authorization().orElse(""), request.json());
    }

    /** Accepts all messages of a request or none. The inbox also shows refused messages. */
    Reply send(String authorization, Value body) {
        List<Tree> messages = messages(body);
        boolean known = authorization.equals(BASIC);
        boolean valid =
                messages.stream().allMatch(message -> Sender.isInternational(text(message, "destination_number")));
        messages.forEach(message -> inbox.add(new Message(
                text(message, "destination_number"),
                text(message, "source_number"),
                text(message, "content"),
                known && valid)));
        if (!known) {
            return message(401, "Invalid authentication credentials");
        }
        return valid && !messages.isEmpty()
                ? queued()
                : message(400, "Request failed to parse correctly. Please ensure input is valid and try again.");
    }

    private static Reply queued() {
        Tree message = ObjectBuilder.empty()
                .put("message_id", UUID.randomUUID().toString())
                .put("status", "queued")
                .tree();
        return Reply.json(
                202,
                ObjectBuilder.empty()
                        .put("messages", new Array(List.of(message)))
                        .tree());
    }

    /** Never finds a message: the sandbox keeps no ids of messages. */
    Reply status(ApiRequest request) {
        return guarded(request, message(404, "Resource not found."));
    }

    /** The senders of the sandbox's account, one for each state of a sender. */
    Reply senders(ApiRequest request) {
        Array senders = new Array(List.of(
                sender("61491570156", "INTERNATIONAL", "APPROVED", "2099-01-01"),
                sender("61491570157", "INTERNATIONAL", "EXPIRING", "2026-12-31"),
                sender("61491570158", "INTERNATIONAL", "EXPIRED", "2026-01-01"),
                sender("AcmeLogin", "ALPHANUMERIC", "APPROVED", "2099-01-01")));
        return guarded(
                request,
                Reply.json(
                        200,
                        ObjectBuilder.empty()
                                .put("data", senders)
                                .put("pagination", ObjectBuilder.empty().tree())
                                .tree()));
    }

    private static Tree sender(String address, String type, String status, String expiry) {
        return ObjectBuilder.empty()
                .put("sender_address", address)
                .put("sender_address_type", type)
                .put("display_status", status)
                .put("expiry", expiry)
                .put("destination_countries", new Array(List.of(Value.of("AU"))))
                .tree();
    }

    private static Reply guarded(ApiRequest request, Reply reply) {
        return request.authorization().filter(BASIC::equals).isPresent()
                ? reply
                : message(401, "Invalid authentication credentials");
    }

    private static Reply message(int status, String text) {
        return Reply.json(status, ObjectBuilder.empty().put("message", text).tree());
    }

    private static List<Tree> messages(Value body) {
        return Optional.of(body)
                .filter(Tree.class::isInstance)
                .map(tree -> ((Tree) tree).members().get("messages"))
                .filter(Array.class::isInstance)
                .map(array -> ((Array) array)
                        .items().stream()
                                .filter(Tree.class::isInstance)
                                .map(Tree.class::cast)
                                .toList())
                .orElse(List.of());
    }

    private static String text(Tree message, String key) {
        return message.members().get(key) instanceof Value.Text text ? text.text() : "";
    }
}
