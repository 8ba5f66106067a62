package com.messagemedia.auth0.delivery;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.delivery.RecordKeeper.RecordFile;
import com.messagemedia.auth0.delivery.Scopes.UnreadableOptions;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Descriptor.StateLocation;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads what Auth0 holds of a descriptor's delivery and plans its change. A plan costs two requests with the token, and what the
 * delivery's other resources need. An apply, a
 * rollback and an examination begin with it.
 */
public final class TenantPlanner implements AutoCloseable {

    private final Descriptor descriptor;
    private final Delivery delivery;
    private final SyncSettings settings;
    private final String tenant;
    private final ManagementClient client;
    private final RecordKeeper keeper;
    private final ChangePlanner planner;

    private TenantPlanner(Descriptor descriptor, Delivery delivery, TenantAddress address, SyncSettings settings) {
        this.descriptor = descriptor;
        this.delivery = delivery;
        this.settings = settings;
        this.tenant = address.domain();
        this.client = TenantClient.open(descriptor.tenant(), delivery.secrets(), address, settings);
        this.keeper = descriptor.state() == StateLocation.FILE
                ? new RecordFile(
                        new AtomicTextFile(settings.recordFile(), "applied record"),
                        tenant,
                        descriptor.owner(),
                        delivery.codes())
                : new RecordKeeper.OnConnection(descriptor.owner(), delivery.codes());
        this.planner = new ChangePlanner(descriptor, delivery, keeper, tenant).under(settings.onConflict());
    }

    /**
     * Prepares to talk to a tenant; nothing is sent yet.
     *
     * @param delivery the way that the descriptor chooses
     * @param address the descriptor's tenant, or the sandbox's address where the descriptor names the sandbox
     * @throws Fault when credentials may not be sent to this host
     */
    public static TenantPlanner open(
            Descriptor descriptor, Delivery delivery, TenantAddress address, SyncSettings settings) {
        return new TenantPlanner(descriptor, delivery, address, settings);
    }

    /** Reads Auth0 and plans; needs the scopes to read. */
    public PreparedChange plan() {
        return plan(Scopes.READ, planner::plan);
    }

    /**
     * Reads Auth0 and plans for one who only looks: a conflict that the descriptor's policy would overwrite stays one. Needs
     * the scopes to read.
     *
     * @throws UnreadableOptions when Auth0 does not show the connection's options
     */
    public PreparedChange planReadOnly() {
        return plan(Scopes.READ, planner::planReadOnly);
    }

    /** Reads Auth0 and plans what an apply is to do; needs the scopes to write. */
    public PreparedChange planToApply() {
        return plan(Scopes.WRITE, planner::plan);
    }

    private PreparedChange plan(Scopes scopes, BiFunction<LiveState, List<String>, PreparedChange> how) {
        scopes.of(delivery).require(client.scopes(), tenant);
        // Before the connection is read, so that no request stands between that and the write.
        boolean unifiedPhone = unifiedPhoneExperience().orElse(false);
        LiveReader reader = reader();
        LiveState live = reader.read(reader.parts(delivery.resources()));
        PreparedChange planned = how.apply(live, reader.clientsToEnable(live.connection()));
        return unifiedPhone ? planned.onUnifiedPhoneExperience(delivery.sending(descriptor)) : planned;
    }

    /** How the plan is made, for a use case that plans in its own way. */
    public ChangePlanner planner() {
        return planner;
    }

    private LiveReader reader() {
        return new LiveReader(client, descriptor, tenant, keeper);
    }

    /** What Auth0 holds, where there has to be a connection; needs the scopes to write. */
    public LiveState existing() {
        Scopes.WRITE.of(delivery).require(client.scopes(), tenant);
        LiveReader reader = reader();
        return reader.readExisting(reader.parts(delivery.resources()));
    }

    /** What a plan for this connection is for. */
    public Target target(Connection live) {
        return new Target(tenant, live.name(), live.id(), descriptor.environment());
    }

    /** The way in which messages are delivered. */
    public Delivery delivery() {
        return delivery;
    }

    /** The descriptor that is planned for. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /** Who makes the requests and the files: name and version of the plugin. */
    public String userAgent() {
        return settings.http().userAgent();
    }

    /** Refuses to create a connection with a token that is known to lack the scope. */
    public void requireCreation() {
        Scopes.CREATE.of(delivery).require(client.scopes(), tenant);
    }

    /**
     * Refuses what nobody approved, and a plan that Auth0 has left behind. The connection and the other resources are read again
     * where a person was asked, other requests came between, the list of connections had several pages, or a resource besides the
     * connection is to be written.
     *
     * @param askedBetween whether somebody was asked since the plan was made, or Auth0 for something else
     */
    public void requireCurrent(PreparedChange planned, Approval approval, boolean askedBetween) {
        boolean waited = new Protection(descriptor, settings).check(planned.plan(), approval);
        boolean severalPages = !client.listedAtOnce() && planned.patch().isPresent();
        if (waited || askedBetween || severalPages || !planned.changes().isEmpty()) {
            reader().requireUnmoved(planned.state());
        }
    }

    /** What carries out a planned change of options, record and clients. */
    public PlanExecutor executor(PreparedChange planned) {
        return new PlanExecutor(client, planner, keeper, planned);
    }

    /** The scopes of the token; empty where they cannot be known. */
    public Optional<Set<String>> scopes() {
        return client.scopes();
    }

    /** The ids of the applications that may use a connection now. */
    public Set<String> enabledClients(Connection live) {
        return client.enabledClients(live.id());
    }

    /**
     * Whether the tenant is on the Unified Phone Experience; empty where that is not known. Asks only with a token that is
     * known to have the scope; an answer that does not come is no answer, since nothing but a notice hangs on it.
     */
    public Optional<Boolean> unifiedPhoneExperience() {
        boolean mayAsk = client.scopes()
                .filter(granted -> granted.contains(Scopes.TENANT_SETTINGS))
                .isPresent();
        try {
            return mayAsk ? Optional.of(client.isOnUnifiedPhoneExperience()) : Optional.empty();
        } catch (ManagementException unused) {
            return Optional.empty();
        }
    }

    /** Refuses a plan that a conflict or a refusal stops. */
    public static void requireApplicable(Plan plan) {
        if (!plan.mayBeApplied()) {
            throw notApplicable(plan);
        }
    }

    private static Fault notApplicable(Plan plan) {
        List<String> conflicts =
                plan.conflicts().stream().map(FieldPath::toString).toList();
        String cause = conflicts.isEmpty()
                ? "a result that may not be sent"
                : conflicts.size()
                        + (conflicts.size() == 1 ? " conflict: " : " conflicts: ")
                        + String.join(", ", conflicts);
        return new Fault(
                "The plan has " + cause + ". Nothing was written.",
                "The plan, which -q hides, says for each what it is and which ways out there are.",
                Outcome.REFUSED);
    }

    @Override
    public void close() {
        client.close();
    }
}
