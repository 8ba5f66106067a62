package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Query;

/**
 * Loads the classes that a first request needs, which takes longer than the request. Nothing leaves this process. OkHttp keeps
 * an idle thread for a minute, as after any request; it does not keep Java from ending.
 */
public final class ClientLoading {

    private static final HttpSettings SETTINGS =
            new HttpSettings("loading", Duration.ofMinutes(1), Optional.empty(), List.of());

    private ClientLoading() {}

    /** Requests like those to Auth0. */
    private interface Rehearsal {

        @GET("read")
        Call<Value> read(@Header("Authorization") String bearer, @Query("from") String from);

        @POST("write")
        Call<Value> write(@Body Value document);
    }

    /**
     * Loads a client for a server like this one. For https it reads the Java runtime's authorities too.
     *
     * @param server an address in numbers, so that no name server is asked for it
     * @param trust keeps what it read
     */
    public static void load(URI server, SharedTrust trust) {
        try {
            rehearse(server, trust);
        } catch (IOException | GeneralSecurityException unused) {
            // A real request meets the same, and its failure is reported.
            return;
        }
    }

    /** Makes requests over a connection that ends in this process. */
    static void rehearse(URI server, SharedTrust trust) throws IOException, GeneralSecurityException {
        OkHttpClient client = HttpClients.create(SETTINGS, server, trust)
                .newBuilder()
                .socketFactory(new Sockets())
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build();
        URI plain = URI.create("http://" + server.getAuthority() + "/");
        try (RemoteApi api = RemoteApi.through(client, plain, SETTINGS)) {
            Rehearsal calls = api.calls(Rehearsal.class);
            calls.write(Value.Null.NULL).execute();
            calls.read("", "").execute();
            if (server.getScheme().equals("https")) {
                greet();
            }
        }
    }

    /** Makes the first message of a TLS connection, and drops it. */
    private static void greet() throws IOException, GeneralSecurityException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", -1);
        engine.setUseClientMode(true);
        engine.beginHandshake();
        engine.wrap(
                ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    }

    /** Makes sockets that are connected to nothing, whatever address they are for. */
    private static final class Sockets extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new AnsweringSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress address, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
            return createSocket();
        }
    }

    /** Answers in place of a server, and throws away what it is told. */
    private static final class AnsweringSocket extends Socket {

        private static final String JSON = "{\"items\": [true, 1, null, \"text\"]}";
        private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                        + JSON.length() + "\r\n\r\n" + JSON)
                .repeat(2)
                .getBytes(StandardCharsets.UTF_8);

        private final InputStream answers = new ByteArrayInputStream(ANSWER);

        @Override
        public void connect(SocketAddress server, int timeout) {
            // There is nobody to connect to.
        }

        @Override
        public void setSoTimeout(int timeout) {
            // It always answers at once.
        }

        @Override
        public InputStream getInputStream() {
            return answers;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }
}
