package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The messages that MessageMedia accepted, by their ids. A message is on its way at the first look, and at its end at
 * the second. The recipient decides the end, so that each one can be rehearsed.
 */
final class SentMessages {

    /** It bounds the memory of a sandbox that runs for days. */
    private static final int REMEMBERED = 1000;

    private static final String STATUS = "status";
    private static final String ON_ITS_WAY = "enroute";
    private static final String DELIVERED = "delivered";

    /** The recipients whose messages are not delivered, and what happens to these. */
    private static final Map<String, String> ENDS =
            Map.of("+61491570110", "rejected", "+61491570313", "expired", "+61491570265", ON_ITS_WAY);

    private final Map<String, Tree> messages = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tree> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Keeps a message and returns it in the form of the reply. */
    synchronized Tree accept(Tree message) {
        String id = UUID.randomUUID().toString();
        Tree queued = ObjectBuilder.of(message)
                .putIfAbsent("format", Value.of("SMS"))
                .put("message_id", id)
                .put(STATUS, "queued")
                .tree();
        messages.put(id, queued);
        return queued;
    }

    /** The message with this id; empty if there is none. */
    synchronized Optional<Tree> look(String id) {
        Optional<Tree> message = Optional.ofNullable(messages.get(id));
        message.ifPresent(found -> messages.put(id, later(found)));
        return message.map(SentMessages::later);
    }

    private static Tree later(Tree message) {
        boolean first = Members.text(message, STATUS).equals("queued");
        String end = ENDS.getOrDefault(Members.text(message, "destination_number"), DELIVERED);
        return ObjectBuilder.of(message).put(STATUS, first ? ON_ITS_WAY : end).tree();
    }
}
