package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a connection as Auth0 returned it with what was sent, path by path. */
final class ReplyCheck {

    private final ConnectionPatch sent;
    private final Connection reply;

    ReplyCheck(ConnectionPatch sent, Connection reply) {
        this.sent = sent;
        this.reply = reply;
    }

    /** Whether the reply holds all that was sent. */
    boolean holds() {
        return otherValues().isEmpty() && recordStored();
    }

    /** The sent paths where the reply has another value or none. */
    List<FieldPath> otherValues() {
        Options returned = reply.options().orElse(Options.EMPTY);
        return sent.options().orElse(Options.EMPTY).leaves().entrySet().stream()
                .filter(leaf -> !isIn(returned, leaf))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isIn(Options returned, Map.Entry<FieldPath, Value> leaf) {
        return Canonical.effective(returned, leaf.getKey())
                .filter(value -> Canonical.same(leaf.getKey(), value, leaf.getValue())
                        || (leaf.getValue().equals(Value.Tree.EMPTY) && value instanceof Value.Tree))
                .isPresent();
    }

    /** Whether every metadata entry that was sent came back as sent; an entry sent as null is gone or null. */
    boolean recordStored() {
        return sent.metadata().orElse(Map.of()).entrySet().stream()
                .allMatch(entry -> Optional.ofNullable(reply.metadata().get(entry.getKey()))
                        .equals(entry.getValue()));
    }

    /** The paths in the reply that were not sent: Auth0 set them by itself. */
    List<FieldPath> resetByAuth0() {
        if (sent.options().isEmpty()) {
            return List.of();
        }
        Options body = sent.options().get();
        return reply.options().orElse(Options.EMPTY).leaves().keySet().stream()
                .filter(path -> body.get(path).isEmpty())
                .filter(path -> body.leaves().entrySet().stream().noneMatch(leaf -> path.startsWith(leaf.getKey())))
                .toList();
    }
}
