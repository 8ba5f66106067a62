package com.messagemedia.auth0.http;

import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Loads the classes that a first request needs, which takes longer than the request. Nothing leaves this process. */
public final class ClientLoading {

    private static final HttpSettings SETTINGS =
            new HttpSettings("loading", Duration.ofSeconds(1), Optional.empty(), List.of());

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

    /** Makes requests that are answered before they leave. */
    static void rehearse(URI server, SharedTrust trust) throws IOException, GeneralSecurityException {
        OkHttpClient client = HttpClients.create(SETTINGS, server, trust)
                .newBuilder()
                .addInterceptor(new Answer())
                .build();
        try (RemoteApi api = RemoteApi.through(client, server, SETTINGS)) {
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

    /** Answers in place of a server. */
    private static final class Answer implements Interceptor {

        private static final MediaType JSON = MediaType.get("application/json");

        @Override
        public Response intercept(Chain chain) {
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("OK")
                    .body(ResponseBody.create("{\"items\": [true, 1, null, \"text\"]}", JSON))
                    .build();
        }
    }
}
