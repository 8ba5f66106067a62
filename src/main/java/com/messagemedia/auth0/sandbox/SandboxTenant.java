package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.sandbox.GatewayEndpoint.GatewayCall;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.page.Neighbour;
import com.messagemedia.auth0.sandbox.page.Page;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One of the tenants of a running sandbox. It has a state, tokens, a journal, an inbox, faults and a page of its own, and
 * shares nothing with the other tenants but the port.
 */
public final class SandboxTenant {

    private final SandboxDomain domain;
    private final SandboxSettings settings;
    private final int port;
    private final Tenant tenant;
    private final Journal journal = new Journal();
    private final AtomicBoolean buildsFail = new AtomicBoolean();
    private final PendingFaults faults;
    private final Page page;
    private final Inbox inbox;
    private final Router router;
    private final List<Filter> filters;

    /**
     * A tenant that the sandbox at a port serves.
     *
     * @param neighbours the tenants that its page lists; none if the page lists none
     */
    SandboxTenant(SandboxDomain domain, SandboxSettings settings, int port, Supplier<List<Neighbour>> neighbours) {
        this.domain = domain;
        this.settings = settings;
        this.port = port;
        this.tenant = Tenant.open(settings);
        this.faults = new PendingFaults(settings.clock());
        ShownTenant shown = new ShownTenant(tenant, settings.start(), faults, neighbours);
        this.page = new Page(shown, settings.clock());
        this.inbox = new Inbox(page);
        this.router = routes();
        this.filters = new CopyOnWriteArrayList<>(settings.filters());
        shown.watch(page);
        faults.watch(page::touched);
    }

    private Router routes() {
        Tokens tokens = new Tokens(settings);
        String path = port + domain.path();
        TokenEndpoint token =
                new TokenEndpoint(settings, tokens, Set.of("http://127.0.0.1:" + path, "http://localhost:" + path));
        ManagementGate gate = new ManagementGate(tokens, settings);
        ConnectionsEndpoint connections = new ConnectionsEndpoint(tenant, settings.metadataMode());
        ClientsEndpoint clients = new ClientsEndpoint(tenant);
        PhoneSender sender =
                new PhoneSender(tenant, new ActionFetch(() -> address().url()), settings.clock());
        Router all = new PhoneRoutes(tenant, gate, sender, buildsFail::get).addTo(senders(new Router(faults), sender));
        return new TenantRoutes(tenant, gate)
                .addTo(all)
                .route("POST", "/oauth/token", token::issue)
                .route("GET", "/api/v2/connections", gate.reading(connections::list))
                .route("POST", "/api/v2/connections", gate.behind("create:connections", connections::create))
                .route("GET", "/api/v2/connections/{id}", gate.reading(connections::read))
                .route("PATCH", "/api/v2/connections/{id}", gate.behind("update:connections", connections::update))
                .route("DELETE", "/api/v2/connections/{id}", gate.behind("delete:connections", connections::delete))
                .route("GET", "/api/v2/connections/{id}/clients", gate.reading(clients::list))
                .route("PATCH", "/api/v2/connections/{id}/clients", gate.behind("update:connections", clients::update));
    }

    private Router senders(Router unfinished, PhoneSender sender) {
        MessageMediaEndpoint messageMedia = new MessageMediaEndpoint(inbox);
        PasswordlessEndpoint passwordless =
                new PasswordlessEndpoint(tenant, new GatewayCall(() -> address().url()), sender);
        return unfinished
                .route("POST", "/passwordless/start", passwordless::start)
                .route("POST", "/messages", new GatewayEndpoint(messageMedia)::send)
                .route("POST", "/v1/messages", messageMedia::send)
                .route("GET", "/v1/messages/{id}", messageMedia::status)
                .route("GET", "/v1/messaging/numbers/sender_address/addresses", messageMedia::senders)
                .route("GET", "/sandbox/inbox", inbox::list);
    }

    /** Answers a request whose path begins below the tenant's own. */
    void handle(HttpExchange exchange) throws IOException {
        List<Filter> chain = new ArrayList<>();
        chain.add(page);
        chain.add(journal);
        chain.addAll(filters);
        new Filter.Chain(chain, router).doFilter(exchange);
    }

    /** Puts one more filter, as the innermost, around every route of this tenant; tests inject faults with it. */
    public void filteredBy(Filter filter) {
        filters.add(filter);
    }

    /** The tenant's address, such as {@code http://127.0.0.1:8642/prod-eu}. */
    public TenantAddress address() {
        return TenantAddress.parse("http://127.0.0.1:" + port + domain.path()).orElseThrow();
    }

    /** The tenant as a descriptor names it while the sandbox is embedded: {@code sandbox} or {@code sandbox/NAME}. */
    public SandboxDomain domain() {
        return domain;
    }

    /** The file that keeps the tenant; empty if it ends with the sandbox. */
    public Optional<Path> stateFile() {
        return settings.stateFile();
    }

    /**
     * The last ten thousand requests in the order of arrival, including those that a filter answered. Requests of the
     * sandbox's own page are not among them. Targets begin below the tenant's path.
     */
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    /** The last hundred messages that arrived at the tenant's MessageMedia, oldest first. */
    public List<Message> inbox() {
        return inbox.messages();
    }

    /** Passes each later message to this consumer when it arrives. */
    public void onMessage(Consumer<Message> reader) {
        inbox.readBy(reader);
    }

    /** Whether each build of an Action fails from now on. */
    public void failBuilds(boolean fail) {
        buildsFail.set(fail);
    }

    /** What the tenant holds. Callers can read it, and edit it like a colleague in the dashboard. */
    public Tenant content() {
        return tenant;
    }

    /** The tenant in one line of a list. */
    Neighbour line() {
        return new Neighbour(domain.toString(), domain.path(), TenantSummary.of(tenant), page.lastCall());
    }

    /** Ends the streams of the tenant's pages. */
    void close() {
        page.close();
    }
}
