package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
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
        return text(tree, "id")
                .flatMap(id -> text(tree, "name")
                        .flatMap(name -> text(tree, "strategy")
                                .map(strategy -> new Connection(
                                        id,
                                        name,
                                        strategy,
                                        text(tree, "display_name"),
                                        realms(tree),
                                        options(tree),
                                        metadata(tree)))));
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
        return tree.members().get("realms") instanceof Value.Array array
                ? array.items().stream()
                        .filter(Text.class::isInstance)
                        .map(item -> ((Text) item).text())
                        .toList()
                : List.of();
    }

    private static Map<String, String> metadata(Tree tree) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (tree.members().get("metadata") instanceof Tree members) {
            members.members().forEach((key, value) -> {
                if (value instanceof Text text) {
                    entries.put(key, text.text());
                }
            });
        }
        return entries;
    }
}
