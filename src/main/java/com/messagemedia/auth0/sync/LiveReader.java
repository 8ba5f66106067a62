package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.management.ManagementClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what Auth0 holds: the connection that the descriptor names, and which of its clients are still to be enabled. */
final class LiveReader {

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
     * The connection, or one without an id where it is to be created.
     *
     * @throws Fault when there is none, when several match, and when its options cannot be read
     */
    Connection read() {
        List<Connection> connections = client.smsConnections();
        String wanted = descriptor.connection();
        Optional<Connection> found = ConnectionFinder.find(connections, wanted, tenant);
        if (found.isPresent()) {
            return concealed(readable(found.get()));
        }
        if (!descriptor.createIfMissing() || ConnectionFinder.isId(wanted)) {
            throw ConnectionFinder.missing(connections, wanted, tenant);
        }
        return new Connection("", wanted, "sms", Optional.empty(), List.of(), Optional.of(Options.EMPTY), Map.of());
    }

    /** The same, where there has to be one. */
    Connection readExisting() {
        List<Connection> connections = client.smsConnections();
        return ConnectionFinder.find(connections, descriptor.connection(), tenant)
                .map(LiveReader::readable)
                .map(this::concealed)
                .orElseThrow(() -> ConnectionFinder.notThere(connections, descriptor.connection(), tenant));
    }

    /** Auth0's error texts can quote what it holds. */
    private Connection concealed(Connection live) {
        client.conceal(ConfidentialLive.of(live, keeper.read(live)).texts());
        return live;
    }

    /** Refuses a connection whose options the token may not read. */
    static Connection readable(Connection live) {
        if (live.optionsReadable()) {
            return live;
        }
        throw new UnreadableOptions(live);
    }

    /** The client ids of the descriptor that may not use the connection yet; asks Auth0 only where there are any. */
    List<String> clientsToEnable(Connection live) {
        List<String> wanted = descriptor.enabledClients();
        if (wanted.isEmpty() || live.id().isEmpty()) {
            return wanted;
        }
        Set<String> enabled = client.enabledClients(live.id());
        return wanted.stream().filter(id -> !enabled.contains(id)).toList();
    }
}
