package com.messagemedia.auth0.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;

/** A request to one of several tenants as the tenant sees it: its target begins below the tenant's path. */
final class TenantExchange extends HttpExchange {

    private final HttpExchange whole;
    private final URI target;

    /**
     * A part of a request.
     *
     * @param target path and query as the tenant sees them
     */
    private TenantExchange(HttpExchange whole, URI target) {
        this.whole = whole;
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

    @Override
    public Headers getRequestHeaders() {
        return whole.getRequestHeaders();
    }

    @Override
    public Headers getResponseHeaders() {
        return whole.getResponseHeaders();
    }

    @Override
    public String getRequestMethod() {
        return whole.getRequestMethod();
    }

    @Override
    public HttpContext getHttpContext() {
        return whole.getHttpContext();
    }

    @Override
    public void close() {
        whole.close();
    }

    @Override
    public InputStream getRequestBody() {
        return whole.getRequestBody();
    }

    @Override
    public OutputStream getResponseBody() {
        return whole.getResponseBody();
    }

    @Override
    public void sendResponseHeaders(int status, long length) throws IOException {
        whole.sendResponseHeaders(status, length);
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return whole.getRemoteAddress();
    }

    @Override
    public int getResponseCode() {
        return whole.getResponseCode();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return whole.getLocalAddress();
    }

    @Override
    public String getProtocol() {
        return whole.getProtocol();
    }

    @Override
    public Object getAttribute(String name) {
        return whole.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        whole.setAttribute(name, value);
    }

    @Override
    public void setStreams(InputStream input, OutputStream output) {
        whole.setStreams(input, output);
    }

    @Override
    public HttpPrincipal getPrincipal() {
        return whole.getPrincipal();
    }
}
