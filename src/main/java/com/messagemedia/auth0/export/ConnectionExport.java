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

/** Makes a descriptor from a live connection and, where it sends through it, from the tenant's phone provider. It writes nothing. */
public final class ConnectionExport implements AutoCloseable {

    private final SyncSettings settings;
    private final Ways ways;
    private final String tenant;
    private final ManagementClient client;

    private ConnectionExport(ManagementClient client, String tenant, SyncSettings settings, Ways ways) {
        this.settings = settings;
        this.ways = ways;
        this.tenant = tenant;
        this.client = client;
    }

    /**
     * Prepares to talk to a tenant, and sends nothing yet.
     *
     * @throws Fault when the plugin may not send credentials to this host
     */
    public static ConnectionExport open(
            TenantSection section, TenantAddress address, SyncSettings settings, Ways ways) {
        return new ConnectionExport(
                TenantClient.open(section, ways.provider().secrets(), address, settings),
                address.domain(),
                settings,
                ways);
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
        DeliveryInUse use = DeliveryInUse.of(live, client, ways);
        Options beside = use.delivery().export().beside(client);
        ExportVerifier trial = new ExportVerifier(live, beside, settings, tenant, file, use.delivery());
        ExportDraft draft = new ExportChoice(trial, home, confidential(live, use.delivery())).choose();
        return exported(live, trial, draft, use.notes());
    }

    /** Finds the confidential paths in the records on the connection and in the file beside the descriptor. */
    private Set<FieldPath> confidential(Connection live, Delivery delivery) {
        RecordFile file = new RecordFile(
                new AtomicTextFile(settings.recordFile(), "applied record"), tenant, "default", delivery.codes());
        ConfidentialLive found = ConfidentialLive.of(LiveState.of(live), new AppliedRecord.Absent(), delivery.codes());
        Set<FieldPath> paths = new TreeSet<>(found.paths());
        file.ofAllOwners(live).forEach(record -> paths.addAll(record.confidential(found.options())));
        client.conceal(new ConfidentialLive(found.options(), paths).texts());
        return paths;
    }

    private static Exported exported(Connection live, ExportVerifier trial, ExportDraft draft, List<String> notes) {
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
                trial.changes(draft),
                !draft.beside().isEmpty(),
                notes);
    }

    @Override
    public void close() {
        client.close();
    }

    /**
     * The deliveries to choose from.
     *
     * @param connection sends by the connection's own options
     * @param provider sends through the tenant's phone provider
     */
    public record Ways(Delivery connection, Delivery provider) {}

    /**
     * A descriptor made from a live connection.
     *
     * @param text the descriptor; it holds no secret
     * @param owned the options that an apply of the descriptor takes over
     * @param others the options that the descriptor shows as comments
     * @param variables the environment variables that the options refer to
     * @param changes the options that a plan of the descriptor still changes; this is rare: an earlier apply set them, and
     *     the descriptor cannot express them
     * @param besides whether the descriptor describes more than the connection
     * @param notes what a user should know about the delivery that the descriptor chooses
     */
    public record Exported(
            String text,
            String connectionName,
            String connectionId,
            List<FieldPath> owned,
            List<FieldPath> others,
            List<String> variables,
            List<FieldPath> changes,
            boolean besides,
            List<String> notes) {

        public Exported {
            notes = List.copyOf(notes);
            owned = List.copyOf(owned);
            others = List.copyOf(others);
            variables = List.copyOf(variables);
            changes = List.copyOf(changes);
        }
    }
}
