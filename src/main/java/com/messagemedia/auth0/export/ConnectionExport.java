package com.messagemedia.auth0.export;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.delivery.Delivery;
import com.messagemedia.auth0.delivery.LiveReader;
import com.messagemedia.auth0.delivery.LiveState;
import com.messagemedia.auth0.delivery.PreparedChange.ConfidentialLive;
import com.messagemedia.auth0.delivery.RecordKeeper.RecordFile;
import com.messagemedia.auth0.delivery.Scopes;
import com.messagemedia.auth0.delivery.SyncSettings;
import com.messagemedia.auth0.delivery.TenantClient;
import com.messagemedia.auth0.descriptor.Descriptor.TenantSection;
import com.messagemedia.auth0.export.ExportDraft.ExportTarget;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.plan.AppliedRecord;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The use case: make a descriptor from a live connection. It costs two requests with the token, and writes nothing. */
public final class ConnectionExport implements AutoCloseable {

    private final SyncSettings settings;
    private final Delivery delivery;
    private final String tenant;
    private final ManagementClient client;

    private ConnectionExport(ManagementClient client, String tenant, SyncSettings settings, Delivery delivery) {
        this.settings = settings;
        this.delivery = delivery;
        this.tenant = tenant;
        this.client = client;
    }

    /**
     * Prepares to talk to a tenant; nothing is sent yet.
     *
     * @throws Fault when credentials may not be sent to this host
     */
    public static ConnectionExport open(
            TenantSection section, TenantAddress address, SyncSettings settings, Delivery delivery) {
        return new ConnectionExport(
                TenantClient.open(section, delivery.secrets(), address, settings),
                address.domain(),
                settings,
                delivery);
    }

    /**
     * Reads the connection and makes its descriptor. A plan of it, with the live secrets behind its references, changes no
     * option; where that cannot be had, {@link Exported#changes()} tells.
     *
     * @param file where the descriptor is to stand; it is not written here
     * @throws Fault when there is no such connection, when several match, and when its options cannot be read
     */
    public Exported export(ExportTarget home, Path file) {
        Scopes.READ.require(client.scopes(), tenant);
        List<Connection> connections = client.smsConnections();
        Connection live = LiveReader.readable(LiveReader.find(connections, home.connection(), tenant)
                .orElseThrow(() ->
                        LiveReader.missing(connections, home.connection(), tenant, "-Dmessagemedia.connection=NAME")));
        ExportVerifier trial = new ExportVerifier(live, settings, tenant, file, delivery);
        return exported(live, trial, new ExportChoice(trial, home, confidential(live)).choose());
    }

    /** By the records on the connection, and those in the file beside the descriptor. */
    private Set<FieldPath> confidential(Connection live) {
        RecordFile file = new RecordFile(
                new AtomicTextFile(settings.recordFile(), "applied record"), tenant, "default", delivery.codes());
        ConfidentialLive found = ConfidentialLive.of(LiveState.of(live), new AppliedRecord.Absent(), delivery.codes());
        Set<FieldPath> paths = new TreeSet<>(found.paths());
        file.ofAllOwners(live).forEach(record -> paths.addAll(record.confidential(found.options())));
        client.conceal(new ConfidentialLive(found.options(), paths).texts());
        return paths;
    }

    private static Exported exported(Connection live, ExportVerifier trial, ExportDraft draft) {
        Set<FieldPath> owned = draft.owned();
        List<FieldPath> others = live.options().orElse(Options.EMPTY).leaves().keySet().stream()
                .filter(path -> !owned.contains(path) && draft.isSayable(path))
                .toList();
        return new Exported(
                draft.text(),
                live.name(),
                live.id(),
                List.copyOf(owned),
                others,
                List.copyOf(draft.variables().keySet()),
                trial.changes(draft));
    }

    @Override
    public void close() {
        client.close();
    }

    /**
     * A descriptor made from a live connection.
     *
     * @param text the descriptor; it holds no secret
     * @param connectionName the connection's name
     * @param connectionId the connection's id
     * @param owned the options that an apply of it takes over
     * @param others the options that stand in it as comments
     * @param variables the environment variables that it refers to for options
     * @param changes the options that a plan of it would change all the same, which is seldom: what an earlier apply set and the
     *     descriptor cannot say
     */
    public record Exported(
            String text,
            String connectionName,
            String connectionId,
            List<FieldPath> owned,
            List<FieldPath> others,
            List<String> variables,
            List<FieldPath> changes) {

        public Exported {
            owned = List.copyOf(owned);
            others = List.copyOf(others);
            variables = List.copyOf(variables);
            changes = List.copyOf(changes);
        }
    }
}
