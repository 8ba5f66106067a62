package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the one SMS connection that the descriptor names, by name or id. */
final class ConnectionFinder {

    private ConnectionFinder() {}

    /** The connection; empty where there is none of that name or id. */
    static Optional<Connection> find(List<Connection> connections, String nameOrId, String tenant) {
        List<Connection> found = connections.stream()
                .filter(connection ->
                        connection.id().equals(nameOrId) || connection.name().equals(nameOrId))
                .toList();
        if (found.size() > 1) {
            throw new Fault(
                    "The tenant " + tenant + " has " + found.size() + " SMS connections that \"" + nameOrId
                            + "\" could mean: " + list(found) + ".",
                    "Write the id of the one you mean: \"connection: "
                            + found.get(0).id() + "\".");
        }
        return found.stream().findFirst();
    }

    static Fault missing(List<Connection> connections, String nameOrId, String tenant) {
        String there = connections.isEmpty() ? "It has no SMS connection at all." : "It has " + list(connections) + ".";
        String remedy = connections.isEmpty()
                ? "Switch SMS on in the Auth0 dashboard under Authentication > Passwordless"
                : "Write one of these as \"connection\"";
        return new Fault(
                "The tenant " + tenant + " has no SMS connection \"" + nameOrId + "\". " + there,
                remedy + (isId(nameOrId) ? "." : ", or write \"createIfMissing: true\" to create it."));
    }

    /** Whether the descriptor names an id, which only Auth0 can give. */
    static boolean isId(String nameOrId) {
        return nameOrId.startsWith("con_");
    }

    /** The same where no descriptor is there yet to name another one. */
    static Fault missing(List<Connection> connections, String nameOrId, String tenant, String parameter) {
        String there = connections.isEmpty() ? "It has no SMS connection at all." : "It has " + list(connections) + ".";
        return new Fault(
                "The tenant " + tenant + " has no SMS connection \"" + nameOrId + "\". " + there,
                connections.isEmpty()
                        ? "Switch SMS on in the Auth0 dashboard under Authentication > Passwordless."
                        : "Name one of these with " + parameter + ".");
    }

    /** The same for who needs one that is there already. */
    static Fault notThere(List<Connection> connections, String nameOrId, String tenant) {
        Fault missing = missing(connections, nameOrId, tenant);
        return new Fault(missing.problem(), "Name the connection that was applied to as \"connection\".");
    }

    private static String list(List<Connection> connections) {
        return connections.stream()
                .map(connection -> connection.name() + " (" + connection.id() + ")")
                .collect(Collectors.joining(", "));
    }
}
