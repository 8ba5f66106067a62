package com.messagemedia.auth0.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxTenant;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fault strikes one tenant of many, as a test describes it, and no other. */
class TenantWireTest {

    private static final String READ = "api/v2/connections";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory());
    private final SandboxTenant dev = sandbox.tenant("dev");
    private final SandboxTenant prod = sandbox.tenant("prod");
    private final TenantWire wire = TenantWire.to(dev);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String ask(SandboxTenant tenant, String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(tenant.address().url().resolve(path))
                .header("Authorization", "Bearer " + SandboxCredentials.TOKEN)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{\"name\":1}"))
                .build();
        try {
            return String.valueOf(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            return "no reply";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> reads(int times) {
        List<String> statuses = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            statuses.add(ask(dev, "GET", READ));
        }
        return statuses;
    }

    @Test
    void aTenantThatIsDownGivesNoReply() {
        wire.drops(TenantWire.WRITES);
        assertThat(ask(dev, "PATCH", READ + "/" + Colleague.SMS)).isEqualTo("no reply");
        assertThat(ask(dev, "GET", READ)).isEqualTo("200");
        assertThat(ask(prod, "PATCH", READ + "/" + Colleague.SMS)).isEqualTo("400");
        wire.mend();
        assertThat(ask(dev, "PATCH", READ + "/" + Colleague.SMS)).isEqualTo("400");
    }

    @Test
    void aTenantThatDiesTakesSoManyRequestsAndNoMore() {
        wire.diesAfter(2, TenantWire.ALL);
        assertThat(reads(3)).containsExactly("200", "200", "no reply");
        assertThat(ask(prod, "GET", READ)).isEqualTo("200");
    }

    @Test
    void aLimitRefusesSoManyRequests() {
        wire.limits(2, request -> request.startsWith("GET "));
        assertThat(reads(3)).containsExactly("429", "429", "200");
    }

    @Test
    void aSlowTenantDelaysItselfAlone() {
        CountDownLatch open = new CountDownLatch(1);
        wire.waits(open, TenantWire.ALL);
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> ask(dev, "GET", READ));
        assertThat(ask(prod, "GET", READ)).isEqualTo("200");
        assertThat(slow).isNotDone();
        open.countDown();
        assertThat(slow.join()).isEqualTo("200");
    }

    @Test
    void somethingHappensRightBeforeARequest() {
        List<String> happened = new ArrayList<>();
        wire.before(TenantWire.WRITES, () -> happened.add("edit"));
        ask(dev, "GET", READ);
        assertThat(happened).isEmpty();
        ask(dev, "PATCH", READ + "/" + Colleague.SMS);
        ask(dev, "PATCH", READ + "/" + Colleague.SMS);
        assertThat(happened).containsExactly("edit");
    }

    @Test
    void headersAndBodiesAreHeard() {
        ask(dev, "PATCH", READ + "/" + Colleague.SMS);
        assertThat(wire.heard())
                .contains("PATCH /api/v2/connections/" + Colleague.SMS, SandboxCredentials.TOKEN, "{\"name\":1}");
    }
}
