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

/** Makes a descriptor from a live connection. An export with a token sends two requests and writes nothing. */
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
     * Prepares to talk to a tenant, and sends nothing yet.
     *
     * @throws Fault when the plugin may not send credentials to this host
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
     * Reads the connection and makes its descriptor. A plan of the descriptor with the live secrets changes no option;
     * {@link Exported#changes()} lists the exceptions.
     *
     * @param file the path of the future descriptor; this method does not write it
     * @throws Fault when no connection matches, when several match, or when the plugin cannot read the options
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

    /** Finds the confidential paths in the records on the connection and in the file beside the descriptor. */
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
     * @param owned the options that an apply of the descriptor takes over
     * @param others the options that the descriptor shows as comments
     * @param variables the environment variables that the options refer to
     * @param changes the options that a plan of the descriptor still changes; this is rare: an earlier apply set them, and
     *     the descriptor cannot express them
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
