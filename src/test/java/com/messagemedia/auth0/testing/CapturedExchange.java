package com.messagemedia.auth0.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** An exchange whose reply waits until it is delivered. */
public final class CapturedExchange extends HttpExchange {

    private final HttpExchange exchange;
    private final InputStream request;
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
    private int status = -1;

    public CapturedExchange(HttpExchange exchange, byte[] request) {
        this.exchange = exchange;
        this.request = new ByteArrayInputStream(request);
    }

    /** The reply's body so far. */
    public String text() {
        return reply.toString(StandardCharsets.UTF_8);
    }

    public void deliver(UnaryOperator<String> meddle) throws IOException {
        byte[] body = meddle.apply(text()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void sendResponseHeaders(int code, long length) {
        status = code;
    }

    @Override
    public OutputStream getResponseBody() {
        return reply;
    }

    @Override
    public InputStream getRequestBody() {
        return request;
    }

    @Override
    public int getResponseCode() {
        return status;
    }

    @Override
    public void close() {
        // Delivering closes.
    }

    @Override
    public Headers getRequestHeaders() {
        return exchange.getRequestHeaders();
    }

    @Override
    public Headers getResponseHeaders() {
        return exchange.getResponseHeaders();
    }

    @Override
    public URI getRequestURI() {
        return exchange.getRequestURI();
    }

    @Override
    public String getRequestMethod() {
        return exchange.getRequestMethod();
    }

    @Override
    public HttpContext getHttpContext() {
        return exchange.getHttpContext();
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return exchange.getRemoteAddress();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return exchange.getLocalAddress();
    }

    @Override
    public String getProtocol() {
        return exchange.getProtocol();
    }

    @Override
    public Object getAttribute(String name) {
        return exchange.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        exchange.setAttribute(name, value);
    }

    @Override
    public void setStreams(InputStream input, OutputStream output) {
        throw new UnsupportedOperationException("no filter of the sandbox needs this");
    }

    @Override
    public HttpPrincipal getPrincipal() {
        return exchange.getPrincipal();
    }
}
