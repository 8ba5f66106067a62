package com.messagemedia.auth0.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on loopback that takes one request a connection, answers with the bytes it was told, whatever they are, and hangs
 * up: for answers that no proper server gives. Each character of an answer is one byte.
 */
public final class RawServer implements AutoCloseable {

    /** An answer that never comes: the connection stays open until the server is closed. */
    public static final String SILENCE = "(silence)";

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

    private final ServerSocket socket;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public RawServer(String... answers) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(() -> serve(List.of(answers)), "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    /** A whole answer of JSON after which the connection ends. */
    public static String json(int status, String body) {
        return whole(status, "Content-Type: application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole answer of these bytes, with one more header, after which the connection ends. */
    public static String whole(int status, String header, byte[] body) {
        return "HTTP/1.1 " + status + " Scripted\r\n" + header + "\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    }

    /** {@code http://127.0.0.1:port} */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The request line and headers of each request. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void serve(List<String> answers) {
        try {
            for (String answer : answers) {
                try (Socket client = socket.accept()) {
                    takeRequest(client.getInputStream());
                    if (answer.equals(SILENCE)) {
                        closed.await();
                    }
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    client.getOutputStream().flush();
                }
            }
        } catch (IOException | InterruptedException e) {
            // The test is over, or the client hung up first; either shows in what the client says.
        }
    }

    private void takeRequest(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        heads.add(head.toString());
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            in.readNBytes(Integer.parseInt(length.group(1)));
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
