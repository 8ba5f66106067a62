package com.messagemedia.auth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.HttpClients;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.RawServer;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.HeldPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    private static final String OPEN =
            "It is unknown whether the change took effect. Run plan: it reads the connection again.";
    private static final String NO_TENANT =
            "Check tenant.domain, and that no proxy, firewall or sign-in page answers in the tenant's place;"
                    + " the server must speak HTTP over TLS 1.2 or 1.3.";
    private static final Credentials TOKEN = new Credentials.Token(new Secret("given-token"));
    // Time enough, even on a busy machine, to have sent the request that nobody answers.
    private static final HttpSettings HASTY =
            new HttpSettings("test/1", Duration.ofMillis(1500), Optional.empty(), List.of());
    private static final ConnectionPatch PATCH = new ConnectionPatch(
            Optional.of(new Options(new Value.Tree(Map.of("from", Value.of("+1"))))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{\"id\":\"con_1\"",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhunter2\r\n",
            })
    void leavesAChangeOpenWhoseConnectionBreaks(String answer) throws IOException {
        try (RawServer server = new RawServer(answer, answer);
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.update("con_1", PATCH))
                    .isInstanceOfSatisfying(
                            ManagementException.class, fault -> check(fault, Kind.CONNECTION_LOST, true, OPEN))
                    .hasMessage("Changing connection con_1 of " + server.address()
                            + " failed: the connection closed before the complete answer arrived.")
                    .hasNoCause();
            assertThatThrownBy(client::smsConnections)
                    .isInstanceOfSatisfying(
                            ManagementException.class,
                            fault -> check(fault, Kind.CONNECTION_LOST, false, "Run the goal again."))
                    .hasMessage("Reading the connections of " + server.address()
                            + " failed: the connection closed before the complete answer arrived.");
            assertThat(server.heads()).hasSize(2);
        }
    }

    @Test
    void takesADocumentThatEndsEarlyForUnreadable() throws IOException {
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"id\":\"con_1\",");
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.update("con_1", PATCH))
                    .isInstanceOfSatisfying(ManagementException.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE_REPLY);
                        assertThat(fault.requestMayHaveBeenProcessed()).isTrue();
                        assertThat(fault.outcome()).isEqualTo(Outcome.UNKNOWN_STATE);
                        assertThat(fault.remedy())
                                .isEqualTo(OPEN + " Check that " + server.address()
                                        + " is an Auth0 tenant, and that no proxy, firewall or sign-in page answers in its"
                                        + " place.");
                    })
                    .hasMessage("Changing connection con_1 of " + server.address()
                            + " failed: the answer cannot be used: the JSON document ends too early at $.id.");
        }
    }

    @Test
    void leavesAChangeOpenThatIsNotAnsweredInTime() throws IOException {
        try (RawServer server = new RawServer(RawServer.SILENCE);
                ManagementClient client = Tenants.open(Tenants.at(server.address()), Optional.empty(), TOKEN, HASTY)) {
            assertThatThrownBy(() -> client.update("con_1", PATCH))
                    .isInstanceOfSatisfying(ManagementException.class, fault -> check(fault, Kind.TIMEOUT, true, OPEN))
                    .hasMessage("Changing connection con_1 of " + server.address()
                            + " failed: there was no complete answer within 1500 milliseconds.")
                    .hasNoCause();
        }
    }

    @Test
    void saysToWaitLongerWhereAReadingIsNotAnsweredInTime() throws IOException {
        try (RawServer server = new RawServer(RawServer.SILENCE);
                ManagementClient client = Tenants.open(Tenants.at(server.address()), Optional.empty(), TOKEN, HASTY)) {
            assertThatThrownBy(client::smsConnections)
                    .isInstanceOfSatisfying(
                            ManagementException.class,
                            fault -> check(
                                    fault,
                                    Kind.TIMEOUT,
                                    false,
                                    "Run the goal again, if necessary with a longer -Dmessagemedia.timeout."));
        }
    }

    @Test
    void knowsThatAChangeWasNotSentWhereTheHandshakeNeverEnds() throws IOException {
        try (RawServer server = new RawServer(RawServer.SILENCE);
                ManagementClient client = Tenants.open(tls(server.port()), Optional.empty(), TOKEN, HASTY)) {
            assertThatThrownBy(() -> client.update("con_1", PATCH))
                    .isInstanceOfSatisfying(ManagementException.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(Kind.TIMEOUT);
                        assertThat(fault.requestMayHaveBeenProcessed()).isFalse();
                        assertThat(fault.remedy())
                                .isEqualTo("Run the goal again, if necessary with a longer -Dmessagemedia.timeout.");
                    })
                    .hasMessage(
                            "Changing connection con_1 of localhost failed: the connection to localhost timed out.");
        }
    }

    @Test
    void knowsThatAChangeWasNotSentWhereNobodyListens() {
        try (HeldPort port = new HeldPort();
                ManagementClient client = Tenants.withToken("http://127.0.0.1:" + port.number())) {
            assertThatThrownBy(() -> client.update("con_1", PATCH))
                    .isInstanceOfSatisfying(
                            ManagementException.class,
                            fault -> check(
                                    fault,
                                    Kind.UNREACHABLE,
                                    false,
                                    "Check the network and the firewall and, if this machine needs a proxy,"
                                            + " <proxies> in settings.xml."))
                    .hasMessage("Changing connection con_1 of http://127.0.0.1:" + port.number()
                            + " failed: 127.0.0.1 cannot be reached.")
                    .hasNoCause();
        }
    }

    @Test
    void knowsThatNothingWasSentToSomethingThatSpeaksNoTls() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ManagementClient client =
                        Tenants.open(tls(server.getLocalPort()), Optional.empty(), TOKEN, Tenants.SETTINGS)) {
            Thread thread = new Thread(() -> greetInPlainText(server), "plain text server");
            thread.setDaemon(true);
            thread.start();
            assertThatThrownBy(() -> client.update("con_1", PATCH))
                    .isInstanceOfSatisfying(ManagementException.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(Kind.PROTOCOL_FAULT);
                        assertThat(fault.requestMayHaveBeenProcessed()).isFalse();
                        assertThat(fault.remedy()).isEqualTo(NO_TENANT);
                    })
                    .hasMessage("Changing connection con_1 of localhost failed: the TLS connection to localhost"
                            + " failed.");
        }
    }

    @Test
    void takesAHandshakeThatBreaksOffForOneThatMayWorkTheNextTime() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ManagementClient client =
                        Tenants.open(tls(server.getLocalPort()), Optional.empty(), TOKEN, Tenants.SETTINGS)) {
            Thread thread = new Thread(() -> hangUp(server), "server that hangs up");
            thread.setDaemon(true);
            thread.start();
            assertThatThrownBy(client::smsConnections)
                    .isInstanceOfSatisfying(
                            ManagementException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE))
                    .hasMessage("Reading the connections of localhost failed: the TLS connection to localhost failed.");
        }
    }

    /** Something that is no web server, or a web server that answers for a proxy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2 hunter2\r\n",
                "HTTP/1.1 407 hunter2\r\nProxy-Authenticate: Basic realm=\"x\"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
            })
    void leavesAChangeOpenWhoseAnswerNoWebServerMayGive(String answer) throws IOException {
        try (RawServer server = new RawServer(answer, answer);
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThatThrownBy(() -> client.update("con_1", PATCH))
                    .isInstanceOfSatisfying(
                            ManagementException.class, fault -> check(fault, Kind.PROTOCOL_FAULT, true, OPEN))
                    .hasMessage("Changing connection con_1 of " + server.address()
                            + " failed: the answer is not valid HTTP.")
                    .hasNoCause();
            assertThatThrownBy(client::smsConnections)
                    .isInstanceOfSatisfying(
                            ManagementException.class, fault -> check(fault, Kind.PROTOCOL_FAULT, false, NO_TENANT));
            assertThat(server.heads()).hasSize(2);
        }
    }

    private static void hangUp(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getInputStream().readNBytes(5);
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client hung up first.
        }
    }

    private static void greetInPlainText(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("220 mail.example ready\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The client hung up first.
        }
    }

    @Test
    void namesAHostThatIsNotKnown() {
        OkHttpClient http = HttpClients.create(Tenants.SETTINGS)
                .newBuilder()
                .dns(host -> {
                    throw new UnknownHostException("hunter2");
                })
                .build();
        TenantAddress tenant = Tenants.at("acme-typo.eu.auth0.com");
        ClientIdentity identity = new ClientIdentity(tenant, tenant.managementApi(), Tenants.CLIENT);
        try (ManagementClient client = Tenants.open(
                identity, RemoteApi.through(http, tenant.url(), Tenants.SETTINGS), InstantSource.system())) {
            assertThatThrownBy(client::smsConnections)
                    .isInstanceOfSatisfying(
                            ManagementException.class,
                            fault -> check(
                                    fault,
                                    Kind.UNKNOWN_HOST,
                                    false,
                                    "Check tenant.domain for a typing error, and this machine's DNS. If this"
                                            + " machine needs a proxy, add it under <proxies> in settings.xml."))
                    .hasMessage("Getting a Management API token from acme-typo.eu.auth0.com failed: the name of"
                            + " acme-typo.eu.auth0.com cannot be resolved.")
                    .hasNoCause();
        }
    }

    @Test
    void doesNotCallAChangeOpenWhoseTokenRequestFailed() throws IOException {
        try (RawServer server = new RawServer("");
                ManagementClient client = Tenants.client(server.address())) {
            assertThatThrownBy(() -> client.update("con_1", PATCH))
                    .isInstanceOfSatisfying(
                            ManagementException.class,
                            fault -> check(fault, Kind.CONNECTION_LOST, false, "Run the goal again."))
                    .hasMessage("Getting a Management API token from " + server.address()
                            + " failed: the connection closed before the complete answer arrived.");
        }
    }

    private static TenantAddress tls(int port) {
        return new TenantAddress("localhost", URI.create("https://localhost:" + port + "/"));
    }

    private static void check(ManagementException fault, Kind kind, boolean open, String remedy) {
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.status()).isEmpty();
        assertThat(fault.errorCode()).isEmpty();
        assertThat(fault.retryAfter()).isEmpty();
        assertThat(fault.requestMayHaveBeenProcessed()).isEqualTo(open);
        assertThat(fault.outcome()).isEqualTo(open ? Outcome.UNKNOWN_STATE : Outcome.NOTHING_WRITTEN);
        assertThat(fault.remedy()).isEqualTo(remedy);
    }
}
