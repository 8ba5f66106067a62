package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Null;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.SandboxSettings.MetadataMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks that a stored connection has everything that the sandbox needs. */
final class ConnectionTree {

    private static final List<String> NAMED = List.of("id", "name", "strategy");

    private ConnectionTree() {}

    static String id(Tree connection) {
        return text(connection, "id");
    }

    static String name(Tree connection) {
        return text(connection, "name");
    }

    static String strategy(Tree connection) {
        return text(connection, "strategy");
    }

    private static String text(Tree connection, String key) {
        return Members.text(connection, key);
    }

    static List<String> enabledClients(Tree connection) {
        return connection.members().get("enabled_clients") instanceof Array clients
                ? clients.items().stream()
                        .filter(Text.class::isInstance)
                        .map(client -> ((Text) client).text())
                        .toList()
                : List.of();
    }

    static Tree withEnabledClients(Tree connection, List<String> clients) {
        List<Value> items = clients.stream().<Value>map(Text::new).toList();
        return ObjectBuilder.of(connection)
                .put("enabled_clients", new Array(items))
                .tree();
    }

    /** Why a value cannot be a stored connection; empty if it can. */
    static Optional<String> problem(Value value) {
        if (!(value instanceof Tree connection)) {
            return Optional.of("a connection is not an object");
        }
        Optional<String> nameless = NAMED.stream()
                .filter(key -> text(connection, key).isEmpty())
                .findFirst()
                .map(key -> "a connection has no " + key);
        return nameless.or(() -> otherProblem(connection));
    }

    private static Optional<String> otherProblem(Tree connection) {
        if (!(connection.members().get("options") instanceof Tree)) {
            return Optional.of("a connection has no options object");
        }
        boolean clients = allTexts(connection.members().get("enabled_clients"));
        boolean metadata = connection.members().getOrDefault("metadata", Tree.EMPTY) instanceof Tree entries
                && entries.members().values().stream().allMatch(ConnectionTree::isEntry);
        if (!clients || !metadata) {
            return Optional.of("a connection has " + (clients ? "metadata" : "enabled_clients") + " of another kind");
        }
        return Optional.empty();
    }

    /** A null entry is stored if a client sends null and metadata is {@link MetadataMode#REPLACE replaced}. */
    private static boolean isEntry(Value value) {
        return value instanceof Text || value instanceof Null;
    }

    private static boolean allTexts(@Nullable Value list) {
        return list == null
                || (list instanceof Array array && array.items().stream().allMatch(Text.class::isInstance));
    }

    /** Why one tenant cannot have these connections together; empty if it can. */
    static Optional<String> problem(List<? extends Value> connections) {
        Optional<String> single = connections.stream()
                .map(ConnectionTree::problem)
                .flatMap(Optional::stream)
                .findFirst();
        if (single.isPresent()) {
            return single;
        }
        return NAMED.subList(0, 2).stream()
                .filter(key -> distinct(connections, key) < connections.size())
                .findFirst()
                .map(key -> "two connections have the same " + key);
    }

    private static long distinct(List<? extends Value> connections, String key) {
        return connections.stream()
                .map(connection -> text((Tree) connection, key))
                .distinct()
                .count();
    }
}
