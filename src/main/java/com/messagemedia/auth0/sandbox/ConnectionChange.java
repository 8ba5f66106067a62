package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.connection.Value;
import com.messagemedia.auth0.connection.Value.Array;
import com.messagemedia.auth0.connection.Value.Null;
import com.messagemedia.auth0.connection.Value.Tree;
import java.util.List;

/**
 * What a checked body makes of a connection. {@code options} are replaced whole and {@code brute_force_protection} returns
 * as true where it is left out; {@code display_name} and {@code realms} fall back to the name where they are left out; all
 * other keys stay (Auth0's API reference, "Update a connection"; the default of {@code brute_force_protection} was seen on
 * database connections).
 */
final class ConnectionChange {

    private final MetadataMode metadataMode;

    ConnectionChange(MetadataMode metadataMode) {
        this.metadataMode = metadataMode;
    }

    /** The connection after a PATCH. */
    Tree patched(Tree connection, Tree body) {
        Draft draft = Draft.of(connection);
        body.members().forEach((key, value) -> {
            switch (key) {
                case "options" -> draft.put(key, options(value));
                case "metadata" -> metadata(draft, connection, value);
                default -> replace(draft, key, value);
            }
        });
        return named(draft, ConnectionTree.name(connection), body).tree();
    }

    /** The connection that a POST makes, without its id. */
    static Tree created(Tree body) {
        String name = ConnectionTree.name(body);
        return Draft.of(body)
                .put("options", options(body.members().getOrDefault("options", Tree.EMPTY)))
                .putIfAbsent("is_domain_connection", Value.of(false))
                .putIfAbsent("authentication", active(true))
                .putIfAbsent("connected_accounts", active(false))
                .putIfAbsent("enabled_clients", new Array(List.of()))
                .put("realms", realms(body, name))
                .tree();
    }

    private static Tree active(boolean active) {
        return Draft.empty().put("active", Value.of(active)).tree();
    }

    /**
     * The options that stand after a write. The schema allows null and does not say what it does; here it is the worst that
     * it could be, the same as an empty object, so that whoever sends it finds out.
     */
    private static Tree options(Value sent) {
        Tree options = sent instanceof Tree tree ? tree : Tree.EMPTY;
        return Draft.of(options)
                .putIfAbsent("brute_force_protection", Value.of(true))
                .tree();
    }

    private static void replace(Draft draft, String key, Value value) {
        if (value instanceof Null) {
            draft.remove(key);
        } else {
            draft.put(key, value);
        }
    }

    private void metadata(Draft draft, Tree connection, Value sent) {
        Tree before = connection.members().get("metadata") instanceof Tree tree ? tree : Tree.EMPTY;
        Tree now = sent instanceof Tree tree ? tree : Tree.EMPTY;
        Tree after = metadataMode == MetadataMode.MERGE ? merged(before, now) : now;
        ConnectionBody.fits(after);
        replace(draft, "metadata", after.members().isEmpty() ? Null.NULL : after);
    }

    private static Tree merged(Tree before, Tree now) {
        Draft merged = Draft.of(before);
        now.members().forEach((key, value) -> replace(merged, key, value));
        return merged.tree();
    }

    private static Draft named(Draft draft, String name, Tree body) {
        if (!body.members().containsKey("display_name")) {
            draft.put("display_name", name);
        }
        return draft.put("realms", realms(body, name));
    }

    private static Value realms(Tree body, String name) {
        return body.members().get("realms") instanceof Array sent
                        && !sent.items().isEmpty()
                ? sent
                : new Array(List.of(Value.of(name)));
    }
}
