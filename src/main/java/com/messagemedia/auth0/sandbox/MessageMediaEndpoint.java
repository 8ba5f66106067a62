package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of MessageMedia's API that the gateway and the plugin use (MessageMedia documentation, "Messages" and
 * "Sender Address"). It accepts the published dummy key and secret.
 */
final class MessageMediaEndpoint {

    private static final String BASIC = basic(SandboxCredentials.API_KEY, SandboxCredentials.API_SECRET);

    private static final int ACCEPTED = 202;
    private static final String RECIPIENT = "destination_number";

    /** The recipients to whom no message can be sent, and the answer, so that each failure can be rehearsed. */
    private static final Map<String, Reply> ON_DEMAND = Map.of(
            "+61491570403", message(403, "Feature is disabled for this account."),
            "+61491570429", message(429, "Too many requests."),
            "+61491570500", message(500, "Internal server error."),
            "+61491570503", message(503, "Service unavailable."));

    private final SentMessages sent = new SentMessages();
    private final Inbox inbox;

    MessageMediaEndpoint(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The Authorization header for a key and a secret. */
    static String basic(String key, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    Reply send(ApiRequest request) {
        return send(request.authorization().orElse(""), request.json(), "MessageMedia's API");
    }

    /**
     * Accepts all messages of a request or none. The inbox also shows refused messages.
     *
     * @param way how they came, in a few words
     */
    Reply send(String authorization, Value body, String way) {
        List<Tree> messages = body instanceof Tree tree ? Members.trees(tree, "messages") : List.of();
        Reply reply = answer(authorization.equals(BASIC), messages, MessageRules.problems(body));
        messages.forEach(message -> inbox.add(
                new Message(
                        Members.text(message, RECIPIENT),
                        Members.text(message, "source_number"),
                        Members.text(message, "content"),
                        reply.status() == ACCEPTED),
                way));
        return reply;
    }

    private Reply answer(boolean known, List<Tree> messages, List<String> problems) {
        if (!known) {
            return message(401, "Invalid authentication credentials");
        }
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        return messages.stream()
                .flatMap(message -> Optional.ofNullable(ON_DEMAND.get(Members.text(message, RECIPIENT))).stream())
                .findFirst()
                .orElseGet(() -> queued(messages));
    }

    private static Reply refused(List<String> problems) {
        Array details = new Array(problems.stream().<Value>map(Value::of).toList());
        return Reply.json(
                400,
                ObjectBuilder.empty()
                        .put(
                                "message",
                                "Request failed to parse correctly. Please ensure input is valid and try again.")
                        .put("details", details)
                        .tree());
    }

    private Reply queued(List<Tree> messages) {
        Array accepted = new Array(messages.stream().<Value>map(sent::accept).toList());
        return Reply.json(
                ACCEPTED, ObjectBuilder.empty().put("messages", accepted).tree());
    }

    /** The status of a message that was sent since the sandbox started. */
    Reply status(ApiRequest request) {
        return guarded(
                request,
                sent.look(request.id())
                        .map(found -> Reply.json(200, found))
                        .orElseGet(() -> message(404, "Resource not found.")));
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
}
