package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.sandbox.Sandbox.Message;
import com.messagemedia.auth0.sandbox.page.Neighbour;
import com.messagemedia.auth0.sandbox.page.Origins;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The tenants of a running sandbox by name. It opens a tenant when somebody uses it for the first time, and passes each
 * request to the tenant that its path names.
 */
final class HostedTenants implements HttpHandler {

    private final SandboxSettings settings;
    private final int port;
    private final Map<SandboxDomain, SandboxTenant> open = new ConcurrentHashMap<>();
    private volatile BiConsumer<SandboxDomain, Message> reader = (domain, message) -> {};

    HostedTenants(SandboxSettings settings, int port) {
        this.settings = settings;
        this.port = port;
    }

    /** The tenant with this name. Refuses, with a {@link Fault}, an unreadable state file. */
    SandboxTenant of(SandboxDomain domain) {
        return of(domain, UnaryOperator.identity());
    }

    /** The tenant with this name; changes its settings if this is its first use. */
    SandboxTenant of(SandboxDomain domain, UnaryOperator<SandboxSettings> change) {
        return open.computeIfAbsent(domain, unused -> opened(domain, change.apply(settings.of(domain))));
    }

    private SandboxTenant opened(SandboxDomain domain, SandboxSettings own) {
        boolean lists = domain.equals(SandboxDomain.MAIN);
        SandboxTenant tenant = new SandboxTenant(domain, own, port, () -> lists ? lines() : List.of());
        tenant.onMessage(message -> reader.accept(domain, message));
        return tenant;
    }

    /** Passes each later message of any tenant to this consumer when it arrives. */
    void onMessage(BiConsumer<SandboxDomain, Message> other) {
        reader = other;
    }

    /** All tenants in the order of their names, in one line each: those in use, and those that files keep. */
    private List<Neighbour> lines() {
        settings.stateFile().map(KeptTenants::beside).orElse(List.of()).forEach(this::openIfUsable);
        return open.values().stream()
                .map(SandboxTenant::line)
                .sorted(Neighbour.BY_NAME)
                .toList();
    }

    private void openIfUsable(SandboxDomain domain) {
        try {
            of(domain);
        } catch (Fault unused) {
            // Whoever uses the tenant reads what is wrong with its file.
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Optional<SandboxDomain> named = named(exchange);
        if (named.filter(domain -> path(exchange).startsWith(domain.path())).isPresent()) {
            answer(exchange, named.get());
        } else if (named.isPresent() && isBrowser(exchange)) {
            toPage(exchange, named.get());
        } else {
            of(SandboxDomain.MAIN).handle(exchange);
        }
    }

    private static String path(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestURI().getRawPath());
    }

    /** The tenant that the path's first segment names. Nobody from elsewhere may make a tenant. */
    private static Optional<SandboxDomain> named(HttpExchange exchange) {
        if (!Origins.hasOwnHost(exchange) || Origins.isForeign(exchange)) {
            return Optional.empty();
        }
        return Optional.of(path(exchange))
                .filter(path -> path.startsWith("/"))
                .map(path -> path.substring(1).split("/", 2)[0])
                .filter(SandboxDomain::isName)
                .map(SandboxDomain::of);
    }

    /** Whether a person looks for the page: programs write the tenant's whole path. */
    private static boolean isBrowser(HttpExchange exchange) {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        return exchange.getRequestMethod().equals("GET") && accept != null && accept.contains("text/html");
    }

    private static void toPage(HttpExchange exchange, SandboxDomain domain) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Location", domain.path());
            exchange.sendResponseHeaders(307, -1);
        }
    }

    private void answer(HttpExchange exchange, SandboxDomain domain) throws IOException {
        SandboxTenant tenant;
        try {
            tenant = of(domain);
        } catch (Fault unusable) {
            try (exchange) {
                Router.send(
                        exchange,
                        ApiError.of(500, unusable.problem() + " " + unusable.remedy())
                                .reply());
            }
            return;
        }
        tenant.handle(TenantExchange.below(domain.path(), exchange));
    }

    /** Ends the streams of all pages. */
    void close() {
        open.values().forEach(SandboxTenant::close);
    }
}
