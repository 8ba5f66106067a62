package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.http.TunnelProxy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tenant that is not on loopback, at the end of a proxy on loopback that stands for the whole Internet. */
class RemoteTenantTest extends GoalTest {

    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("test authority")
            .build();
    private static final String SCOPES =
            "read:connections read:connections_options update:connections update:connections_options";
    private static final String TOKEN =
            "{\"access_token\":\"an-issued-token\",\"expires_in\":86400,\"scope\":\"" + SCOPES + "\"}";
    private static final String CONNECTIONS = """
            [{"id":"con_BBBBBBBBBBBBBBBB","name":"sms","strategy":"sms","options":{"from":"+15550100000",
            "twilio_sid":"AC00000000000000000000000000000000","twilio_token":"00000000000000000000000000000000"}}]""";
    private static final String CLIENTS = "{\"clients\":[{\"client_id\":\"AcmeWebClient\"}]}";
    private static final String NOT_FOUND = "{\"message\":\"Resource not found.\"}";

    private Optional<ScriptedServer> server = Optional.empty();
    private Optional<TunnelProxy> proxy = Optional.empty();

    @AfterEach
    void stop() throws IOException {
        server.ifPresent(ScriptedServer::close);
        if (proxy.isPresent()) {
            proxy.get().close();
        }
    }

    private ScriptedServer internet(HeldCertificate certificate) {
        ScriptedServer started = new ScriptedServer(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext());
        server = Optional.of(started);
        through(new TunnelProxy(started.port(), Optional.empty()));
        return started;
    }

    private void through(TunnelProxy started) {
        proxy = Optional.of(started);
        build().repositories()
                .setProxySelector(
                        new DefaultProxySelector().add(new Proxy(Proxy.TYPE_HTTP, "127.0.0.1", started.port()), null));
    }

    private static HeldCertificate certificate(String... hosts) {
        HeldCertificate.Builder builder = new HeldCertificate.Builder().signedBy(AUTHORITY);
        List.of(hosts).forEach(builder::addSubjectAlternativeName);
        return builder.build();
    }

    private static HeldCertificate everybody() {
        return certificate(
                "acme.eu.auth0.com", "auth0-api.messagemedia.com", "api.messagemedia.com", "eu.app.api.sinch.com");
    }

    private void describe(String more) {
        build().environment("AUTH0_CLIENT_SECRET", "environment-secret-0001")
                .environment("MESSAGEMEDIA_API_KEY", "SandboxApiKey0000000")
                .environment("MESSAGEMEDIA_API_SECRET", "SandboxApiSecret00000000000000")
                .file("ca.pem", AUTHORITY.certificatePem())
                .descriptor("""
                        version: 1
                        tenant:
                          domain: acme.eu.auth0.com
                          clientId: acme-client
                          clientSecret: ${env.AUTH0_CLIENT_SECRET}
                        messageMedia:
                          apiKey: ${env.MESSAGEMEDIA_API_KEY}
                          apiSecret: ${env.MESSAGEMEDIA_API_SECRET}
                          from: "+61491570156"
                        """.replace("  clientId", more + "  clientId"));
    }

    private List<String> hosts() {
        return proxy.orElseThrow().heads().stream()
                .map(head -> head.lines().findFirst().orElse(""))
                .distinct()
                .toList();
    }

    @Test
    @InjectMojo(goal = "apply")
    void refusedCredentialsStopAnApplyWithoutAnybodyAskingForIt(ApplyMojo apply) {
        describe("  caCertificates: ca.pem\n");
        ScriptedServer auth0 = internet(everybody())
                .then(200, TOKEN)
                .then(200, CONNECTIONS)
                .then(401, "{\"message\":\"Invalid authentication credentials\"}");
        assertThat(failure(apply))
                .startsWith("MessageMedia refuses this API key and secret (MessageMedia answered 401).")
                .endsWith("Outcome: refused; Auth0 did not change.");
        assertThat(hosts())
                .containsExactly("CONNECT acme.eu.auth0.com:443 HTTP/1.1", "CONNECT api.messagemedia.com:443 HTTP/1.1");
        assertThat(auth0.asked()).extracting(ScriptedServer.Asked::method).containsExactly("POST", "GET", "GET");
        assertThat(auth0.lines().get(2)).startsWith("GET /v1/messages/");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "region", value = "eu")
    void anInconclusiveAnswerWarnsAndTheConnectionIsReadAgain(ApplyMojo apply) {
        describe("  caCertificates: ca.pem\n");
        ScriptedServer auth0 = internet(everybody())
                .then(200, TOKEN)
                .then(200, CONNECTIONS)
                .then(503, "")
                .then(403, "{\"message\":\"stop here\"}");
        failure(apply);
        assertThat(logged())
                .contains("WARN MessageMedia did not say whether the API key and secret are valid: MessageMedia"
                        + " answered 503"
                        + " without a body, which says neither yes nor no. The gateway does not report it"
                        + " either. Send a code with messagemedia:try.");
        assertThat(hosts()).contains("CONNECT eu.app.api.sinch.com:443 HTTP/1.1");
        assertThat(auth0.lines().get(3)).isEqualTo("GET /api/v2/connections/con_BBBBBBBBBBBBBBBB");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "preflight", value = "false")
    void whoOptsOutAsksNobody(ApplyMojo apply) throws IllegalAccessException {
        describe("  caCertificates: ca.pem\n");
        ScriptedServer auth0 =
                internet(everybody()).then(200, TOKEN).then(200, CONNECTIONS).then(403, "{\"message\":\"stop here\"}");
        MojoExtension.setVariableValueToObject(
                apply, "backupDirectory", folder.resolve("backups").toFile());
        failure(apply);
        assertThat(hosts()).containsExactly("CONNECT acme.eu.auth0.com:443 HTTP/1.1");
        assertThat(auth0.lines().get(2)).isEqualTo("PATCH /api/v2/connections/con_BBBBBBBBBBBBBBBB");
    }

    @Test
    @InjectMojo(goal = "rollback")
    void backupsAreInTheUsersHome(RollbackMojo rollback) {
        describe("  caCertificates: ca.pem\n");
        internet(everybody()).then(200, TOKEN).then(200, CONNECTIONS);
        assertThat(failure(rollback))
                .startsWith("There is nothing to roll back: no backup of connection sms (con_BBBBBBBBBBBBBBBB) is in "
                        + folder.resolve("home/.messagemedia/backups/acme.eu.auth0.com/con_BBBBBBBBBBBBBBBB/default")
                        + ".\n");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void theCertificatesOfTenantAndGatewayAreTold(DoctorMojo doctor) {
        describe("  caCertificates: ca.pem\n");
        internet(everybody())
                .then(404, "")
                .then(200, TOKEN)
                .then(200, CONNECTIONS)
                .then(200, CLIENTS)
                .then(404, "")
                .then(404, NOT_FOUND)
                .then(200, "{\"data\":[{\"sender_address\":\"+61491570156\",\"display_status\":\"PENDING\"}]}");
        run(doctor);
        assertThat(logged())
                .contains(
                        "INFO ok       tenant         it answers, and its certificate is trusted",
                        "INFO ok       gateway        auth0-api.messagemedia.com answers, and its certificate is"
                                + " trusted"
                                + " here",
                        "INFO ok       credentials    MessageMedia accepts them",
                        "INFO warning  sender         +61491570156 is not approved: its status is PENDING");
        assertThat(hosts())
                .containsExactly(
                        "CONNECT acme.eu.auth0.com:443 HTTP/1.1",
                        "CONNECT auth0-api.messagemedia.com:443 HTTP/1.1",
                        "CONNECT api.messagemedia.com:443 HTTP/1.1");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void inALongListTheSenderIsAskedForAndItsBestStateCounts(DoctorMojo doctor) {
        describe("  caCertificates: ca.pem\n");
        ScriptedServer internet = internet(everybody())
                .then(404, "")
                .then(200, TOKEN)
                .then(200, CONNECTIONS)
                .then(200, CLIENTS)
                .then(404, "")
                .then(404, NOT_FOUND)
                .then(200, "{\"data\":[],\"pagination\":{\"next_token\":\"more\"}}")
                .then(200, """
                        {"data":[{"sender_address":"61491570156","display_status":"EXPIRED"},
                        {"sender_address":"+61491570156","display_status":"APPROVED",
                        "destination_countries":["AU","NZ"]}]}""");
        run(doctor);
        assertThat(logged()).contains("INFO ok       sender         +61491570156 is approved for AU, NZ");
        assertThat(internet.lines().get(7))
                .isEqualTo(
                        "GET /v1/messaging/numbers/sender_address/addresses?page_size=100&sender_address=61491570156");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aCertificateThatNobodyTrustsBreaksTenantAndGateway(DoctorMojo doctor) {
        describe("");
        internet(everybody());
        assertThat(failure(doctor)).startsWith("The chain is broken at: tenant, gateway.\n");
        assertThat(logged())
                .contains(
                        "INFO broken   tenant         the certificate of acme.eu.auth0.com comes from an"
                                + " authority that is not trusted",
                        "INFO broken   gateway        auth0-api.messagemedia.com: the certificate of"
                                + " auth0-api.messagemedia.com comes from an authority that is not trusted",
                        "INFO unknown  credentials    the certificate of api.messagemedia.com comes from an"
                                + " authority that is not trusted");
        assertThat(server.orElseThrow().asked()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aCertificateOfAnotherHostIsSaidToBe(DoctorMojo doctor) {
        describe("  caCertificates: ca.pem\n");
        internet(certificate("acme.eu.auth0.com")).then(404, "").then(401, "{}");
        assertThat(failure(doctor)).startsWith("The chain is broken at: token, gateway.\n");
        assertThat(logged())
                .contains("INFO broken   gateway        auth0-api.messagemedia.com: the certificate does not"
                        + " belong to auth0-api.messagemedia.com");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void anExpiredCertificateIsSaidToBe(DoctorMojo doctor) {
        describe("  caCertificates: ca.pem\n");
        internet(new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName("acme.eu.auth0.com")
                .addSubjectAlternativeName("auth0-api.messagemedia.com")
                .validityInterval(0, 1_000)
                .build());
        failure(doctor);
        assertThat(logged())
                .contains(
                        "INFO broken   tenant         the certificate of acme.eu.auth0.com has expired",
                        "INFO broken   gateway        auth0-api.messagemedia.com: the certificate of"
                                + " auth0-api.messagemedia.com has expired");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void aProxyThatLetsNothingThroughTellsNothingOfTheGateway(DoctorMojo doctor) {
        describe("");
        through(new TunnelProxy(1, Optional.of("Basic bm9ib2R5Om5vdGhpbmc=")));
        assertThat(failure(doctor)).startsWith("The chain is broken at: tenant.\n");
        String refusal = "the proxy 127.0.0.1:" + proxy.orElseThrow().port() + " does not let the request through to ";
        assertThat(logged())
                .contains(
                        "INFO broken   tenant         " + refusal + "acme.eu.auth0.com",
                        "INFO unknown  gateway        auth0-api.messagemedia.com: " + refusal
                                + "auth0-api.messagemedia.com",
                        "INFO unknown  credentials    " + refusal + "api.messagemedia.com");
    }

    @Test
    @InjectMojo(goal = "doctor")
    void offlineNothingIsAsked(DoctorMojo doctor) {
        describe("");
        through(new TunnelProxy(1, Optional.empty()));
        build().offline();
        assertThat(failure(doctor)).startsWith("Maven is offline (-o) and acme.eu.auth0.com is not on this machine.\n");
        build().descriptor("version: 1\ntenant: {domain: acme.eu.auth0.com, clientId: x}\n");
        failure(doctor);
        assertThat(logged()).contains("INFO unknown  tenant         correct the descriptor first");
        assertThat(hosts()).isEmpty();
    }
}
