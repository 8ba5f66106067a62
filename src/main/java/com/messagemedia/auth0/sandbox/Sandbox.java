package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.TenantAddress;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A running sandbox on 127.0.0.1: an Auth0 tenant, and below paths of their names as many more as anybody uses. A tenant
 * answers {@code POST /oauth/token} and, under {@code /api/v2}, requests for connections, their clients, applications,
 * tenant settings, logs, Actions, phone providers and phone templates. {@code POST /passwordless/start} sends a code to the
 * tenant's MessageMedia: by the connection's options through the gateway ({@code POST /messages}), or by running the Action,
 * which calls the API ({@code /v1/messages}). The inbox is {@code GET /sandbox/inbox}; {@code GET /} is a page that shows all
 * of it. Other requests get 404 or 405, a request for a host name other than this machine's gets 421, and one that a page
 * of another machine makes gets 403. All threads are daemons, so they never keep the JVM running.
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
    private final HostedTenants tenants;

    private Sandbox(SandboxSettings settings) {
        this.server = bind(settings.port());
        this.threads = Executors.newCachedThreadPool(Sandbox::thread);
        this.tenants = new HostedTenants(settings, server.getAddress().getPort());
        server.setExecutor(threads);
        server.createContext("/", tenants);
    }

    /**
     * Starts a sandbox with the tenant that has no name. Refuses, with a {@link Fault}, a port that is in use or out of
     * range, and an unreadable state file.
     */
    public static Sandbox start(SandboxSettings settings) {
        Sandbox sandbox = startWithoutTenant(settings);
        try {
            sandbox.main();
            return sandbox;
        } catch (RuntimeException | Error e) {
            sandbox.close();
            throw e;
        }
    }

    /** Starts a sandbox whose tenants all open at their first use. */
    public static Sandbox startWithoutTenant(SandboxSettings settings) {
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

    private SandboxTenant main() {
        return tenant(SandboxDomain.MAIN, UnaryOperator.identity());
    }

    /**
     * The tenant with this name, {@code sandbox/NAME}; a new one if nobody has used it yet.
     *
     * @throws IllegalArgumentException if no tenant can have this name
     * @throws Fault if its state file is not readable
     */
    public SandboxTenant tenant(String name) {
        return tenant(name, UnaryOperator.identity());
    }

    /** The tenant with this name; if nobody has used it yet, a new one with settings of its own. */
    public SandboxTenant tenant(String name, UnaryOperator<SandboxSettings> change) {
        return tenant(SandboxDomain.of(name), change);
    }

    /** A tenant; if nobody has used it yet, a new one with settings of its own. */
    public SandboxTenant tenant(SandboxDomain domain, UnaryOperator<SandboxSettings> change) {
        return tenants.of(domain, change);
    }

    /** The address of the tenant without a name, such as {@code http://127.0.0.1:8642}. */
    public TenantAddress address() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return TenantAddress.parse(address).orElseThrow();
    }

    /** The file that keeps the tenant without a name; empty if it ends with the sandbox. */
    public Optional<Path> stateFile() {
        return main().stateFile();
    }

    /** The last requests to the tenant without a name: {@link SandboxTenant#requests()}. */
    public List<RecordedRequest> requests() {
        return main().requests();
    }

    /** The last messages of the tenant without a name: {@link SandboxTenant#inbox()}. */
    public List<Message> inbox() {
        return main().inbox();
    }

    /** Passes each later message of any tenant to this consumer when it arrives. */
    public void onMessage(BiConsumer<SandboxDomain, Message> reader) {
        tenants.onMessage(reader);
    }

    /** Whether each build of an Action of the tenant without a name fails from now on. */
    public void failBuilds(boolean fail) {
        main().failBuilds(fail);
    }

    /** What the tenant without a name holds. Callers can read it, and edit it like a colleague in the dashboard. */
    public Tenant tenant() {
        return main().content();
    }

    /** Stops the server and its threads, and drops requests in progress. Closing twice has no effect. */
    @Override
    public void close() {
        tenants.close();
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
