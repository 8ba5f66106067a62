package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.delivery.LiveState.Part;
import com.messagemedia.auth0.delivery.PreparedChange.ConfidentialLive;
import com.messagemedia.auth0.delivery.Scopes.UnreadableOptions;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.plan.AppliedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads what Auth0 holds: the descriptor's connection, the other resources, and the clients that the connection does not
 * enable yet.
 */
public final class LiveReader {

    private final ManagementClient client;
    private final Descriptor descriptor;
    private final String tenant;
    private final RecordKeeper keeper;

    LiveReader(ManagementClient client, Descriptor descriptor, String tenant, RecordKeeper keeper) {
        this.client = client;
        this.descriptor = descriptor;
        this.tenant = tenant;
        this.keeper = keeper;
    }

    /**
     * Returns the connection with the other resources. A connection that does not exist yet has no id.
     *
     * @throws Fault if no connection matches, if several match, or if the options are unreadable
     */
    LiveState read(List<Resource> resources, AtOnce atOnce) {
        List<Reading> readings = readResources(resources, atOnce);
        return descriptor.hasConnection() ? state(client.smsConnections(), readings) : known(Connection.NONE, readings);
    }

    /** Reads the other resources, while the caller reads the connections. */
    private List<Reading> readResources(List<Resource> resources, AtOnce atOnce) {
        List<Reading> readings = new ArrayList<>();
        for (Resource resource : resources) {
            readings.add(new Reading(resource, atOnce.read(() -> resource.read(client))));
        }
        return readings;
    }

    /** The reading of a resource; it may not have ended yet. */
    private record Reading(Resource resource, Supplier<Options> options) {
        Part knowing(AppliedRecord record, Connection connection) {
            return new Part(resource, resource.knowing(options.get(), record, connection));
        }
    }

    private LiveState state(List<Connection> connections, List<Reading> readings) {
        String wanted = descriptor.connection();
        Optional<Connection> found = find(connections, wanted, tenant);
        if (found.isPresent()) {
            return known(readable(found.get()), readings);
        }
        if (!descriptor.createIfMissing() || isId(wanted)) {
            throw missing(connections, wanted, tenant);
        }
        Connection fresh =
                new Connection("", wanted, "sms", Optional.empty(), List.of(), Optional.of(Options.EMPTY), Map.of());
        return known(fresh, readings);
    }

    /** Returns the existing connection with the other resources, and refuses a missing connection. */
    LiveState readExisting(List<Resource> resources, AtOnce atOnce) {
        List<Reading> readings = readResources(resources, atOnce);
        if (!descriptor.hasConnection()) {
            return known(Connection.NONE, readings);
        }
        List<Connection> connections = client.smsConnections();
        Connection live = find(connections, descriptor.connection(), tenant)
                .orElseThrow(() -> notThere(connections, descriptor.connection(), tenant));
        return known(readable(live), readings);
    }

    /** Joins what was read at the same time: only the connection's record tells what some resources mean. */
    private LiveState known(Connection connection, List<Reading> readings) {
        AppliedRecord record = keeper.read(connection);
        List<Part> parts = new ArrayList<>();
        for (Reading reading : readings) {
            parts.add(reading.knowing(record, connection));
        }
        return concealed(new LiveState(connection, parts));
    }

    /** Conceals the confidential live values in the client, because Auth0's error texts can quote them. */
    private LiveState concealed(LiveState live) {
        client.conceal(ConfidentialLive.of(live, keeper.read(live.connection()), keeper.codes())
                .texts());
        return live.distinct();
    }

    /**
     * Refuses to continue if Auth0 changed since the first reading. It reads last what is written first, so that the fewest
     * requests come between the reading and the write.
     */
    void requireUnmoved(LiveState before) {
        if (!before.connection().id().isEmpty()) {
            requireUnmoved(before.connection());
        }
        for (int last = before.parts().size() - 1; last >= 0; last--) {
            requireUnmoved(before.parts().get(last));
        }
    }

    private void requireUnmoved(Connection before) {
        if (!client.connection(before.id()).equals(before)) {
            throw Moved.ofConnection();
        }
    }

    private void requireUnmoved(Part before) {
        if (!before.resource().read(client).equals(before.options())) {
            throw Moved.of(before.resource());
        }
    }

    /** Refuses a connection whose options the token cannot read. */
    public static Connection readable(Connection live) {
        if (live.optionsReadable()) {
            return live;
        }
        throw new UnreadableOptions(live);
    }

    /**
     * Returns the descriptor's client ids that the connection does not enable yet. It asks Auth0 only if the descriptor has
     * client ids.
     */
    List<String> clientsToEnable(Connection live) {
        List<String> wanted = descriptor.enabledClients();
        if (wanted.isEmpty() || live.id().isEmpty()) {
            return wanted;
        }
        Set<String> enabled = client.enabledClients(live.id());
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(enabled);
        return missing;
    }

    /** Returns the connection with this name or id; empty if none matches. */
    public static Optional<Connection> find(List<Connection> connections, String nameOrId, String tenant) {
        List<Connection> found = new ArrayList<>();
        for (Connection connection : connections) {
            if (connection.id().equals(nameOrId) || connection.name().equals(nameOrId)) {
                found.add(connection);
            }
        }
        if (found.size() > 1) {
            throw new Fault(
                    "The tenant " + tenant + " has " + found.size() + " SMS connections with the name or id \""
                            + nameOrId + "\": " + list(found) + ".",
                    "Write the id of the one you mean: \"connection: "
                            + found.get(0).id() + "\".");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    public static Fault missing(List<Connection> connections, String nameOrId, String tenant) {
        String there = connections.isEmpty() ? "It has no SMS connection at all." : "It has " + list(connections) + ".";
        String remedy = connections.isEmpty()
                ? "Switch SMS on in the Auth0 dashboard under Authentication > Passwordless"
                : "Write one of these as \"connection\"";
        return new Fault(
                "The tenant " + tenant + " has no SMS connection \"" + nameOrId + "\". " + there,
                remedy + (isId(nameOrId) ? "." : ", or write \"createIfMissing: true\" to create it."));
    }

    /** Returns whether the text is an id. Only Auth0 assigns ids. */
    static boolean isId(String nameOrId) {
        return nameOrId.startsWith("con_");
    }

    /**
     * Returns the fault for a missing connection when no descriptor exists yet. Its remedy names the parameter that selects
     * a connection.
     */
    public static Fault missing(List<Connection> connections, String nameOrId, String tenant, String parameter) {
        String there = connections.isEmpty() ? "It has no SMS connection at all." : "It has " + list(connections) + ".";
        return new Fault(
                "The tenant " + tenant + " has no SMS connection \"" + nameOrId + "\". " + there,
                connections.isEmpty()
                        ? "Switch SMS on in the Auth0 dashboard under Authentication > Passwordless."
                        : "Name one of these with " + parameter + ".");
    }

    /** Returns the fault for a missing connection when the caller needs an existing one. */
    static Fault notThere(List<Connection> connections, String nameOrId, String tenant) {
        Fault missing = missing(connections, nameOrId, tenant);
        return new Fault(
                missing.problem(), "Set \"connection\" to the connection that the descriptor was" + " applied to.");
    }

    private static String list(List<Connection> connections) {
        return NameList.of(connections.stream()
                .map(connection -> connection.name() + " (" + connection.id() + ")")
                .toList());
    }
}
