package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.auth0.TokenSource.TokenApi;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.Loopback;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.model.Connection;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import java.time.Duration;
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
 * Auth0's Management API of one tenant, as far as an SMS connection needs it. Synchronous. Every
 * method that talks to Auth0 gets a token first where none is at hand, and throws {@link ManagementException} when either
 * request does not bring the answer it should. A client sends each request once; one that is {@linkplain #retrying} tries
 * again what is harmless when it is done twice. It never repeats a write of options by itself, as that could undo what somebody
 * else wrote meanwhile: {@link #attemptsToWrite()}.
 *
 * <p>Whether credentials may go to this tenant at all is the caller's question: {@link TenantAddress#isTrusted}.
 */
public final class ManagementClient implements AutoCloseable {

    /** How many clients Auth0 takes in one request (Management API, "Update enabled clients for a connection"). */
    public static final int MOST_CLIENTS = 50;

    private static final String UNIFIED_PHONE = "phone_consolidated_experience";

    private final RemoteApi remote;
    private final TenantAddress tenant;
    private final RequestExecutor exchange;
    private final TokenSource tokens;
    private final ManagementApi api;
    private final Optional<RetryBudget> budget;
    private int listRequests;

    private ManagementClient(
            RequestExecutor exchange, TokenSource tokens, RemoteApi remote, Optional<RetryBudget> budget) {
        this.remote = remote;
        this.tenant = exchange.tenant();
        this.exchange = exchange;
        this.tokens = tokens;
        this.api = remote.calls(ManagementApi.class);
        this.budget = budget;
    }

    /**
     * A client of a tenant. Nothing is sent yet.
     *
     * @param paths where the options that it sends and receives hold secrets, which no message may quote
     * @throws Fault when the address is neither https nor on loopback
     */
    public static ManagementClient open(ClientIdentity identity, SecretPaths paths, HttpSettings settings) {
        return open(identity, paths, RemoteApi.at(identity.tenant().url(), settings), InstantSource.system());
    }

    static ManagementClient open(ClientIdentity identity, SecretPaths paths, RemoteApi remote, InstantSource clock) {
        TenantAddress tenant = identity.tenant();
        if (!tenant.url().getScheme().equals("https") && !Loopback.holds(tenant.url())) {
            throw new Fault(
                    "The tenant " + tenant + " would be reached by plain http, which is for loopback alone.",
                    "Set tenant.domain to the tenant's host name; it is reached by https.");
        }
        KnownSecrets secrets = new KnownSecrets(paths);
        if (identity.credentials() instanceof Credentials.ClientSecret client) {
            secrets.add(client.secret().reveal());
        } else if (identity.credentials() instanceof Credentials.Token given) {
            secrets.add(given.token().reveal());
        }
        RequestExecutor exchange = new RequestExecutor(identity, secrets, remote, clock);
        TokenSource tokens = new TokenSource(identity, remote.calls(TokenApi.class), exchange);
        return new ManagementClient(exchange, tokens, remote, Optional.empty());
    }

    /** This client, which from now on tries again what fails for a reason that passes. */
    public ManagementClient retrying(RetryBudget retryBudget) {
        return new ManagementClient(exchange, tokens, remote, Optional.of(retryBudget));
    }

    /** The attempts of a write with all the requests that belong to it; before it is repeated, the connection is to be read. */
    public Attempts attemptsToWrite() {
        return new Attempts(budget, tokens, Attempts.MOST_WRITES);
    }

    private <T> T withRetry(Supplier<T> act) {
        Attempts attempts = new Attempts(budget, tokens, Attempts.NO_LIMIT);
        while (true) {
            try {
                return act.get();
            } catch (ManagementException failure) {
                attempts.waitAfter(failure);
            }
        }
    }

    private Optional<Duration> left() {
        return budget.flatMap(RetryBudget::left);
    }

    /**
     * The scopes of the token, by the answer to the token request, else by the token's own payload; empty where neither tells.
     */
    public Optional<Set<String>> scopes() {
        return withRetry(tokens::scopes);
    }

    /** From now on takes these values out of every text that Auth0 wrote, besides the secrets that it sends and receives. */
    public void conceal(Collection<String> values) {
        values.forEach(exchange.secrets()::add);
    }

    /**
     * All SMS connections of the tenant, in Auth0's order; those of other strategies are left out whatever Auth0 answers. One
     * request where there is one page. An answer that is not a whole list of connections is a failure, never an empty list.
     */
    public List<Connection> smsConnections() {
        return withRetry(this::listed);
    }

    private List<Connection> listed() {
        Operation act = Operation.listing(tenant);
        String bearer = tokens.bearer();
        Pages pages = new Pages(exchange, act, "connections", left());
        List<Value> items = pages.all(from -> api.connections(bearer, ConnectionReader.SMS, Pages.SIZE, from));
        listRequests = pages.requests();
        return items.stream()
                .map(item -> connection(item, act))
                .filter(connection -> connection.strategy().equals(ConnectionReader.SMS))
                .toList();
    }

    /** Whether the connections were last read at one moment, and not page by page. */
    public boolean listedAtOnce() {
        return listRequests <= 1;
    }

    /** The connection of an id, of whatever strategy it is. */
    public Connection connection(String id) {
        Operation act = Operation.reading(checked(id), tenant);
        return withRetry(() -> same(id, exchange.ask(api.connection(tokens.bearer(), id), act), act));
    }

    /**
     * Sends a PATCH, once, and returns the connection as Auth0 then has it. After a failure,
     * {@link ManagementException#requestMayHaveBeenProcessed()} tells whether the change may be there all the same.
     */
    public Connection update(String id, ConnectionPatch patch) {
        Operation act = Operation.updating(checked(id), tenant);
        patch.options().ifPresent(exchange.secrets()::addFrom);
        return same(id, exchange.ask(api.update(tokens.bearer(), id, patch.body()), act), act);
    }

    /** Creates an SMS connection, with one request, and returns it as Auth0 then has it. */
    public Connection create(NewConnection connection) {
        exchange.secrets().addFrom(connection.options());
        Operation act = Operation.creating(exchange.secrets().quote(connection.name()), tenant);
        return connection(exchange.ask(api.create(tokens.bearer(), connection.body()), act), act);
    }

    /**
     * Whether the tenant is on the Unified Phone Experience, whose phone provider Auth0 uses in place of an SMS gateway. Needs
     * the scope {@code read:tenant_settings}. Source: Auth0 Management API, "Get tenant settings",
     * {@code phone_consolidated_experience}. Asks once: nothing but a notice hangs on the answer.
     */
    public boolean isOnUnifiedPhoneExperience() {
        Value settings =
                exchange.ask(api.tenantSettings(tokens.bearer(), UNIFIED_PHONE), Operation.readingSettings(tenant));
        if (settings instanceof Value.Tree tree && tree.members().get(UNIFIED_PHONE) instanceof Value.Bool answer) {
            return answer.value();
        }
        throw exchange.unreadable(Operation.readingSettings(tenant), "it does not say " + UNIFIED_PHONE);
    }

    /** The ids of the applications that may use a connection. */
    public Set<String> enabledClients(String id) {
        Operation act = Operation.readingClients(checked(id), tenant);
        return withRetry(() -> enabledClients(id, act));
    }

    private Set<String> enabledClients(String id, Operation act) {
        String bearer = tokens.bearer();
        Set<String> clients = new LinkedHashSet<>();
        Pages pages = new Pages(exchange, act, "clients", left());
        for (Value item : pages.all(from -> api.clients(bearer, id, Pages.SIZE, from))) {
            if (!(item instanceof Value.Tree tree && tree.members().get("client_id") instanceof Value.Text client)) {
                throw exchange.unreadable(act, "a client in it has no client_id");
            }
            clients.add(client.text());
        }
        return clients;
    }

    /**
     * Lets applications use a connection; the others keep what they have. Auth0 takes {@value #MOST_CLIENTS} in one request, so
     * a failure may come after some of them were enabled. To enable one twice changes nothing, so that it is tried again
     * without reading first.
     */
    public void enableClients(String id, List<String> clientIds) {
        Operation act = Operation.enablingClients(checked(id), tenant);
        List<String> all = clientIds.stream().distinct().toList();
        Attempts attempts = attemptsToWrite();
        while (true) {
            try {
                enable(id, all, act);
                return;
            } catch (ManagementException failure) {
                attempts.waitAfter(failure);
            }
        }
    }

    private void enable(String id, List<String> all, Operation act) {
        Instant deadline = exchange.deadline(left());
        for (int done = 0; done < all.size(); done += MOST_CLIENTS) {
            if (done > 0 && !exchange.clock().instant().isBefore(deadline)) {
                throw exchange.late(act, done + " of " + all.size() + " clients were enabled");
            }
            List<String> part = all.subList(done, Math.min(done + MOST_CLIENTS, all.size()));
            exchange.tell(api.updateClients(tokens.bearer(), id, enabling(part)), act);
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

    private Connection same(String id, Value answer, Operation act) {
        Connection connection = connection(answer, act);
        if (!connection.id().equals(id)) {
            throw exchange.unreadable(act, "it describes another connection");
        }
        return connection;
    }

    private Connection connection(Value value, Operation act) {
        Connection connection = ConnectionReader.read(value)
                .orElseThrow(() -> exchange.unreadable(
                        act,
                        "it holds a JSON " + value.kind()
                                + " where a connection with id, name and strategy was expected"));
        connection.options().ifPresent(exchange.secrets()::addFrom);
        return connection;
    }

    private static String checked(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new Fault(
                    "The connection's id holds a character that no id has, or is empty or too long.",
                    "Set connection to the connection's name, or to its id as Auth0 shows it: con_ and 16 letters and digits.");
        }
        return id;
    }

    /** Closes all connections. Nothing remains that could delay the end of the Java runtime. */
    @Override
    public void close() {
        remote.close();
    }
}
