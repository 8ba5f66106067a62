package com.messagemedia.auth0.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.HttpClients.ReplyTooLargeException;
import com.messagemedia.auth0.http.TransportFailure.LostReplyException;
import com.messagemedia.auth0.testing.HeldPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.X509TrustManager;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientsTest {

    private static final int MIB = 1024 * 1024;
    private static final HttpSettings SETTINGS =
            new HttpSettings("messagemedia-maven-plugin/1.0", Duration.ofSeconds(30), Optional.empty(), List.of());
    private static final OkHttpClient CLIENT = HttpClients.create(SETTINGS);

    @Test
    void sendsThePluginsName() throws IOException {
        try (ScriptedServer server = new ScriptedServer().then(200, "{}")) {
            assertThat(get(server.address()).code()).isEqualTo(200);
            assertThat(server.asked().get(0).headers()).containsEntry("user-agent", "messagemedia-maven-plugin/1.0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) throws IOException {
        try (ScriptedServer other = new ScriptedServer();
                ScriptedServer server = new ScriptedServer().then(status, "", Map.of("Location", other.address()))) {
            assertThat(get(server.address()).code()).isEqualTo(status);
            assertThat(other.asked()).isEmpty();
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "1"})
    void repeatsNoRequestThatWasAnswered503WhateverItsRetryAfter(String seconds) throws IOException {
        try (ScriptedServer server = new ScriptedServer()
                .then(503, "{}", Map.of("Retry-After", seconds))
                .then(200, "{}")) {
            Request patch = new Request.Builder()
                    .url(server.address())
                    .patch(RequestBody.create("{}", MediaType.get("application/json")))
                    .build();
            try (Response response = CLIENT.newCall(patch).execute()) {
                assertThat(response.code()).isEqualTo(503);
                assertThat(response.header("Retry-After")).isEqualTo("1");
            }
            assertThat(server.lines()).containsExactly("PATCH /");
        }
    }

    @Test
    void repeatsNoRequestThatWasAnswered408() throws IOException {
        try (ScriptedServer server = new ScriptedServer().then(408, "{}").then(200, "{}")) {
            assertThat(get(server.address()).code()).isEqualTo(408);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void repeatsNoRequestWhoseConnectionBroke() throws IOException {
        try (RawServer server = new RawServer("", RawServer.json(200, "{}"))) {
            assertThatThrownBy(() -> get(server.address()))
                    .isInstanceOf(LostReplyException.class)
                    .hasMessage("the request was sent and no whole reply came back");
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void marksAReplyThatBreaksOffAsLost() throws IOException {
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":")) {
            assertThatThrownBy(() -> text(server.address()))
                    .isInstanceOf(LostReplyException.class)
                    .matches(LostReplyException::isBehind);
        }
    }

    @Test
    void doesNotCallAConnectionThatNeverCameAboutALostReply() {
        try (HeldPort port = new HeldPort()) {
            assertThatThrownBy(() -> get("http://127.0.0.1:" + port.number()))
                    .matches(failure -> !LostReplyException.isBehind(failure));
        }
    }

    @Test
    void readsEightMebibytesAndNoMore() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer().then(200, "x".repeat(8 * MIB)).then(200, "x".repeat(8 * MIB + 1))) {
            assertThat(text(server.address())).hasSize(8 * MIB);
            assertThatThrownBy(() -> text(server.address()))
                    .isInstanceOf(ReplyTooLargeException.class)
                    .hasMessage("larger than 8 MiB");
        }
    }

    @Test
    void countsTheBytesOfAReplyAfterDecompression() throws IOException {
        try (RawServer server = new RawServer(gzipOf(9 * MIB))) {
            assertThatThrownBy(() -> text(server.address())).isInstanceOf(ReplyTooLargeException.class);
        }
    }

    @Test
    void boundsEveryStepOfACall() {
        OkHttpClient hasty =
                HttpClients.create(new HttpSettings("test/1", Duration.ofSeconds(3), Optional.empty(), List.of()));
        assertThat(hasty.callTimeoutMillis()).isEqualTo(3_000);
        assertThat(hasty.connectTimeoutMillis()).isEqualTo(3_000);
        assertThat(hasty.readTimeoutMillis()).isEqualTo(3_000);
        assertThat(hasty.writeTimeoutMillis()).isEqualTo(3_000);
        assertThat(CLIENT.callTimeoutMillis()).isEqualTo(30_000);
        assertThat(CLIENT.connectTimeoutMillis()).isEqualTo(10_000);
    }

    @Test
    void speaksHttp2WhereTheServerDoes() {
        assertThat(CLIENT.protocols()).containsExactly(Protocol.HTTP_2, Protocol.HTTP_1_1);
    }

    @Test
    void trustsTheRuntimesAuthoritiesAndTheExtraOnes() {
        X509Certificate extra =
                new HeldCertificate.Builder().certificateAuthority(0).build().certificate();
        OkHttpClient trusting = HttpClients.create(
                new HttpSettings("test/1", Duration.ofSeconds(30), Optional.empty(), List.of(extra)));
        X509TrustManager manager = trusting.x509TrustManager();
        assertThat(manager).isNotNull();
        X509Certificate[] runtimes = CLIENT.x509TrustManager().getAcceptedIssuers();
        assertThat(runtimes).isNotEmpty();
        assertThat(Stream.concat(Stream.of(extra), Stream.of(runtimes)))
                .allSatisfy(authority -> manager.checkServerTrusted(new X509Certificate[] {authority}, "RSA"));
    }

    @Test
    void asksNoProxyOnLoopback() throws IOException {
        try (ScriptedServer proxy = new ScriptedServer();
                ScriptedServer server = new ScriptedServer().then(200, "{}")) {
            OkHttpClient proxied = proxied(URI.create(proxy.address()).getPort());
            try (Response response = proxied.newCall(
                            new Request.Builder().url(server.address()).build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(200);
            }
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void asksTheConfiguredProxyForEveryOtherHost() {
        assertThat(proxied(3128).proxySelector().select(URI.create("https://acme.eu.auth0.com/")))
                .singleElement()
                .extracting(Proxy::toString)
                .asString()
                .startsWith("HTTP @ 127.0.0.1")
                .endsWith(":3128");
    }

    private static OkHttpClient proxied(int port) {
        return HttpClients.create(new HttpSettings(
                "test/1",
                Duration.ofSeconds(30),
                Optional.of(new ProxySettings("127.0.0.1", port, Optional.empty(), Optional.empty())),
                List.of()));
    }

    private static String gzipOf(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[size]);
        }
        return RawServer.whole(200, "Content-Encoding: gzip", bytes.toByteArray());
    }

    private static Response get(String address) throws IOException {
        try (Response response =
                CLIENT.newCall(new Request.Builder().url(address).build()).execute()) {
            return response;
        }
    }

    private static String text(String address) throws IOException {
        try (Response response =
                CLIENT.newCall(new Request.Builder().url(address).build()).execute()) {
            return response.body().string();
        }
    }
}
