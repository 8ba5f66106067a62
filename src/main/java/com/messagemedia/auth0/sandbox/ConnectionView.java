package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Tree;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stored connection as a caller sees it: without {@code options} where the token lacks {@code read:connections_options}
 * (Auth0's documentation, "Migrate to connection options scopes"), and without {@code enabled_clients}, which tenants no
 * longer return since 2026-07-13.
 */
final class ConnectionView {

    /** The order in which Auth0 returns options: by the key's length, then by the alphabet. */
    private static final Comparator<String> AS_STORED =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private ConnectionView() {}

    static Tree read(Tree connection, Grant grant) {
        Draft draft = Draft.of(connection).remove("enabled_clients");
        if (connection.members().get("options") instanceof Tree options) {
            draft.put("options", ordered(options));
        }
        return readable(draft, grant);
    }

    /** The reply to a POST keeps the order of the request and still tells the enabled clients. */
    static Tree created(Tree connection, Grant grant) {
        return readable(Draft.of(connection), grant);
    }

    private static Tree readable(Draft draft, Grant grant) {
        return grant.has("read:connections_options")
                ? draft.tree()
                : draft.remove("options").tree();
    }

    private static Value ordered(Value value) {
        if (value instanceof Tree tree) {
            Map<String, Value> members = new TreeMap<>(AS_STORED);
            tree.members().forEach((key, member) -> members.put(key, ordered(member)));
            return new Tree(members);
        }
        return value instanceof Array array
                ? new Array(array.items().stream().map(ConnectionView::ordered).toList())
                : value;
    }
}
