package com.messagemedia.auth0.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;

/** A request to one of several tenants as the tenant sees it: its target begins below the tenant's path. */
final class TenantExchange extends ForwardedExchange {

    private final URI target;

    /**
     * A part of a request.
     *
     * @param target path and query as the tenant sees them
     */
    private TenantExchange(HttpExchange whole, URI target) {
        super(whole);
        this.target = target;
    }

    /**
     * The request as the tenant at a path sees it.
     *
     * @param path the tenant's path with its last slash, with which the request's path begins
     */
    static HttpExchange below(String path, HttpExchange exchange) {
        String all = exchange.getRequestURI().toString();
        int begin = all.indexOf(path);
        String target = all.substring(begin + path.length() - 1);
        // Two slashes would begin a host.
        return new TenantExchange(exchange, URI.create(target.replaceFirst("^/+", "/")));
    }

    @Override
    public URI getRequestURI() {
        return target;
    }
}
