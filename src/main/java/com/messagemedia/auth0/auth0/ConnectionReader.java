package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads connections from the Management API's JSON. It ignores unknown keys and requires only id, name and strategy:
 * Auth0 adds top-level keys, and omits {@code options} for a token that may not read them ("Migrate to the connection
 * options scopes").
 */
final class ConnectionReader {

    static final String SMS = "sms";

    private ConnectionReader() {}

    /** The connection in a JSON value; empty if it is not an object with an id, a name and a strategy. */
    static Optional<Connection> read(Value value) {
        if (!(value instanceof Tree tree)) {
            return Optional.empty();
        }
        Optional<String> id = text(tree, "id");
        Optional<String> name = text(tree, "name");
        Optional<String> strategy = text(tree, "strategy");
        if (id.isEmpty() || name.isEmpty() || strategy.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Connection(
                id.get(),
                name.get(),
                strategy.get(),
                text(tree, "display_name"),
                realms(tree),
                options(tree),
                metadata(tree)));
    }

    private static Optional<String> text(Tree tree, String key) {
        return tree.members().get(key) instanceof Text text && !text.text().isEmpty()
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private static Optional<Options> options(Tree tree) {
        return tree.members().get("options") instanceof Tree options
                ? Optional.of(new Options(options))
                : Optional.empty();
    }

    private static List<String> realms(Tree tree) {
        List<String> realms = new ArrayList<>();
        if (tree.members().get("realms") instanceof Value.Array array) {
            for (Value item : array.items()) {
                if (item instanceof Text text) {
                    realms.add(text.text());
                }
            }
        }
        return realms;
    }

    private static Map<String, String> metadata(Tree tree) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (tree.members().get("metadata") instanceof Tree members) {
            for (Map.Entry<String, Value> member : members.members().entrySet()) {
                if (member.getValue() instanceof Text text) {
                    entries.put(member.getKey(), text.text());
                }
            }
        }
        return entries;
    }
}
