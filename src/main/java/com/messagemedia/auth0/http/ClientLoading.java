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
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
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

    private static final String JSON = "{\"items\": [true, 1, null, \"text\"]}";
    private static final String JSON_ANSWERS = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + JSON.length() + "\r\n\r\n" + JSON)
            .repeat(2);

    private ClientLoading() {}

    /** Requests like those to Auth0. */
    private interface Rehearsal {

        @GET("read")
        Call<Value> read(@Header("Authorization") String bearer, @Query("from") String from);

        @POST("write")
        Call<Value> write(@Body Value document);
    }

    /**
     * Loads a client for a server like this one. For https it sets up TLS.
     *
     * @param server an address in numbers, so that no name server is asked for it
     * @param authorities the company's own; without them it reads the Java runtime's
     * @param trust keeps what it read
     */
    public static void load(URI server, List<X509Certificate> authorities, SharedTrust trust) {
        try {
            rehearse(server, authorities, trust);
        } catch (IOException unused) {
            // A real request meets the same, and its failure is reported.
            return;
        }
    }

    /** Makes requests over a connection that ends in this process. */
    static void rehearse(URI server, List<X509Certificate> authorities, SharedTrust trust) throws IOException {
        HttpSettings settings = new HttpSettings("loading", Duration.ofMinutes(1), Optional.empty(), authorities);
        OkHttpClient whole = HttpClients.create(settings, server, trust);
        OkHttpClient client = whole.newBuilder()
                .socketFactory(new Sockets())
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build();
        URI plain = URI.create("http://" + server.getAuthority() + "/");
        try (RemoteApi api = RemoteApi.through(client, plain, settings)) {
            Rehearsal calls = api.calls(Rehearsal.class);
            calls.write(Value.Null.NULL).execute();
            calls.read("", "").execute();
            if (server.getScheme().equals("https")) {
                greet(whole.sslSocketFactory());
            }
        }
    }

    /** Makes the first message of a TLS connection, to nobody. */
    private static void greet(SSLSocketFactory sockets) throws IOException {
        try (SSLSocket greeting = (SSLSocket) sockets.createSocket(new AnsweringSocket(""), "localhost", 443, true)) {
            // Keys for TLS 1.3 take long to make, and nobody would use these.
            greeting.setEnabledProtocols(new String[] {"TLSv1.2"});
            greeting.startHandshake();
        } catch (SSLException expected) {
            // There is no answer.
            return;
        }
    }

    /** Makes sockets that are connected to nothing, whatever address they are for. */
    private static final class Sockets extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new AnsweringSocket(JSON_ANSWERS);
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

        private final InputStream answers;

        AnsweringSocket(String text) {
            answers = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isConnected() {
            return true;
        }

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
