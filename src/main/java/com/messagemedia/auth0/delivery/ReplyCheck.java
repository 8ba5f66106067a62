package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ConnectionPatch;
import com.messagemedia.auth0.merge.Canonical;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares Auth0's reply with the request, path by path.
 *
 * @param sent the options in the request; empty if it has none
 * @param returned the options in the reply
 * @param metadata the metadata entries in the request
 * @param stored the metadata in the reply
 * @param canonical decides which values mean the same
 */
record ReplyCheck(
        Optional<Options> sent,
        Options returned,
        Map<String, Optional<String>> metadata,
        Map<String, String> stored,
        Canonical canonical) {

    /** Returns the check of a connection. */
    static ReplyCheck of(ConnectionPatch sent, Connection reply, Canonical canonical) {
        return new ReplyCheck(
                sent.options(),
                reply.options().orElse(Options.EMPTY),
                sent.metadata().orElse(Map.of()),
                reply.metadata(),
                canonical);
    }

    /** Returns the check of a resource that has only options. */
    static ReplyCheck of(Options sent, Options returned, Canonical canonical) {
        return new ReplyCheck(Optional.of(sent), returned, Map.of(), Map.of(), canonical);
    }

    /**
     * Refuses a reply with other values than the request.
     *
     * @param subject the name of the resource in the message
     */
    void requireSent(String subject) {
        List<FieldPath> others = otherValues();
        if (!others.isEmpty()) {
            throw new Fault(
                    "Auth0 accepted the change but returned different values at " + NameList.of(others) + ".",
                    "Run the plan goal to see what " + subject + " holds now.",
                    Outcome.UNKNOWN_STATE);
        }
    }

    /** Returns whether the reply holds everything from the request. */
    boolean holds() {
        return otherValues().isEmpty() && recordStored();
    }

    /** Returns the sent paths that have another value or no value in the reply. */
    List<FieldPath> otherValues() {
        List<FieldPath> others = new ArrayList<>();
        for (Map.Entry<FieldPath, Value> leaf :
                sent.orElse(Options.EMPTY).leaves().entrySet()) {
            if (!isReturned(leaf.getKey(), leaf.getValue())) {
                others.add(leaf.getKey());
            }
        }
        return List.copyOf(others);
    }

    private boolean isReturned(FieldPath path, Value wanted) {
        Optional<Value> value = canonical.effective(returned, path);
        return value.isPresent()
                && (canonical.same(path, value.get(), wanted)
                        || (wanted.equals(Value.Tree.EMPTY) && value.get() instanceof Value.Tree));
    }

    /** Returns whether every metadata entry came back unchanged. An entry sent as null must be absent or null. */
    boolean recordStored() {
        for (Map.Entry<String, Optional<String>> entry : metadata.entrySet()) {
            if (!Optional.ofNullable(stored.get(entry.getKey())).equals(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the paths in the reply that nobody sent: Auth0 set them by itself. */
    List<FieldPath> resetByAuth0() {
        if (sent.isEmpty()) {
            return List.of();
        }
        Options body = sent.get();
        List<FieldPath> added = new ArrayList<>();
        for (FieldPath path : returned.leaves().keySet()) {
            if (body.get(path).isEmpty() && body.leafAtOrAbove(path).isEmpty()) {
                added.add(path);
            }
        }
        return List.copyOf(added);
    }
}
