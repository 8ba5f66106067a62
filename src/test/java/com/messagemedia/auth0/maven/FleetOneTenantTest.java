package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox.RecordedRequest;
import com.messagemedia.auth0.sandbox.SandboxTenant;
import com.messagemedia.auth0.testing.CapturedExchange;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several environments share: one tenant with two connections, and one file of records. */
@MojoParameter(name = "environment", value = "all")
class FleetOneTenantTest extends FleetTest {

    /** Counts how many requests are under way in one moment. */
    private static final class Crowd extends Filter {

        private final AtomicInteger here = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            CapturedExchange captured =
                    new CapturedExchange(exchange, exchange.getRequestBody().readAllBytes());
            chain.doFilter(captured);
            // Before the reply: as soon as the client has it, the next request may come.
            here.decrementAndGet();
            captured.deliver(UnaryOperator.identity());
        }

        @Override
        public String description() {
            return "crowd";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[blue, green, dev]]", "[[blue, dev], [green]]"})
    void twoConnectionsOfOneTenantTakeTurnsWithOneToken(
            String waves, @InjectMojo(goal = "apply") ApplyMojo first, @InjectMojo(goal = "apply") ApplyMojo second)
            throws IOException {
        SandboxTenant shared = tenants.get("prod-eu");
        String domain = shared.address().domain();
        String tenant = "    tenant: {domain: \"%s\", clientId: sandbox-client-id,"
                + " clientSecret: sandbox-client-secret-published}\n";
        build().descriptor(SANDBOX.replace("tenant:\n  domain: sandbox\n", "") + "rollout: " + waves
                + "\nenvironments:\n"
                + "  blue:\n" + tenant.formatted(domain)
                + "  green:\n" + tenant.formatted(domain)
                + "    connection: green\n    createIfMissing: true\n"
                + "  dev:\n" + tenant.formatted(tenants.get("dev").address().domain()));
        Crowd crowd = new Crowd();
        shared.filteredBy(crowd);
        assertThat(end(first)).isEmpty();
        assertThat(outcomes()).isEqualTo("applied applied applied");
        assertThat(crowd.most).hasValue(1);
        assertThat(shared.requests()).extracting(RecordedRequest::target).containsOnlyOnce("/oauth/token");
        assertThat(end(second)).isEmpty();
        assertThat(outcomes()).isEqualTo("nothing-to-do nothing-to-do nothing-to-do");
    }

    @Test
    void theRecordsOfAllAreKeptInOneFile(
            @InjectMojo(goal = "apply") ApplyMojo first, @InjectMojo(goal = "apply") ApplyMojo second)
            throws IOException {
        describe(Map.of());
        build().descriptor(Files.readString(folder.resolve("messagemedia-auth0.yaml")) + "state: file\n");
        assertThat(end(first)).isEmpty();
        String records = Files.readString(folder.resolve("messagemedia-auth0.yaml.applied.json"));
        tenants.values()
                .forEach(tenant ->
                        assertThat(records).contains("\"" + tenant.address().domain() + " con_"));
        assertThat(end(second)).isEmpty();
        assertThat(outcomes()).isEqualTo("nothing-to-do nothing-to-do nothing-to-do");
    }
}
