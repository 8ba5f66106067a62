package com.messagemedia.auth0.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on loopback that takes {@code CONNECT} for any host and leads every tunnel to one port on loopback, so that a test
 * can talk TLS to a host of any name and nothing leaves the machine.
 */
public final class TunnelProxy implements AutoCloseable {

    private final ServerSocket socket;
    private final int target;
    private final Optional<String> login;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /**
     * @param target the port that every tunnel leads to
     * @param login the value of Proxy-Authorization to insist on
     */
    public TunnelProxy(int target, Optional<String> login) {
        this.target = target;
        this.login = login;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The request line and headers of each CONNECT. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void serve() throws IOException {
        while (true) {
            Socket client = socket.accept();
            daemon(() -> tunnel(client));
        }
    }

    private void tunnel(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            heads.add(head);
            if (login.isPresent() && !head.contains("Proxy-Authorization: " + login.get() + "\r\n")) {
                write(
                        client,
                        "HTTP/1.1 407 Scripted\r\nProxy-Authenticate: Basic realm=\"p\"\r\nConnection: close\r\n\r\n");
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                daemon(() -> pump(server, client));
                pump(client, server);
            }
        }
    }

    private static void pump(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One side hung up: the tunnel ends.
                    }
                },
                "tunnel proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
