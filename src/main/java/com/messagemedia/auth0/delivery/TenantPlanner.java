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
import com.messagemedia.auth0.model.NameList;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Refusal;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads what Auth0 holds of a descriptor's delivery and plans its change. A plan costs two requests with the token, and the
 * requests for the delivery's other resources. An apply, a rollback and an examination begin with it.
 */
public final class TenantPlanner implements AutoCloseable {

    private final Descriptor descriptor;
    private final Delivery delivery;
    private final SyncSettings settings;
    private final String tenant;
    private final ManagementClient client;
    private final RecordKeeper keeper;
    private final ChangePlanner planner;
    private final List<Resource> resources;

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
        this.resources = delivery.resources(descriptor);
        this.planner = new ChangePlanner(descriptor, delivery, keeper, tenant).under(settings.onConflict());
    }

    /**
     * Creates a planner for a tenant. It sends nothing yet.
     *
     * @param delivery the delivery that the descriptor chooses
     * @param address the descriptor's tenant, or the sandbox's address if the descriptor names the sandbox
     * @throws Fault if this host may not receive credentials
     */
    public static TenantPlanner open(
            Descriptor descriptor, Delivery delivery, TenantAddress address, SyncSettings settings) {
        return new TenantPlanner(descriptor, delivery, address, settings);
    }

    /** Reads Auth0 and makes a plan. It needs the scopes to read. */
    public PreparedChange plan() {
        return plan(Scopes.READ, planner::plan);
    }

    /**
     * Reads Auth0 and makes a plan for a reader who writes nothing. A conflict stays a conflict, even if the descriptor's
     * policy would overwrite it. It needs the scopes to read.
     *
     * @throws UnreadableOptions if Auth0 does not show the connection's options
     */
    public PreparedChange planReadOnly() {
        return plan(Scopes.READ, planner::planReadOnly);
    }

    /** Reads Auth0 and makes a plan for an apply. It needs the scopes to write. */
    public PreparedChange planToApply() {
        return plan(Scopes.WRITE, planner::plan);
    }

    /**
     * Reads Auth0 right after a write, and makes a plan for a reader who writes nothing. It does not ask for the tenant's
     * settings again: the write does not change them.
     */
    public PreparedChange planAfterWrite() {
        LiveReader reader = reader();
        try (AtOnce atOnce = new AtOnce(client)) {
            LiveState live = reader.read(resources, atOnce);
            return planner.planReadOnly(live, reader.clientsToEnable(live.connection()));
        }
    }

    private PreparedChange plan(Scopes scopes, BiFunction<LiveState, List<String>, PreparedChange> how) {
        withResources(scopes).require(client.scopes(), tenant);
        LiveReader reader = reader();
        try (AtOnce atOnce = new AtOnce(client)) {
            // This request goes before the reading of the connection, so that none comes between the reading and the
            // write.
            Supplier<Optional<Boolean>> unifiedPhone = readSetting(atOnce);
            LiveState live = reader.read(resources, atOnce);
            PreparedChange planned = how.apply(live, reader.clientsToEnable(live.connection()));
            return unifiedPhone.get().orElse(false)
                    ? planned.onUnifiedPhoneExperience(delivery.sending(descriptor))
                    : planned;
        }
    }

    private Supplier<Optional<Boolean>> readSetting(AtOnce atOnce) {
        if (!resources.isEmpty()) {
            return atOnce.read(this::unifiedPhoneExperience);
        }
        Optional<Boolean> setting = unifiedPhoneExperience();
        return () -> setting;
    }

    /** Returns the change planner, for a use case that plans in its own way. */
    public ChangePlanner planner() {
        return planner;
    }

    private LiveReader reader() {
        return new LiveReader(client, descriptor, tenant, keeper);
    }

    /** Reads an existing connection and its resources. It needs the scopes to write. */
    public LiveState existing() {
        withResources(Scopes.WRITE).require(client.scopes(), tenant);
        try (AtOnce atOnce = new AtOnce(client)) {
            return reader().readExisting(resources, atOnce);
        }
    }

    /** Reads an earlier version of a resource. It is empty if Auth0 no longer keeps the version. */
    public Optional<Options> version(Resource resource, String id) {
        return resource.version(client, id);
    }

    /** Returns the plan target for this connection. */
    public Target target(Connection live) {
        return new Target(tenant, live.name(), live.id(), descriptor.environment());
    }

    /** Returns the delivery. */
    public Delivery delivery() {
        return delivery;
    }

    /** Returns the descriptor. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /** Returns the plugin's name and version, for requests and files. */
    public String userAgent() {
        return settings.http().userAgent();
    }

    /** Refuses to create a connection with a token that is known to lack the scope. */
    public void requireCreation() {
        Scopes.CREATE.require(client.scopes(), tenant);
    }

    /**
     * Refuses a plan that nobody approved, a plan that needs more scopes than the token has, and a plan that is out of date.
     * It reads everything again if it asked a person. It reads the connection again if other requests came between, or the
     * list of connections had several pages; if the plan writes other resources, the executor reads each of them, and the
     * connection, right before it writes it.
     *
     * @param askedBetween whether the caller asked somebody after the plan, or sent Auth0 another request
     */
    public void requireCurrent(PreparedChange planned, Approval approval, boolean askedBetween) {
        ofConnection(Scopes.WRITE).andToMake(planned.changes()).require(client.scopes(), tenant);
        boolean waited = protection().check(planned.plan(), approval);
        boolean severalPages = !client.listedAtOnce() && planned.patch().isPresent();
        boolean executorReadsAgain = !planned.changes().isEmpty();
        if (waited || ((askedBetween || severalPages) && !executorReadsAgain)) {
            reader().requireUnmoved(planned.state());
        }
    }

    /**
     * Refuses a plan that takes over what sends the phone messages of the tenant without the user's yes. A caller asks before
     * it warns of anything else; {@link #requireCurrent} refuses it, too.
     */
    public void requireTakeOver(PreparedChange planned) {
        if (planned.plan().mayBeApplied() && !planned.plan().isNothingToDo()) {
            protection().requireTakeOver(planned.plan());
        }
    }

    /** Refuses a plan that needs a permission of the caller which is missing, apart from the approval of a person. */
    public void requireAllowed(PreparedChange planned) {
        protection().requireAllowed(planned.plan());
    }

    /** Returns whether a person has to approve a change here: the environment is protected, and the caller does not name it. */
    public boolean needsApproval() {
        return protection().needsApproval();
    }

    private Protection protection() {
        return new Protection(descriptor, settings.permissions());
    }

    /** Reads Auth0 again, and refuses a plan that is out of date. */
    public void requireUnmoved(PreparedChange planned) {
        reader().requireUnmoved(planned.state());
    }

    /** Returns the executor of a planned change of options, record and clients. */
    public PlanExecutor executor(PreparedChange planned) {
        return new PlanExecutor(client, planner, keeper, planned);
    }

    /** Returns these scopes and those to read the delivery's resources besides the connection. */
    public Scopes withResources(Scopes base) {
        return ofConnection(base).andToRead(resources);
    }

    /** Returns scopes for the connection; none if the descriptor has no connection. */
    private Scopes ofConnection(Scopes base) {
        return descriptor.hasConnection() ? base : new Scopes(List.of());
    }

    /** Returns the scopes of the token; empty if they are unknown. */
    public Optional<Set<String>> scopes() {
        return client.scopes();
    }

    /** Returns the ids of the applications that may use a connection now. */
    public Set<String> enabledClients(Connection live) {
        return client.enabledClients(live.id());
    }

    /**
     * Returns whether the tenant is on the Unified Phone Experience; empty if unknown. It asks only with a token that is
     * known to have the scope. It ignores a failed request, because only a notice depends on the answer.
     */
    public Optional<Boolean> unifiedPhoneExperience() {
        Optional<Set<String>> granted = client.scopes();
        boolean mayAsk = granted.isPresent() && granted.get().contains(Scopes.TENANT_SETTINGS);
        try {
            return mayAsk ? Optional.of(client.isOnUnifiedPhoneExperience()) : Optional.empty();
        } catch (ManagementException unused) {
            return Optional.empty();
        }
    }

    /** Asks the tenant something that no plan needs. It must change nothing. */
    public <T> T ask(Function<ManagementClient, T> question) {
        return question.apply(client);
    }

    /** Refuses a plan that a conflict or a refusal stops. */
    public static void requireApplicable(Plan plan) {
        if (!plan.mayBeApplied()) {
            throw notApplicable(plan);
        }
    }

    private static Fault notApplicable(Plan plan) {
        if (plan.merge().isSettled() && plan.refusals().get(0) instanceof Refusal.OfResource known) {
            return new Fault(known.problem(), known.remedy(), Outcome.REFUSED);
        }
        List<String> conflicts =
                plan.conflicts().stream().map(FieldPath::toString).toList();
        String cause = conflicts.isEmpty()
                ? "options that the plugin refuses to send"
                : conflicts.size() + (conflicts.size() == 1 ? " conflict: " : " conflicts: ") + NameList.of(conflicts);
        return new Fault(
                "The plan has " + cause + ". Nothing was written.",
                "The plan, which -q hides, explains each conflict and the ways to settle it.",
                Outcome.REFUSED);
    }

    @Override
    public void close() {
        client.close();
    }
}
