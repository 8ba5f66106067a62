package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import com.messagemedia.auth0.sandbox.page.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The last messages that arrived. It drops older ones. */
final class Inbox {

    /** Enough for a person to read; it bounds the memory. */
    private static final int KEPT = 100;

    private final Deque<Message> messages = new ArrayDeque<>();
    private final Page page;
    private Consumer<Message> reader = message -> {};

    /** An inbox whose messages this page shows as well. */
    Inbox(Page page) {
        this.page = page;
    }

    /**
     * Takes a message.
     *
     * @param way how it came to MessageMedia, in a few words
     */
    synchronized void add(Message message, String way) {
        page.arrived(new Page.Sms(message.recipient(), message.sender(), message.body(), message.accepted(), way));
        messages.addLast(message);
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
        reader.accept(message);
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    synchronized void readBy(Consumer<Message> other) {
        reader = other;
    }

    Reply list(ApiRequest request) {
        return Reply.json(
                200, new Array(messages().stream().<Value>map(Inbox::json).toList()));
    }

    private static Value json(Message message) {
        return ObjectBuilder.empty()
                .put("recipient", message.recipient())
                .put("sender", message.sender())
                .put("body", message.body())
                .put("accepted", Value.of(message.accepted()))
                .tree();
    }
}
