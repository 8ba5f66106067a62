package com.messagemedia.auth0.auth0;

import static com.messagemedia.auth0.auth0.Tenants.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.auth0.TokenSource.TokenApi;
import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.ScriptedServer;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One client in several threads. */
class ParallelReadsTest {

    private static final String NONE = "{\"providers\":[]}";
    private static final int THREADS = 6;

    @Test
    void getsOneTokenForAllThreads() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (ScriptedServer server = Tenants.server();
                ManagementClient client = Tenants.client(server.address())) {
            Collections.nCopies(THREADS, NONE).forEach(answer -> server.then(200, answer));
            Callable<List<PhoneProvider>> read = () -> client.phone().providers();
            for (Future<List<PhoneProvider>> result : threads.invokeAll(Collections.nCopies(THREADS, read))) {
                assertThat(result.get()).isEmpty();
            }
            assertThat(server.lines().get(0)).isEqualTo("POST /oauth/token");
            assertThat(server.lines().subList(1, server.lines().size()))
                    .hasSize(THREADS)
                    .containsOnly("GET /api/v2/branding/phone/providers");
        } finally {
            threads.shutdownNow();
        }
    }

    /** A late answer about the old token does not cost the new one. */
    @Test
    void replacesAnExpiredTokenOnce() {
        String expired = "{\"statusCode\":401,\"error\":\"Unauthorized\",\"message\":\"Expired token received for JSON"
                + " Web Token validation\"}";
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"access_token\":\"first-token\"}")
                        .then(401, expired)
                        .then(200, "{\"access_token\":\"second-token\"}")
                        .then(401, expired);
                RemoteApi remote = RemoteApi.at(Tenants.at(server.address()).url(), Tenants.SETTINGS)) {
            ClientIdentity identity = ClientIdentity.of(Tenants.at(server.address()), Optional.empty(), CLIENT);
            RequestExecutor executor = new RequestExecutor(
                    identity, new KnownSecrets(OptionPaths.SECRETS), remote, InstantSource.system());
            TokenSource tokens = new TokenSource(identity, remote.calls(TokenApi.class), executor, new SharedTokens());
            String first = tokens.bearer();
            for (int thread = 0; thread < 2; thread++) {
                assertThatThrownBy(() -> executor.json(
                                remote.calls(PhoneApi.class).providers(first),
                                new PhoneOperations(identity.tenant()).readingProviders()))
                        .isInstanceOfSatisfying(
                                ManagementException.class,
                                fault -> assertThat(fault.kind()).isEqualTo(ManagementException.Kind.EXPIRED_TOKEN));
                assertThat(tokens.forget()).isTrue();
                assertThat(tokens.bearer()).isEqualTo("Bearer second-token");
            }
            assertThat(server.lines())
                    .filteredOn(line -> line.startsWith("POST"))
                    .hasSize(2);
        }
    }

    /** Six reads at the same time must not meet the limit. */
    @ParameterizedTest
    @CsvSource({"200, 7, true", "200, 6, false", "200, 0, false", "200, many, true", "200, , true", "429, , false"})
    void readsOneByOneNearTheRateLimit(int status, String remaining, boolean atOnce) {
        Map<String, String> headers = remaining == null ? Map.of() : Map.of("X-RateLimit-Remaining", remaining);
        try (ScriptedServer server = new ScriptedServer().then(status, NONE, headers);
                ManagementClient client = Tenants.withToken(server.address())) {
            assertThat(client.mayReadAtOnce()).isTrue();
            try {
                client.phone().providers();
            } catch (ManagementException refused) {
                assertThat(refused.status()).contains(429);
            }
            assertThat(client.mayReadAtOnce()).isEqualTo(atOnce);
        }
    }

    /** The token endpoint has a limit of its own. */
    @Test
    void ignoresTheLimitOfTheTokenEndpoint() {
        try (ScriptedServer server = new ScriptedServer()
                        .then(200, "{\"access_token\":\"some-token\"}", Map.of("X-RateLimit-Remaining", "0"));
                ManagementClient client = Tenants.client(server.address())) {
            assertThat(client.scopes()).isEmpty();
            assertThat(client.mayReadAtOnce()).isTrue();
        }
    }
}
