package com.messagemedia.auth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ErrorRepliesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000L));
    private static final Credentials KEY = new Credentials.PrivateKey(
            "client1",
            new Secret(new HeldCertificate.Builder().rsa2048().build().privateKeyPkcs8Pem()),
            Credentials.Algorithm.RS256,
            Optional.empty());

    private static final Map<String, String> CLAUSES = Map.of(
            "token", "Getting a Management API token from {tenant}",
            "list", "Reading the connections of {tenant}",
            "read", "Reading connection con_1 of {tenant}",
            "update", "Changing connection con_1 of {tenant}",
            "create", "Creating connection sms in {tenant}",
            "clients", "Reading the enabled clients of connection con_1 of {tenant}",
            "enable", "Enabling clients of connection con_1 of {tenant}");

    record Case(Map<String, Object> fields) {

        String text(String key) {
            return String.valueOf(fields.get(key));
        }

        int status() {
            return (Integer) fields.get("status");
        }

        boolean writes() {
            return Set.of("update", "create", "enable").contains(text("act"));
        }

        Optional<Duration> retryAfter() {
            return Optional.ofNullable((Integer) fields.get("retryAfter")).map(Duration::ofSeconds);
        }

        Map<String, String> headers() {
            Map<?, ?> headers = (Map<?, ?>) fields.getOrDefault("headers", Map.of());
            return headers.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
        }

        @Override
        public String toString() {
            return text("name");
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ErrorRepliesTest.class.getResourceAsStream("/management/error-replies.yaml"))) {
            List<Map<String, Object>> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return all.stream().map(Case::new);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatFailedAndWhatToDo(Case error) {
        boolean tokenFirst =
                !error.text("act").equals("token") && !error.text("credentials").equals("token");
        try (ScriptedServer server = tokenFirst ? Tenants.server() : new ScriptedServer();
                ManagementClient client = open(server, credentials(error))) {
            server.then(error.status(), error.text("body"), error.headers());
            assertThatThrownBy(act(error, client))
                    .isInstanceOfSatisfying(ManagementException.class, fault -> check(error, fault, server.address()))
                    .hasMessage((CLAUSES.get(error.text("act")) + " failed: " + error.text("message"))
                            .replace("{tenant}", server.address()))
                    .hasNoCause()
                    .hasNoSuppressedExceptions();
            assertThat(server.asked()).hasSize(tokenFirst ? 2 : 1);
        }
    }

    private static void check(Case error, ManagementException fault, String tenant) {
        assertThat(fault.kind()).isEqualTo(ManagementException.Kind.valueOf(error.text("kind")));
        assertThat(fault.status()).contains(error.status());
        assertThat(fault.errorCode())
                .isEqualTo(Optional.ofNullable((String) error.fields().get("code")));
        assertThat(fault.retryAfter()).isEqualTo(error.retryAfter());
        assertThat(fault.requestMayHaveBeenProcessed()).isEqualTo(error.writes());
        assertThat(fault.outcome()).isEqualTo(error.writes() ? Outcome.UNKNOWN_STATE : Outcome.NOTHING_WRITTEN);
        assertThat(fault.isRefusal())
                .isNotEqualTo(Set.of("SERVER_ERROR", "TIMEOUT").contains(error.text("kind")));
        assertThat(fault.settledAsNotApplied().outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(fault.remedy()).isEqualTo(error.text("remedy").replace("{tenant}", tenant));
    }

    private static Credentials credentials(Case error) {
        return switch (error.text("credentials")) {
            case "key" -> KEY;
            case "token" -> new Credentials.Token(new Secret("given-token"));
            default -> Tenants.CLIENT;
        };
    }

    private static ManagementClient open(ScriptedServer server, Credentials credentials) {
        var tenant = Tenants.at(server.address());
        ClientIdentity identity = new ClientIdentity(tenant, tenant.managementApi(), credentials);
        return Tenants.open(identity, RemoteApi.at(tenant.url(), Tenants.SETTINGS), CLOCK);
    }

    private static ThrowingCallable act(Case error, ManagementClient client) {
        Options options = new Options(new Value.Tree(Map.of("from", Value.of("+1"))));
        return switch (error.text("act")) {
            case "token" -> client::scopes;
            case "list" -> client::smsConnections;
            case "read" -> () -> client.connection("con_1");
            case "update" ->
                () -> client.update(
                        "con_1",
                        new ConnectionPatch(
                                Optional.of(options), Optional.empty(), Optional.empty(), Optional.empty()));
            case "create" -> () -> client.create(new NewConnection("sms", options, Map.of()));
            case "clients" -> () -> client.enabledClients("con_1");
            default -> () -> client.enableClients("con_1", List.of("a"));
        };
    }

    @Test
    void coversEveryKindThatAnAnswerCanMean() throws IOException {
        Set<ManagementException.Kind> answered = cases().map(
                        error -> ManagementException.Kind.valueOf(error.text("kind")))
                .collect(Collectors.toSet());
        assertThat(answered)
                .isEqualTo(
                        EnumSet.range(ManagementException.Kind.WRONG_CREDENTIALS, ManagementException.Kind.SERVER_ERROR)
                                .stream()
                                .collect(Collectors.collectingAndThen(Collectors.toSet(), kinds -> {
                                    kinds.add(ManagementException.Kind.TIMEOUT);
                                    kinds.add(ManagementException.Kind.REDIRECTED);
                                    return kinds;
                                })));
    }
}
