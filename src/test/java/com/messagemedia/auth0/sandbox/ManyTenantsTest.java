package com.messagemedia.auth0.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.PageClient;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several tenants in one sandbox, which share nothing but the port. */
class ManyTenantsTest {

    private static final String TEMPLATE = "{\"options\":{\"provider\":\"sms_gateway\",\"template\":\"of dev\"}}";

    @TempDir
    private Path folder;

    private Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void restart(SandboxSettings settings) {
        sandbox.close();
        sandbox = Sandbox.start(settings);
    }

    private Caller caller() {
        return Caller.published(sandbox);
    }

    private String token(String path, String client, String secret) {
        HttpResponse<String> reply = Caller.anonymous(sandbox)
                .with("Content-Type", "application/json")
                .post(
                        path + "oauth/token",
                        "{\"grant_type\":\"client_credentials\",\"client_id\":\"" + client
                                + "\",\"client_secret\":\"" + secret + "\",\"audience\":\""
                                + sandbox.address() + path + "api/v2/\"}");
        return reply.statusCode() == 200
                ? Caller.member(reply, "access_token").replace("\"", "")
                : "refused with " + reply.statusCode();
    }

    @Test
    void eachTenantHasAStateAndAJournalOfItsOwn() {
        assertThat(caller().patch("/dev" + Caller.SMS, TEMPLATE).statusCode()).isEqualTo(200);
        assertThat(Caller.options(caller().get("/dev" + Caller.SMS))).contains("of dev");
        assertThat(Caller.options(caller().get("/prod" + Caller.SMS))).doesNotContain("of dev");
        assertThat(Caller.options(caller().get(Caller.SMS))).doesNotContain("of dev");
        assertThat(sandbox.tenant("dev").requests())
                .extracting(RecordedRequest::method, RecordedRequest::target)
                .containsExactly(tuple("PATCH", Caller.SMS), tuple("GET", Caller.SMS));
        assertThat(sandbox.tenant("prod").requests()).hasSize(1);
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void tokensAndClientsOfOneTenantAreNobodysElsewhere() {
        for (String name : List.of("dev", "prod")) {
            sandbox.tenant(
                    name,
                    settings -> settings.withClient(
                            new SandboxClient(name + "-client", new Secret(name + "-secret-0001"), Optional.empty())));
        }
        String token = token("/dev/", "dev-client", "dev-secret-0001");
        assertThat(token).startsWith("sandbox-token-");
        assertThat(token("/prod/", "dev-client", "dev-secret-0001")).isEqualTo("refused with 401");
        assertThat(token("/", "dev-client", "dev-secret-0001")).isEqualTo("refused with 401");
        Caller signedIn = Caller.anonymous(sandbox).with("Authorization", "Bearer " + token);
        assertThat(signedIn.get("/dev/api/v2/connections").statusCode()).isEqualTo(200);
        assertThat(signedIn.get("/prod/api/v2/connections").statusCode()).isEqualTo(401);
        assertThat(signedIn.get("/api/v2/connections").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "other"})
    void messagesReachTheirTenantsInboxAlone(String name) {
        List<String> told = new ArrayList<>();
        sandbox.onMessage((domain, message) -> told.add(domain + " " + message.accepted()));
        SandboxTenant tenant = sandbox.tenant(name);
        new Colleague(tenant).sets("provider", Value.of("sms_gateway"));
        new Colleague(tenant).sets("gateway_url", Value.of("https://auth0-api.messagemedia.com/messages"));
        new Colleague(tenant)
                .sets(
                        "gateway_authentication",
                        Caller.json("{\"method\":\"bearer\",\"subject\":\"" + SandboxCredentials.API_KEY
                                + "\",\"audience\":\"" + SandboxCredentials.API_SECRET
                                + "\",\"secret\":\"MessageMedia\",\"secret_base64_encoded\":false}"));
        assertThat(Caller.anonymous(sandbox)
                        .with("Content-Type", "application/json")
                        .post(
                                "/" + name + "/passwordless/start",
                                "{\"client_id\":\"sandboxWebClient0000000000000000\",\"connection\":\"sms\","
                                        + "\"phone_number\":\"+61491570006\",\"send\":\"code\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(tenant.inbox()).hasSize(1);
        assertThat(sandbox.inbox()).isEmpty();
        assertThat(sandbox.requests()).isEmpty();
        assertThat(sandbox.tenant("third").inbox()).isEmpty();
        assertThat(told).containsExactly("sandbox/" + name + " true");
    }

    @Test
    void faultsStrikeOneTenant() {
        TenantWire wire = TenantWire.to(sandbox.tenant("dev")).answers(503, TenantWire.ALL);
        assertThat(caller().get("/dev/api/v2/connections").statusCode()).isEqualTo(503);
        assertThat(caller().get("/prod/api/v2/connections").statusCode()).isEqualTo(200);
        wire.mend();
        assertThat(caller().get("/dev/api/v2/connections").statusCode()).isEqualTo(200);
        assertThat(wire.heard()).contains(SandboxCredentials.TOKEN).doesNotContain("/prod/");
    }

    @Test
    void aPathThatNamesNoTenantIsTheTenantsWithoutAName() {
        assertThat(caller().get("/Dev/api/v2/connections").statusCode()).isEqualTo(404);
        assertThat(caller().get("/api/v2/nothing").statusCode()).isEqualTo(404);
        assertThat(caller().get("/dev").statusCode()).isEqualTo(404);
        assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(404, 404, 404);
    }

    @Test
    void aBrowserIsSentToTheTenantsPage() {
        HttpResponse<String> reply = caller().with("Accept", "text/html,*/*").get("/dev");
        assertThat(reply.statusCode()).isEqualTo(307);
        assertThat(reply.headers().firstValue("Location")).contains("/dev/");
        assertThat(caller().get("/dev/").body()).contains("<title>MessageMedia sandbox</title>");
        assertThat(caller().get("/dev/ui/page.js").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageOfAnotherMachineMakesNoTenant() {
        Caller foreign = caller().with("Origin", "https://evil.example");
        assertThat(foreign.get("/evil/api/v2/connections").statusCode()).isEqualTo(403);
        assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(403);
        assertThat(PageClient.shown(sandbox).toString()).doesNotContain("sandbox/evil");
    }

    @Test
    void aTenantIsKeptBesideTheOneWithoutAName() throws IOException {
        Path state = folder.resolve("sandbox.json");
        restart(SandboxSettings.keptIn(state));
        caller().patch("/dev" + Caller.SMS, TEMPLATE);
        Path own = folder.resolve("sandbox.json.tenants/dev.json");
        assertThat(Files.readString(own)).contains("of dev");
        assertThat(Files.readString(state)).doesNotContain("of dev");
        assertThat(sandbox.tenant("dev").stateFile()).contains(own);
        restart(SandboxSettings.keptIn(state));
        assertThat(Caller.options(caller().get("/dev" + Caller.SMS))).contains("of dev");
    }

    @Test
    void anUnusableStateFileIsToldByItsTenantAlone() throws IOException {
        Path state = folder.resolve("sandbox.json");
        Path broken = folder.resolve("sandbox.json.tenants/dev.json");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "{}");
        restart(SandboxSettings.keptIn(state));
        HttpResponse<String> reply = caller().get("/dev/api/v2/connections");
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).contains("dev.json is not usable: it is not a sandbox state of version 1.");
        assertThat(caller().get("/prod/api/v2/connections").statusCode()).isEqualTo(200);
        assertThat(caller().get("/api/v2/connections").statusCode()).isEqualTo(200);
    }

    @Test
    void assertionsAndAudiencesNameTheTenant() {
        SandboxTenant dev = sandbox.tenant("dev");
        assertThat(dev.address().domain()).isEqualTo(sandbox.address() + "/dev");
        assertThat(dev.domain()).isEqualTo(SandboxDomain.of("dev"));
        assertThat(token("/dev/", SandboxCredentials.CLIENT_ID, SandboxCredentials.CLIENT_SECRET))
                .startsWith("sandbox-token-");
    }

    @Test
    void twoHundredTenantsNeedNoThreadsOfTheirOwn() {
        int before = Thread.activeCount();
        IntStream.range(0, 200)
                .forEach(number -> assertThat(caller().get("/t" + number + "/api/v2/connections")
                                .statusCode())
                        .isEqualTo(200));
        assertThat(Thread.activeCount()).isLessThan(before + 10);
    }

    @Test
    void aNameThatNoTenantCanHaveIsRefused() {
        assertThatThrownBy(() -> sandbox.tenant("ui")).isInstanceOf(IllegalArgumentException.class);
    }
}
