package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.sandbox.GatewayEndpoint.GatewayCall;
import com.messagemedia.auth0.sandbox.page.Page;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A running sandbox tenant on 127.0.0.1. It answers {@code POST /oauth/token} and, under {@code /api/v2}, requests for
 * connections, their clients, applications, tenant settings, logs, Actions, phone providers and phone templates.
 * {@code POST /passwordless/start} sends a code to the sandbox's MessageMedia: by the connection's options through the
 * gateway ({@code POST /messages}), or by running the Action, which calls the API ({@code /v1/messages}). The inbox is
 * {@code GET /sandbox/inbox}; {@code GET /} is a page that shows all of it. Other requests get 404 or 405, a request for
 * a host name other than this machine's gets 421, and one that a page of another machine makes gets 403. All threads are daemons, so they never keep the JVM running.
 */
public final class Sandbox implements AutoCloseable {

    static {
        // The JDK's server sends headers and body separately. Without this property each reply waits 40 ms for the
        // acknowledgement of the headers. The server reads the property once and has no other setting for it.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    private static final int LARGEST_PORT = 65535;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Tenant tenant;
    private final Optional<Path> stateFile;
    private final Journal journal = new Journal();
    private final AtomicBoolean buildsFail = new AtomicBoolean();
    private final PendingFaults faults;
    private final Page page;
    private final Inbox inbox;

    private Sandbox(SandboxSettings settings) {
        this.tenant = Tenant.open(settings);
        this.stateFile = settings.stateFile();
        this.faults = new PendingFaults(settings.clock());
        ShownTenant shown = new ShownTenant(tenant, settings.start(), faults);
        this.page = new Page(shown, settings.clock());
        this.inbox = new Inbox(page);
        this.server = bind(settings.port());
        this.threads = Executors.newCachedThreadPool(Sandbox::thread);
        server.setExecutor(threads);
        HttpContext context = server.createContext("/", routes(settings));
        context.getFilters().add(page);
        context.getFilters().add(journal);
        context.getFilters().addAll(settings.filters());
        shown.watch(page);
        faults.watch(page::touched);
    }

    /**
     * Starts a sandbox. Refuses, with a {@link Fault}, a port that is in use or out of range, and an unreadable state
     * file.
     */
    public static Sandbox start(SandboxSettings settings) {
        Sandbox sandbox = new Sandbox(settings);
        // The server's own thread is a daemon because the thread that starts it is one.
        CompletableFuture.runAsync(sandbox.server::start, sandbox.threads).join();
        return sandbox;
    }

    private static HttpServer bind(int port) {
        if (port < 0 || port > LARGEST_PORT) {
            throw new Fault(
                    "The sandbox cannot listen on port " + port + ".", "Choose 1 to 65535, or 0 for a free one.");
        }
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (IOException e) {
            Fault fault = new Fault(
                    "The sandbox cannot listen on port " + port + " of 127.0.0.1.",
                    "Stop the program that uses the port, choose another one, or choose 0 for a free one.");
            fault.initCause(e);
            throw fault;
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "messagemedia-sandbox");
        thread.setDaemon(true);
        return thread;
    }

    private Router routes(SandboxSettings settings) {
        int port = server.getAddress().getPort();
        Tokens tokens = new Tokens(settings);
        TokenEndpoint token = new TokenEndpoint(
                settings, tokens, Set.of("http://127.0.0.1:" + port + "/", "http://localhost:" + port + "/"));
        ManagementGate gate = new ManagementGate(tokens, settings);
        ConnectionsEndpoint connections = new ConnectionsEndpoint(tenant, settings.metadataMode());
        ClientsEndpoint clients = new ClientsEndpoint(tenant);
        PhoneSender sender =
                new PhoneSender(tenant, new ActionFetch(() -> address().url()), settings.clock());
        Router router =
                new PhoneRoutes(tenant, gate, sender, buildsFail::get).addTo(senders(new Router(faults), sender));
        return new TenantRoutes(tenant, gate)
                .addTo(router)
                .route("POST", "/oauth/token", token::issue)
                .route("GET", "/api/v2/connections", gate.reading(connections::list))
                .route("POST", "/api/v2/connections", gate.behind("create:connections", connections::create))
                .route("GET", "/api/v2/connections/{id}", gate.reading(connections::read))
                .route("PATCH", "/api/v2/connections/{id}", gate.behind("update:connections", connections::update))
                .route("DELETE", "/api/v2/connections/{id}", gate.behind("delete:connections", connections::delete))
                .route("GET", "/api/v2/connections/{id}/clients", gate.reading(clients::list))
                .route("PATCH", "/api/v2/connections/{id}/clients", gate.behind("update:connections", clients::update));
    }

    private Router senders(Router router, PhoneSender sender) {
        MessageMediaEndpoint messageMedia = new MessageMediaEndpoint(inbox);
        PasswordlessEndpoint passwordless = new PasswordlessEndpoint(
                tenant, new GatewayCall(() -> URI.create(address().url() + "messages")), sender);
        return router.route("POST", "/passwordless/start", passwordless::start)
                .route("POST", "/messages", new GatewayEndpoint(messageMedia)::send)
                .route("POST", "/v1/messages", messageMedia::send)
                .route("GET", "/v1/messages/{id}", messageMedia::status)
                .route("GET", "/v1/messaging/numbers/sender_address/addresses", messageMedia::senders)
                .route("GET", "/sandbox/inbox", inbox::list);
    }

    /** The tenant's address, such as {@code http://127.0.0.1:8642}. */
    public TenantAddress address() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return TenantAddress.parse(address).orElseThrow();
    }

    /** The file that keeps the tenant; empty if it ends with the sandbox. */
    public Optional<Path> stateFile() {
        return stateFile;
    }

    /**
     * The last ten thousand requests in the order of arrival, including those that a filter answered. Requests of the
     * sandbox's own page are not among them.
     */
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    /** The last hundred messages that arrived at the sandbox's MessageMedia, oldest first. */
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

    /** The tenant's content. Callers can read it, and edit it like a colleague in the dashboard. */
    public Tenant tenant() {
        return tenant;
    }

    /** Stops the server and its threads, and drops requests in progress. Closing twice has no effect. */
    @Override
    public void close() {
        page.close();
        server.stop(0);
        threads.shutdownNow();
    }

    /**
     * A message that arrived at the sandbox's MessageMedia.
     *
     * @param recipient the recipient's number
     * @param sender the sender; empty if the message names none
     * @param body its text
     * @param accepted whether MessageMedia accepted it; nobody gets a refused message
     */
    public record Message(String recipient, String sender, String body, boolean accepted) {}

    /**
     * A request that the sandbox received. It contains neither body nor headers, because they carry credentials.
     *
     * @param method the HTTP method
     * @param target path and query as sent
     * @param status the status of the reply; -1 if there is none yet, or the connection was dropped without one
     */
    public record RecordedRequest(String method, String target, int status) {}
}
