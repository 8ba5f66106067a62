package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.http.TransportFailure.Kind;
import com.messagemedia.auth0.http.TransportFailure.LostReplyException;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** An API at an address, and why it does not answer. */
class RemoteApiTest {

    private static final HttpSettings SETTINGS =
            new HttpSettings("test/1", Duration.ofSeconds(30), Optional.empty(), List.of());

    /** One call. */
    interface Calls {
        @GET("v1/thing")
        Call<Value> thing();

        @POST("v1/thing")
        Call<Value> write(@Body Value thing);
    }

    @Test
    void asksBelowItsAddress() throws IOException {
        try (ScriptedServer server = new ScriptedServer().then(200, "{\"a\":1}");
                RemoteApi remote = RemoteApi.at(URI.create(server.address() + "/"), SETTINGS)) {
            Value answer = remote.calls(Calls.class).thing().execute().body();
            assertThat(answer).isEqualTo(Json.parse("{\"a\":1}"));
            assertThat(server.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.target()).isEqualTo("/v1/thing");
                assertThat(asked.headers()).containsEntry("user-agent", "test/1");
            });
        }
    }

    @Test
    void sendsNumbersKeysAndNullsAsTheyAre() throws IOException {
        String text = "{\"b\":1.50,\"a\":null,\"ü\":[true,\"€\"]}";
        try (ScriptedServer server = new ScriptedServer().then(200, "{}");
                RemoteApi remote = RemoteApi.at(URI.create(server.address() + "/"), SETTINGS)) {
            remote.calls(Calls.class).write(Json.parse(text)).execute();
            assertThat(server.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.body()).isEqualTo(text);
                assertThat(asked.headers()).containsEntry("content-type", "application/json; charset=UTF-8");
            });
        }
    }

    @Test
    void readsTheTrustedAuthoritiesOnlyWhereTheServerSpeaksTls() {
        OkHttpClient plain = HttpClients.create(SETTINGS, URI.create("http://127.0.0.1:8642/"));
        assertThat(plain.x509TrustManager()).isNull();
        OkHttpClient tls = HttpClients.create(SETTINGS, URI.create("https://acme.eu.auth0.com/"));
        assertThat(tls.x509TrustManager()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"PT0.3S, 300 milliseconds", "PT1S, 1 second", "PT60S, 60 seconds"})
    void tellsHowLongItWaitedForTheWholeAnswer(Duration time, String told) {
        HttpSettings settings = new HttpSettings("test/1", time, Optional.empty(), List.of());
        try (RemoteApi remote = RemoteApi.at(URI.create("http://127.0.0.1:8642/"), settings)) {
            IOException stalled = new LostReplyException(new InterruptedIOException("timeout"));
            assertThat(remote.failure(stalled))
                    .isEqualTo(new TransportFailure(Kind.TIMEOUT, "there was no complete answer within " + told, true));
        }
    }

    @Test
    void namesTheProxyThatDoesNotLetACallThrough() throws IOException {
        try (RawServer proxy = new RawServer(RawServer.json(403, "{}"))) {
            ProxySettings way = new ProxySettings("127.0.0.1", proxy.port(), Optional.empty(), Optional.empty());
            HttpSettings settings = new HttpSettings("test/1", Duration.ofSeconds(30), Optional.of(way), List.of());
            try (RemoteApi remote = RemoteApi.at(URI.create("https://api.messagemedia.com/"), settings)) {
                IOException refused = catchThrowableOfType(
                        IOException.class,
                        () -> remote.calls(Calls.class).thing().execute());
                assertThat(remote.failure(refused))
                        .isEqualTo(new TransportFailure(
                                Kind.PROXY_REFUSED,
                                "the proxy 127.0.0.1:" + proxy.port()
                                        + " does not let the request through to api.messagemedia.com",
                                false));
            }
        }
    }
}
