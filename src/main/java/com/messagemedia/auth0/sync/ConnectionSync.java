package com.messagemedia.auth0.sync;

import com.messagemedia.auth0.connection.Connection;
import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.FieldPath;
import com.messagemedia.auth0.connection.Options;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.TenantAddress;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Descriptor.StateLocation;
import com.messagemedia.auth0.management.ConnectionPatch;
import com.messagemedia.auth0.management.ManagementClient;
import com.messagemedia.auth0.management.ManagementException;
import com.messagemedia.auth0.plan.Plan;
import com.messagemedia.auth0.plan.Plan.Target;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.store.Backup;
import com.messagemedia.auth0.store.Backup.Subject;
import com.messagemedia.auth0.sync.Protection.Approval;
import com.messagemedia.auth0.sync.RecordKeeper.RecordFile;
import com.messagemedia.auth0.sync.RestoredValues.Restored;
import com.messagemedia.auth0.sync.Rollback.RolledBack;
import com.messagemedia.auth0.sync.RollbackPlanner.RollbackSelection;
import com.messagemedia.auth0.sync.Scopes.UnreadableOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The use case: read the connection, plan the change, apply it. A plan costs two requests with the token, an apply with a
 * change three.
 */
public final class ConnectionSync implements AutoCloseable {

    private final Descriptor descriptor;
    private final SyncSettings settings;
    private final String tenant;
    private final ManagementClient client;
    private final RecordKeeper keeper;
    private final ChangePlanner planner;

    private ConnectionSync(Descriptor descriptor, TenantAddress address, SyncSettings settings) {
        this.descriptor = descriptor;
        this.settings = settings;
        this.tenant = address.domain();
        this.client = TenantClient.open(descriptor.tenant(), address, settings);
        this.keeper = descriptor.state() == StateLocation.FILE
                ? new RecordFile(
                        new AtomicTextFile(settings.recordFile(), "applied record"), tenant, descriptor.owner())
                : new RecordKeeper.OnConnection(descriptor.owner());
        this.planner = new ChangePlanner(descriptor, settings, keeper, tenant);
    }

    /**
     * Prepares to talk to a tenant; nothing is sent yet.
     *
     * @param address the descriptor's tenant, or the sandbox's address where the descriptor names the sandbox
     * @throws Fault when credentials may not be sent to this host
     */
    public static ConnectionSync open(Descriptor descriptor, TenantAddress address, SyncSettings settings) {
        return new ConnectionSync(descriptor, address, settings);
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

    /** Reads Auth0 and plans what {@link #apply} is to do; needs the scopes to write. */
    public PreparedChange planToApply() {
        return plan(Scopes.WRITE, planner::plan);
    }

    private PreparedChange plan(Scopes scopes, BiFunction<Connection, List<String>, PreparedChange> how) {
        scopes.require(client.scopes(), tenant);
        // Before the connection is read, so that no request stands between that and the write.
        boolean unifiedPhone = unifiedPhoneExperience().orElse(false);
        LiveReader reader = new LiveReader(client, descriptor, tenant, keeper);
        Connection live = reader.read();
        PreparedChange planned = how.apply(live, reader.clientsToEnable(live));
        return unifiedPhone ? planned.onUnifiedPhoneExperience() : planned;
    }

    /**
     * Carries out a planned change: one PATCH with options and applied record together, whose reply is compared with what
     * was sent. Asks for approval first where the environment is protected, and reads again where that wait, the request for
     * the enabled clients, or a further page of connections came between.
     *
     * @throws Fault when the plan may not be applied, or Auth0 refuses it; its outcome tells the state Auth0 is in
     */
    public Applied apply(PreparedChange planned, Approval approval) {
        return apply(planned, approval, false, () -> {});
    }

    /**
     * The same for a caller who has more to do.
     *
     * @param asked whether somebody else was asked since the plan was made, so that the connection is read again
     * @param beforeWrite what comes right before the write, and nowhere else; what it throws stops the apply
     */
    public Applied apply(PreparedChange planned, Approval approval, boolean asked, Runnable beforeWrite) {
        requireApplicable(planned.plan());
        if (planned.plan().isNothingToDo()) {
            return new Applied(Outcome.NOTHING_TO_DO, List.of(), false);
        }
        if (planned.creates()) {
            Scopes.CREATE.require(client.scopes(), tenant);
        }
        boolean waited = new Protection(descriptor, settings).check(planned.plan(), approval);
        boolean askedBetween = (!descriptor.enabledClients().isEmpty() || !client.listedAtOnce())
                && planned.patch().isPresent();
        if ((waited || asked || askedBetween) && hasMoved(planned)) {
            throw ConnectionWriter.moved();
        }
        beforeWrite.run();
        return new PlanExecutor(client, planner, keeper, planned).run();
    }

    /**
     * Reads Auth0 and plans a rollback; needs the scopes to write.
     *
     * @param choose the backup to go back to
     * @throws Fault when the backup is of another connection, or values cannot be had
     */
    public Rollback planRollback(Function<Subject, Backup> choose, RestoredValues values) {
        Scopes.WRITE.require(client.scopes(), tenant);
        Connection live = new LiveReader(client, descriptor, tenant, keeper).readExisting();
        Subject subject = subject(live);
        RollbackPlanner rollback = new RollbackPlanner(choose.apply(subject));
        rollback.requireOf(subject);
        RollbackSelection selection =
                new RollbackSelection(rollback.backup(), live.options().orElse(Options.EMPTY), planner.base(live));
        Restored restored = rollback.restored(selection, values);
        Target target = new Target(tenant, live.name(), live.id(), descriptor.environment());
        Plan plan =
                rollback.plan(target, live, new RollbackPlanner.Change(selection, restored), descriptor.allowGateway());
        return new Rollback(
                planner.optionsAlone(plan, live),
                rollback.backup(),
                selection.skipped(),
                restored.given(),
                restored.asked());
    }

    /** Whose options an apply of the descriptor to this connection replaces. */
    public Subject subject(Connection live) {
        return new Subject(tenant, live.name(), live.id(), descriptor.owner());
    }

    /**
     * Carries out a planned rollback: one PATCH of the options. The applied record is left as it is.
     *
     * @param asked whether somebody else was asked since the plan was made, so that the connection is read again
     * @throws Fault when it may not be, or Auth0 refuses it; its outcome tells the state Auth0 is in
     */
    public RolledBack rollBack(Rollback rollback, Approval approval, boolean asked) {
        PreparedChange planned = rollback.planned();
        requireApplicable(planned.plan());
        if (planned.patch().isEmpty()) {
            return new RolledBack(new Applied(Outcome.NOTHING_TO_DO, List.of(), false), Optional.empty());
        }
        boolean waited = new Protection(descriptor, settings).check(planned.plan(), approval);
        if ((waited || asked || !client.listedAtOnce()) && hasMoved(planned)) {
            throw ConnectionWriter.moved();
        }
        ConnectionWriter.WriteResult written = write(rollback, planned.patch().get());
        return new RolledBack(
                new Applied(Outcome.APPLIED, written.resetByAuth0(), written.settled()), next(written.connection()));
    }

    private ConnectionWriter.WriteResult write(Rollback rollback, ConnectionPatch patch) {
        try {
            return new ConnectionWriter(client, rollback.planned(), patch).send();
        } catch (ManagementException refused) {
            throw refused.kind() == ManagementException.Kind.INVALID_REQUEST ? rollback.ofValues(refused) : refused;
        }
    }

    /** What the descriptor would do now: whether it stops, or undoes what went back. */
    @SuppressWarnings("UnusedException") // A plan that cannot be made stops the next apply as well, which tells why.
    private Optional<Plan> next(Connection live) {
        try {
            return Optional.of(planner.plan(live, List.of()).plan());
        } catch (Fault unknown) {
            return Optional.empty();
        }
    }

    private boolean hasMoved(PreparedChange planned) {
        return !planned.creates() && !client.connection(planned.live().id()).equals(planned.live());
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
    @SuppressWarnings("UnusedException") // See above.
    public Optional<Boolean> unifiedPhoneExperience() {
        boolean mayAsk = client.scopes()
                .filter(granted -> granted.contains(Scopes.TENANT_SETTINGS))
                .isPresent();
        try {
            return mayAsk ? Optional.of(client.isOnUnifiedPhoneExperience()) : Optional.empty();
        } catch (ManagementException e) {
            return Optional.empty();
        }
    }

    /** The saved form of a plan, to be approved and applied later. */
    public SavedPlan saved(PreparedChange planned) {
        return SavedPlan.of(planned, descriptor, settings.http().userAgent());
    }

    /**
     * Refuses a plan that is not the approved one.
     *
     * @throws Fault that names what moved: live, descriptor, values, tenant, connection or plugin version
     */
    public void requireSame(SavedPlan approved, PreparedChange planned) {
        check(approved, planned).require();
    }

    /** Whether Auth0 holds exactly the result of an approved plan already, so that there is nothing to do for it. */
    public boolean isAlreadyApplied(SavedPlan approved, PreparedChange planned) {
        return check(approved, planned).isAlreadyApplied();
    }

    private SavedPlanCheck check(SavedPlan approved, PreparedChange planned) {
        return new SavedPlanCheck(approved, planned, descriptor, settings.http().userAgent());
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

    /**
     * What an apply came to.
     *
     * @param outcome {@link Outcome#APPLIED} or {@link Outcome#NOTHING_TO_DO}
     * @param resetByAuth0 paths that Auth0 set by itself: removed ones that came back and ones that nobody sent
     * @param settled whether the reply was lost and reading again showed the change
     */
    public record Applied(Outcome outcome, List<FieldPath> resetByAuth0, boolean settled) {

        public Applied {
            resetByAuth0 = List.copyOf(resetByAuth0);
        }
    }
}
