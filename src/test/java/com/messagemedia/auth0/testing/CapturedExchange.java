package com.messagemedia.auth0.testing;

import com.messagemedia.auth0.sandbox.ForwardedExchange;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** An exchange whose reply waits until it is delivered. */
public final class CapturedExchange extends ForwardedExchange {

    private final HttpExchange exchange;
    private final InputStream request;
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
    private int status = -1;

    public CapturedExchange(HttpExchange exchange, byte[] request) {
        super(exchange);
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
    public void setStreams(InputStream input, OutputStream output) {
        throw new UnsupportedOperationException("no filter of the sandbox needs this");
    }
}
