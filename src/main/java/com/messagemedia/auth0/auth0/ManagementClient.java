package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A synchronous client of Auth0's Management API for one tenant. Each method that talks to Auth0 first gets a token
 * if it has none. It throws {@link ManagementException} if a request fails. By default a client sends each request
 * once. A {@linkplain #retrying} client repeats requests that are safe to repeat. No client repeats a write of
 * options by itself, because that could undo another program's change: see {@link #attemptsToWrite()}. Several threads
 * may read at the same time: see {@link #mayReadAtOnce()}.
 *
 * <p>The caller checks whether credentials may go to this tenant: {@link TenantAddress#isTrusted}.
 */
public final class ManagementClient implements AutoCloseable {

    /**
     * The most clients that Auth0 accepts in one request (Management API, "Update enabled clients for a connection").
     */
    public static final int MOST_CLIENTS = 50;

    /** The most reads of a plan: settings, connections, Actions, bindings, phone providers and templates. */
    private static final int READS_AT_ONCE = 6;

    private static final String UNIFIED_PHONE = "phone_consolidated_experience";

    private final RemoteApi remote;
    private final TenantAddress tenant;
    private final TenantLink link;
    private final RequestExecutor executor;
    private final TokenSource tokens;
    private final ManagementApi api;
    private volatile int listRequests;

    private ManagementClient(TenantLink link, RemoteApi remote) {
        this.remote = remote;
        this.tenant = link.tenant();
        this.link = link;
        this.executor = link.executor();
        this.tokens = link.tokens();
        this.api = remote.calls(ManagementApi.class);
    }

    /**
     * Creates a client for a tenant. This sends nothing.
     *
     * @param paths where the options that it sends and receives hold secrets, which no message may quote
     * @throws Fault if the address is neither https nor on loopback
     */
    public static ManagementClient open(ClientIdentity identity, SecretPaths paths, HttpSettings settings) {
        return open(identity, paths, settings, new SharedTokens());
    }

    /**
     * Creates a client that shares its token with other clients of the tenant, and the trusted authorities with all clients
     * of the run. This sends nothing.
     *
     * @param paths where the options that it sends and receives hold secrets, which no message may quote
     * @throws Fault if the address is neither https nor on loopback
     */
    public static ManagementClient open(
            ClientIdentity identity, SecretPaths paths, HttpSettings settings, SharedTokens tokens) {
        RemoteApi remote = RemoteApi.at(identity.tenant().url(), settings, tokens.trust());
        return new ManagementClient(TenantLink.of(identity, paths, remote, tokens), remote);
    }

    static ManagementClient open(ClientIdentity identity, SecretPaths paths, RemoteApi remote, InstantSource clock) {
        return new ManagementClient(TenantLink.of(identity, paths, remote, new SharedTokens(clock)), remote);
    }

    /** Makes this client retry temporary failures, and returns it. */
    public ManagementClient retrying(RetryBudget retryBudget) {
        return new ManagementClient(new TenantLink(executor, tokens, Optional.of(retryBudget)), remote);
    }

    /**
     * The attempts of a write and all its requests. The caller must read the connection before it repeats the write.
     */
    public Attempts attemptsToWrite() {
        return link.attempts(Attempts.MOST_WRITES);
    }

    /** The tenant's Actions. */
    public ActionsClient actions() {
        return new ActionsClient(link, remote.calls(ActionsApi.class));
    }

    /** The tenant's phone provider and templates. */
    public PhoneClient phone() {
        return new PhoneClient(link, remote.calls(PhoneApi.class));
    }

    /**
     * Whether the tenant's rate limit has room for the reads of a plan at the same time. If not, the caller reads one
     * after another, which leaves the limit time to refill.
     */
    public boolean mayReadAtOnce() {
        return executor.remaining() > READS_AT_ONCE;
    }

    private <T> T withRetry(Supplier<T> operation) {
        Attempts attempts = link.attempts(Attempts.NO_LIMIT);
        while (true) {
            try {
                return operation.get();
            } catch (ManagementException failure) {
                attempts.waitAfter(failure);
            }
        }
    }

    /** The scopes of the token, from the token answer or else from the token's payload; empty if neither has them. */
    public Optional<Set<String>> scopes() {
        return withRetry(tokens::scopes);
    }

    /**
     * Adds values to remove from all of Auth0's texts, in addition to the secrets that the client sends and receives.
     */
    public void conceal(Collection<String> values) {
        values.forEach(executor.secrets()::add);
    }

    /**
     * All SMS connections of the tenant, in Auth0's order. It drops connections with other strategies. It sends one
     * request per page. An incomplete list is a failure, never an empty list.
     */
    public List<Connection> smsConnections() {
        return withRetry(this::listed);
    }

    private List<Connection> listed() {
        Operation operation = Operation.listing(tenant);
        String bearer = tokens.bearer();
        Pages pages = new Pages(executor, operation, "connections", link.left());
        List<Value> items = pages.all(from -> api.connections(bearer, ConnectionReader.SMS, Pages.SIZE, from));
        listRequests = pages.requests();
        List<Connection> all = new ArrayList<>();
        for (Value item : items) {
            all.add(connection(item, operation));
        }
        all.removeIf(connection -> !connection.strategy().equals(ConnectionReader.SMS));
        return List.copyOf(all);
    }

    /** Whether the last list of connections came in one request, not in several pages. */
    public boolean listedAtOnce() {
        return listRequests <= 1;
    }

    /** The connection with this id, of any strategy. */
    public Connection connection(String id) {
        Operation operation = Operation.reading(checked(id), tenant);
        return withRetry(() -> same(id, executor.json(api.connection(tokens.bearer(), id), operation), operation));
    }

    /**
     * Sends one PATCH and returns the connection from Auth0's answer. It never repeats the PATCH: after a failure
     * {@link ManagementException#requestMayHaveBeenProcessed()} says whether Auth0 may have applied the change, and a
     * blind repeat could undo another program's change.
     */
    public Connection update(String id, ConnectionPatch patch) {
        Operation operation = Operation.updating(checked(id), tenant);
        if (patch.options().isPresent()) {
            executor.secrets().addFrom(patch.options().get());
        }
        return same(id, executor.json(api.update(tokens.bearer(), id, patch.body()), operation), operation);
    }

    /** Creates an SMS connection with one request and returns it from Auth0's answer. */
    public Connection create(NewConnection connection) {
        executor.secrets().addFrom(connection.options());
        Operation operation = Operation.creating(executor.secrets().quote(connection.name()), tenant);
        return connection(executor.json(api.create(tokens.bearer(), connection.body()), operation), operation);
    }

    /**
     * Whether the tenant is on the Unified Phone Experience, whose phone provider Auth0 uses in place of an SMS
     * gateway. Needs the scope {@code read:tenant_settings}. Source: Auth0 Management API, "Get tenant settings",
     * {@code phone_consolidated_experience}. It asks only once, because the answer only leads to a notice.
     */
    public boolean isOnUnifiedPhoneExperience() {
        Value settings =
                executor.json(api.tenantSettings(tokens.bearer(), UNIFIED_PHONE), Operation.readingSettings(tenant));
        if (settings instanceof Value.Tree tree && tree.members().get(UNIFIED_PHONE) instanceof Value.Bool answer) {
            return answer.value();
        }
        throw executor.unreadable(Operation.readingSettings(tenant), "it does not say " + UNIFIED_PHONE);
    }

    /** The ids of the applications that may use a connection. */
    public Set<String> enabledClients(String id) {
        Operation operation = Operation.readingClients(checked(id), tenant);
        return withRetry(() -> enabledClients(id, operation));
    }

    private Set<String> enabledClients(String id, Operation operation) {
        String bearer = tokens.bearer();
        Set<String> clients = new LinkedHashSet<>();
        Pages pages = new Pages(executor, operation, "clients", link.left());
        for (Value item : pages.all(from -> api.clients(bearer, id, Pages.SIZE, from))) {
            if (!(item instanceof Value.Tree tree && tree.members().get("client_id") instanceof Value.Text client)) {
                throw executor.unreadable(operation, "a client in it has no client_id");
            }
            clients.add(client.text());
        }
        return clients;
    }

    /**
     * Enables applications for a connection; other applications keep their state. It sends {@value #MOST_CLIENTS} per
     * request, so a failure can occur after some are enabled. Enabling an application twice changes nothing, so the
     * client retries without reading first.
     */
    public void enableClients(String id, List<String> clientIds) {
        Operation operation = Operation.enablingClients(checked(id), tenant);
        List<String> all = clientIds.stream().distinct().toList();
        Attempts attempts = attemptsToWrite();
        while (true) {
            try {
                enable(id, all, operation);
                return;
            } catch (ManagementException failure) {
                attempts.waitAfter(failure);
            }
        }
    }

    private void enable(String id, List<String> all, Operation operation) {
        Instant deadline = executor.deadline(link.left());
        for (int done = 0; done < all.size(); done += MOST_CLIENTS) {
            if (done > 0 && !executor.clock().instant().isBefore(deadline)) {
                throw executor.late(operation, done + " of " + all.size() + " clients were enabled");
            }
            List<String> part = all.subList(done, Math.min(done + MOST_CLIENTS, all.size()));
            executor.send(api.updateClients(tokens.bearer(), id, enabling(part)), operation);
        }
    }

    private static Value enabling(List<String> clientIds) {
        List<Value> items = new ArrayList<>();
        for (String client : clientIds) {
            Map<String, Value> members = new LinkedHashMap<>();
            members.put("client_id", Value.of(client));
            members.put("status", Value.of(true));
            items.add(new Value.Tree(members));
        }
        return new Value.Array(items);
    }

    private Connection same(String id, Value answer, Operation operation) {
        Connection connection = connection(answer, operation);
        if (!connection.id().equals(id)) {
            throw executor.unreadable(operation, "it describes another connection");
        }
        return connection;
    }

    private Connection connection(Value value, Operation operation) {
        Connection connection = ConnectionReader.read(value)
                .orElseThrow(() -> executor.unreadable(
                        operation,
                        "it is a JSON " + value.kind()
                                + " where a connection with id, name and strategy was expected"));
        connection.options().ifPresent(executor.secrets()::addFrom);
        return connection;
    }

    private static String checked(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new Fault(
                    "The connection's id contains a character that no id has, or is empty or too long.",
                    "Set connection to the connection's name, or to its id as Auth0 shows it: con_ and 16 letters and digits.");
        }
        return id;
    }

    /** Closes all connections and stops all threads, which would delay the end of the Java runtime. */
    @Override
    public void close() {
        remote.close();
    }
}
