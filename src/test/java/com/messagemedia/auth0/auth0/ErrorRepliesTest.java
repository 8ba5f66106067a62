package com.messagemedia.auth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static final List<String> FILES = List.of("error-replies", "phone-error-replies");

    record Case(Map<String, Object> fields) {

        String text(String key) {
            return String.valueOf(fields.get(key));
        }

        int status() {
            return (Integer) fields.get("status");
        }

        ManagementAct act() {
            return ManagementAct.valueOf(text("act").toUpperCase(Locale.ROOT).replace(' ', '_'));
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
        List<Case> cases = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(
                    ErrorRepliesTest.class.getResourceAsStream("/management/" + file + ".yaml"))) {
                List<Map<String, Object>> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                all.stream().map(Case::new).forEach(cases::add);
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatFailedAndWhatToDo(Case error) {
        boolean tokenFirst =
                error.act() != ManagementAct.TOKEN && !error.text("credentials").equals("token");
        try (ScriptedServer server = tokenFirst ? Tenants.server() : new ScriptedServer();
                ManagementClient client = open(server, credentials(error))) {
            server.then(error.status(), error.text("body"), error.headers());
            assertThatThrownBy(() -> error.act().run(client))
                    .isInstanceOfSatisfying(ManagementException.class, fault -> check(error, fault, server.address()))
                    .hasMessage((error.act().clause() + " failed: " + error.text("message"))
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
        assertThat(fault.requestMayHaveBeenProcessed()).isEqualTo(error.act().writes());
        assertThat(fault.outcome()).isEqualTo(error.act().writes() ? Outcome.UNKNOWN_STATE : Outcome.NOTHING_WRITTEN);
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

    /** Each scope of the plugin's requests is named where Auth0 does not name it. */
    @ParameterizedTest
    @CsvSource({
        "SETTINGS, read:tenant_settings",
        "ACTIONS, read:actions",
        "ACTION, read:actions",
        "CREATE_ACTION, create:actions",
        "UPDATE_ACTION, update:actions",
        "DEPLOY, create:actions",
        "VERSIONS, read:actions",
        "DEPLOY_VERSION, create:actions",
        "BINDINGS, read:actions",
        "BIND, update:actions",
        "PROVIDERS, read:phone_providers",
        "CREATE_PROVIDER, create:phone_providers",
        "UPDATE_PROVIDER, update:phone_providers",
        "TEMPLATES, read:phone_templates",
        "CREATE_TEMPLATE, create:phone_templates",
        "UPDATE_TEMPLATE, update:phone_templates",
    })
    void namesTheScopeToGrant(ManagementAct act, String scope) {
        try (ScriptedServer server = Tenants.server();
                ManagementClient client = open(server, Tenants.CLIENT)) {
            server.then(403, "{\"statusCode\":403,\"error\":\"Forbidden\",\"errorCode\":\"insufficient_scope\"}");
            assertThatThrownBy(() -> act.run(client))
                    .isInstanceOfSatisfying(ManagementException.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(ManagementException.Kind.MISSING_SCOPE);
                        assertThat(fault.remedy())
                                .isEqualTo("In Auth0 open Applications > APIs > Auth0 Management API > Machine to"
                                        + " Machine Applications > the application client1, and add " + scope + ".");
                    })
                    .hasMessage(act.clause().replace("{tenant}", server.address())
                            + " failed: 403 Forbidden (insufficient_scope)");
        }
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
