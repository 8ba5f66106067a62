package com.messagemedia.auth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.ManagementException.Kind;
import com.messagemedia.auth0.http.CaCertificates;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.ProxySettings;
import com.messagemedia.auth0.http.RawServer;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.http.TunnelProxy;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class TlsAndProxyTest {

    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("test authority")
            .build();
    private static final String LOGIN = "Basic dXNlcjpwcm94eS1wYXNzd29yZA=="; // user:proxy-password
    private static final String CA_REMEDY =
            "If a company proxy inspects TLS connections, set tenant.caCertificates to its authority's"
                    + " certificate. Otherwise check tenant.domain and this machine's clock. Nothing was sent.";
    private static final String PROXY_REMEDY =
            "Check the active proxy under <proxies> in settings.xml, its user name and"
                    + " password, and that it lets the tenant's host through.";

    @Test
    void trustsAnAuthorityThatIsNamed() {
        byte[] pem = AUTHORITY.certificatePem().getBytes(StandardCharsets.UTF_8);
        try (ScriptedServer server = tls("localhost").then(200, "[]");
                ManagementClient client = client(local(server), Optional.empty(), CaCertificates.of(pem, "ca.pem"))) {
            assertThat(client.smsConnections()).isEmpty();
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void refusesACertificateOfAnAuthorityThatNobodyTrusts() {
        try (ScriptedServer server = tls("localhost");
                ManagementClient client = client(local(server), Optional.empty(), List.of())) {
            assertFails(
                    client,
                    Kind.UNTRUSTED_CERTIFICATE,
                    "localhost failed: the certificate of localhost comes from an authority that is not trusted.",
                    CA_REMEDY);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void refusesACertificateOfAnotherHost() {
        try (ScriptedServer server = tls("other.example");
                ManagementClient client = client(local(server), Optional.empty(), trusted())) {
            assertFails(
                    client,
                    Kind.UNTRUSTED_CERTIFICATE,
                    "localhost failed: the certificate does not belong to localhost.",
                    CA_REMEDY);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void refusesACertificateThatHasExpired() {
        HeldCertificate expired = new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName("localhost")
                .validityInterval(0, 1_000)
                .build();
        try (ScriptedServer server = new ScriptedServer(context(expired));
                ManagementClient client = client(local(server), Optional.empty(), trusted())) {
            assertFails(
                    client,
                    Kind.UNTRUSTED_CERTIFICATE,
                    "localhost failed: the certificate of localhost has expired.",
                    CA_REMEDY);
        }
    }

    @Test
    void saysThatAServerSpeaksNoTlsThatIsSafe() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ManagementClient client = client(
                        new TenantAddress("localhost", URI.create("https://localhost:" + server.getLocalPort() + "/")),
                        Optional.empty(),
                        trusted())) {
            Thread thread = new Thread(() -> refuseTls12(server), "server of TLS 1.0");
            thread.setDaemon(true);
            thread.start();
            assertFails(
                    client,
                    Kind.PROTOCOL_FAULT,
                    "localhost failed: the TLS connection to localhost failed.",
                    "Check tenant.domain, and that no proxy, firewall or sign-in page answers in the tenant's place;"
                            + " the server must speak HTTP over TLS 1.2 or 1.3.");
        }
    }

    /** What a server of TLS 1.0 answers: a fatal alert, protocol_version (RFC 5246, 7.2). */
    private static void refuseTls12(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getInputStream().readNBytes(5);
            client.getOutputStream().write(new byte[] {21, 3, 1, 0, 2, 2, 70});
            client.getOutputStream().flush();
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client hung up first.
        }
    }

    /** The password is the proxy's, and whoever sends the tenant's answer is not the proxy. */
    @Test
    void tellsATenantThatAsksForTheProxysLoginNothing() throws IOException {
        Map<String, String> challenge = Map.of("Proxy-Authenticate", "Basic realm=\"x\"");
        try (ScriptedServer server =
                        tls("acme.eu.auth0.com").then(407, "{}", challenge).then(200, "[]");
                TunnelProxy proxy = new TunnelProxy(server.port(), Optional.of(LOGIN));
                ManagementClient client =
                        client(acme(), proxy(proxy.port(), Optional.of("proxy-password")), trusted())) {
            assertFails(
                    client,
                    Kind.PROTOCOL_FAULT,
                    "acme.eu.auth0.com failed: the answer is not valid HTTP.",
                    "Check tenant.domain, and that no proxy, firewall or sign-in page answers in the tenant's place;"
                            + " the server must speak HTTP over TLS 1.2 or 1.3.");
            assertThat(server.asked())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("proxy-authorization"));
        }
    }

    @Test
    void reachesTheTenantThroughTheProxy() throws IOException {
        try (ScriptedServer server = tls("acme.eu.auth0.com").then(200, "[]");
                TunnelProxy proxy = new TunnelProxy(server.port(), Optional.empty());
                ManagementClient client = client(acme(), proxy(proxy.port(), Optional.empty()), trusted())) {
            assertThat(client.smsConnections()).isEmpty();
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT acme.eu.auth0.com:443 HTTP/1.1\r\n");
            assertThat(server.asked().get(0).headers()).containsEntry("host", "acme.eu.auth0.com");
        }
    }

    @Test
    void tellsTheProxyWhoAsksAndTheTenantNothingOfIt() throws IOException {
        try (ScriptedServer server = tls("acme.eu.auth0.com").then(200, "[]");
                TunnelProxy proxy = new TunnelProxy(server.port(), Optional.of(LOGIN));
                ManagementClient client =
                        client(acme(), proxy(proxy.port(), Optional.of("proxy-password")), trusted())) {
            assertThat(client.smsConnections()).isEmpty();
            assertThat(server.asked().get(0).headers()).doesNotContainKey("proxy-authorization");
            assertThat(proxy.heads())
                    .isNotEmpty()
                    .allSatisfy(head -> assertThat(head).doesNotContain("given-token"));
        }
    }

    @Test
    void saysThatTheProxyDoesNotTakeTheLogin() throws IOException {
        try (TunnelProxy proxy = new TunnelProxy(1, Optional.of(LOGIN));
                ManagementClient client =
                        client(acme(), proxy(proxy.port(), Optional.of("wrong-password")), trusted())) {
            assertFails(client, Kind.PROXY_REFUSED, refusal(proxy.port()), PROXY_REMEDY);
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    @Test
    void saysThatTheProxyWantsALogin() throws IOException {
        try (TunnelProxy proxy = new TunnelProxy(1, Optional.of(LOGIN));
                ManagementClient client = client(acme(), proxy(proxy.port(), Optional.empty()), trusted())) {
            assertFails(client, Kind.PROXY_REFUSED, refusal(proxy.port()), PROXY_REMEDY);
        }
    }

    @Test
    void saysThatTheProxyDoesNotLetTheHostThrough() throws IOException {
        try (RawServer proxy = new RawServer(RawServer.json(403, "{\"hunter2\":1}"));
                ManagementClient client = client(acme(), proxy(proxy.port(), Optional.empty()), trusted())) {
            assertFails(client, Kind.PROXY_REFUSED, refusal(proxy.port()), PROXY_REMEDY);
        }
    }

    @Test
    void saysThatTheProxyCannotBeReached() throws IOException {
        int port;
        try (RawServer proxy = new RawServer()) {
            port = proxy.port();
        }
        try (ManagementClient client = client(acme(), proxy(port, Optional.empty()), trusted())) {
            assertFails(
                    client,
                    Kind.UNREACHABLE,
                    "acme.eu.auth0.com failed: the proxy 127.0.0.1:" + port + " cannot be reached.",
                    "Check the network and the firewall and, if this machine needs a proxy, <proxies> in"
                            + " settings.xml.");
        }
    }

    private static String refusal(int port) {
        return "acme.eu.auth0.com failed: the proxy 127.0.0.1:" + port
                + " does not let the request through to acme.eu.auth0.com.";
    }

    private static void assertFails(ManagementClient client, Kind kind, String message, String remedy) {
        assertThatThrownBy(client::smsConnections)
                .isInstanceOfSatisfying(ManagementException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(kind);
                    assertThat(fault.requestMayHaveBeenProcessed()).isFalse();
                    assertThat(fault.remedy()).isEqualTo(remedy);
                })
                .hasMessage("Reading the connections of " + message)
                .hasNoCause();
    }

    private static ManagementClient client(
            TenantAddress tenant, Optional<ProxySettings> proxy, List<X509Certificate> extra) {
        return Tenants.open(tenant, Optional.empty(), token(), settings(proxy, extra));
    }

    private static HttpSettings settings(Optional<ProxySettings> proxy, List<X509Certificate> extra) {
        return new HttpSettings("test/1", Duration.ofSeconds(30), proxy, extra);
    }

    private static Credentials token() {
        return new Credentials.Token(new Secret("given-token"));
    }

    private static Optional<ProxySettings> proxy(int port, Optional<String> password) {
        return Optional.of(
                new ProxySettings("127.0.0.1", port, password.map(given -> "user"), password.map(Secret::new)));
    }

    private static List<X509Certificate> trusted() {
        return List.of(AUTHORITY.certificate());
    }

    private static TenantAddress acme() {
        return Tenants.at("acme.eu.auth0.com");
    }

    private static TenantAddress local(ScriptedServer server) {
        return new TenantAddress("localhost", URI.create(server.address() + "/"));
    }

    private static ScriptedServer tls(String host) {
        return new ScriptedServer(context(new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName(host)
                .build()));
    }

    private static SSLContext context(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
    }
}
