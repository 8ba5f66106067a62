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

/** A request that passes everything on to another. What it does otherwise, a subclass says. */
public abstract class ForwardedExchange extends HttpExchange {

    private final HttpExchange whole;

    /** Passes everything on to this request. */
    protected ForwardedExchange(HttpExchange whole) {
        this.whole = whole;
    }

    @Override
    public URI getRequestURI() {
        return whole.getRequestURI();
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
