package com.messagemedia.auth0.reliability;

import com.messagemedia.auth0.testing.HeldPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** Stands before a tenant on a port of its own, and can leave that port or show another certificate there. */
final class Relay implements AutoCloseable {

    private final int tenant;
    private final HeldPort port = new HeldPort();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private ServerSocket listening;
    private CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);

    /** A relay to a port of this machine, in clear. */
    Relay(int tenant) {
        this(tenant, ServerSocketFactory.getDefault());
    }

    /** A relay that speaks TLS. */
    Relay(int tenant, SSLContext tls) {
        this(tenant, tls.getServerSocketFactory());
    }

    private Relay(int tenant, ServerSocketFactory sockets) {
        this.tenant = tenant;
        this.listening = listen(sockets);
    }

    int port() {
        return port.number();
    }

    /** From now on nobody listens here. */
    void leave() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The port is free only when the thread that waits for a client has left it.
        accepting.join();
    }

    /** Listens again, in clear. */
    void comeBack() {
        listening = listen(ServerSocketFactory.getDefault());
    }

    /** Listens again, with this certificate. */
    void comeBack(SSLContext tls) {
        listening = listen(tls.getServerSocketFactory());
    }

    private ServerSocket listen(ServerSocketFactory sockets) {
        try {
            ServerSocket server = sockets.createServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()));
            accepting = CompletableFuture.runAsync(() -> accept(server), threads);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("UnusedException") // A closed socket is how this ends.
    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> relay(client));
            } catch (IOException e) {
                // Closed, or a client that went away: the loop tells them apart.
            }
        }
    }

    @SuppressWarnings("UnusedException") // Either side may go at any time.
    private void relay(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), tenant)) {
            threads.execute(() -> pump(client, upstream));
            upstream.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // Closing both is all there is to do.
        }
    }

    @SuppressWarnings("UnusedException") // As above.
    private static void pump(Socket client, Socket upstream) {
        try (upstream) {
            InputStream input = client.getInputStream();
            input.transferTo(upstream.getOutputStream());
        } catch (IOException e) {
            // As above.
        }
    }

    @Override
    public void close() {
        leave();
        port.close();
        threads.shutdownNow();
    }
}
