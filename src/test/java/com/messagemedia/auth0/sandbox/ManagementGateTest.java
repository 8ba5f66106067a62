package com.messagemedia.auth0.sandbox;

import static com.messagemedia.auth0.sandbox.Caller.member;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxCredentials;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementGateTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final String TOO_MANY = "{\"statusCode\":429,\"error\":\"Too Many Requests\","
            + "\"message\":\"Global limit has been reached\",\"errorCode\":\"too_many_requests\"}";

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

    private SandboxSettings settings() {
        return SandboxSettings.inMemory().withClock(clock::get);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic abc", "sandbox-token-published", "Bearer a b"})
    void refusesAMalformedHeader(String header) {
        try (Sandbox sandbox = Sandbox.start(settings())) {
            HttpResponse<String> reply =
                    Caller.anonymous(sandbox).with("Authorization", header).get(Caller.SMS);
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(reply.body())
                    .isEqualTo("{\"statusCode\":400,\"error\":\"Bad Request\","
                            + "\"message\":\"Bad HTTP authentication header format\",\"errorCode\":\"Bearer\"}");
        }
    }

    @Test
    void refusesAMissingHeader() {
        try (Sandbox sandbox = Sandbox.start(settings())) {
            assertThat(Caller.anonymous(sandbox).get(Caller.SMS).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void refusesAnUnknownToken() {
        try (Sandbox sandbox = Sandbox.start(settings())) {
            HttpResponse<String> reply = Caller.anonymous(sandbox)
                    .with("Authorization", "Bearer other")
                    .get(Caller.SMS);
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(reply.body())
                    .isEqualTo("{\"statusCode\":401,\"error\":\"Unauthorized\",\"message\":\"Invalid token\","
                            + "\"attributes\":{\"error\":\"Invalid token\"}}");
        }
    }

    @Test
    void tokenExpiresAfterItsLifetimeAndThePublishedOneNever() {
        try (Sandbox sandbox = Sandbox.start(settings().withTokenLifetime(Duration.ofSeconds(60)))) {
            String form = "grant_type=client_credentials&client_id=" + SandboxCredentials.CLIENT_ID
                    + "&client_secret=" + SandboxCredentials.CLIENT_SECRET + "&audience="
                    + sandbox.address().managementApi();
            String token = member(Caller.anonymous(sandbox).post("/oauth/token", form), "access_token");
            Caller caller = Caller.anonymous(sandbox).with("Authorization", "Bearer " + token.replace("\"", ""));
            clock.set(NOW.plusSeconds(59));
            assertThat(caller.get(Caller.SMS).statusCode()).isEqualTo(200);
            clock.set(NOW.plusSeconds(60));
            HttpResponse<String> reply = caller.get(Caller.SMS);
            assertThat(reply.statusCode()).isEqualTo(401);
            String message = "Expired token received for JSON Web Token validation";
            assertThat(reply.body())
                    .isEqualTo("{\"statusCode\":401,\"error\":\"Unauthorized\",\"message\":\"" + message
                            + "\",\"attributes\":{\"error\":\"" + message + "\"}}");
            assertThat(Caller.published(sandbox).get(Caller.SMS).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET   | /api/v2/connections                              | ``                                | read:connections
            GET   | /api/v2/connections/con_SandboxSms000000         | ``                                | read:connections
            GET   | /api/v2/connections/con_SandboxSms000000/clients | ``                                | read:connections
            POST  | /api/v2/connections                              | {"name":"a","strategy":"sms"}     | create:connections
            PATCH | /api/v2/connections/con_SandboxSms000000         | {"show_as_button":true}           | update:connections
            PATCH | /api/v2/connections/con_SandboxSms000000/clients | [{"client_id":"a","status":true}] | update:connections
            GET   | /api/v2/tenants/settings                         | ``                                | read:tenant_settings
            PATCH | /api/v2/tenants/settings                         | {"friendly_name":"a"}             | update:tenant_settings
            DELETE | /api/v2/connections/con_SandboxSms000000        | ``                                | delete:connections
            GET   | /api/v2/clients                                  | ``                                | read:clients
            GET   | /api/v2/clients/sandboxWebClient0000000000000000 | ``                                | read:clients
            POST  | /api/v2/clients                                  | {"name":"a"}                      | create:clients
            DELETE | /api/v2/clients/a                               | ``                                | delete:clients
            GET   | /api/v2/logs                                     | ``                                | read:logs
            GET   | /api/v2/actions/triggers                         | ``                                | read:actions
            GET   | /api/v2/actions/triggers/post-login/bindings     | ``                                | read:actions
            PATCH | /api/v2/actions/triggers/post-login/bindings     | {"bindings":[]}                   | update:actions
            GET   | /api/v2/actions/actions                          | ``                                | read:actions
            POST  | /api/v2/actions/actions                          | {"name":"a","supported_triggers":[{"id":"post-login"}]} | create:actions
            GET   | /api/v2/branding/phone/providers                 | ``                                | read:phone_providers
            GET   | /api/v2/guardian/factors/phone/message-types     | ``                                | read:guardian_factors
            PUT   | /api/v2/guardian/factors/phone/message-types     | {"message_types":["sms"]}         | update:guardian_factors
            GET   | /api/v2/branding/phone/templates                 | ``                                | read:phone_templates
            POST  | /api/v2/branding/phone/templates                 | {"type":"otp_verify"}             | create:phone_templates
            """)
    void everyRouteWantsItsScope(String method, String path, String body, String scope) {
        Set<String> others = new LinkedHashSet<>(SandboxSettings.ALL_SCOPES);
        others.addAll(SandboxSettings.PHONE_SCOPES);
        others.remove(scope);
        try (Sandbox without = Sandbox.start(settings().withScopes(others));
                Sandbox with = Sandbox.start(settings().withScopes(Set.of(scope)))) {
            HttpResponse<String> refused = Caller.published(without).send(method, path, body);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .isEqualTo("{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":\"Insufficient scope, expected"
                            + " any of: " + scope + "\",\"errorCode\":\"insufficient_scope\"}");
            assertThat(Caller.published(with).send(method, path, body).statusCode())
                    .isBetween(200, 204);
        }
    }

    @Test
    void tenantSettingsTellThePhoneExperience() {
        SandboxSettings all = settings().withScopes(SandboxSettings.ALL_SCOPES);
        try (Sandbox legacy = Sandbox.start(all);
                Sandbox unified = Sandbox.start(all.withStart(StartingTenant.SWITCHED))) {
            assertThat(Caller.published(legacy).get("/api/v2/tenants/settings").body())
                    .isEqualTo("{\"friendly_name\":\"Sandbox\",\"phone_consolidated_experience\":false}");
            assertThat(Caller.published(unified).get("/api/v2/tenants/settings").body())
                    .isEqualTo("{\"friendly_name\":\"Sandbox\",\"phone_consolidated_experience\":true}");
        }
    }

    @Test
    void freeTenantAnswersTwoRequestsAtOnceAndTwoASecond() {
        try (Sandbox sandbox = Sandbox.start(settings().withRateLimit(RateLimit.FREE))) {
            Caller caller = Caller.published(sandbox);
            assertThat(limits(caller.get(Caller.SMS))).containsExactly("2", "1", "1793613601");
            assertThat(limits(caller.get("/api/v2/tenants/settings"))).containsExactly("2", "0", "1793613601");
            HttpResponse<String> refused = caller.get(Caller.SMS);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).isEqualTo(TOO_MANY);
            assertThat(limits(refused)).containsExactly("2", "0", "1793613601");
            clock.set(NOW.plusMillis(499));
            assertThat(caller.get(Caller.SMS).statusCode()).isEqualTo(429);
            clock.set(NOW.plusMillis(500));
            assertThat(caller.get(Caller.SMS).statusCode()).isEqualTo(200);
            assertThat(caller.get(Caller.SMS).statusCode()).isEqualTo(429);
        }
    }

    private static List<String> limits(HttpResponse<String> reply) {
        return List.of(
                reply.headers().firstValue("x-ratelimit-limit").orElse("none"),
                reply.headers().firstValue("x-ratelimit-remaining").orElse("none"),
                reply.headers().firstValue("x-ratelimit-reset").orElse("none"));
    }

    @Test
    void essentialsTenantCountsReadsOfConnectionsApart() {
        try (Sandbox sandbox = Sandbox.start(settings().withRateLimit(RateLimit.ESSENTIALS))) {
            Caller caller = Caller.published(sandbox);
            for (int i = 0; i < 5; i++) {
                assertThat(caller.get("/api/v2/connections").statusCode()).isEqualTo(200);
            }
            assertThat(caller.get(Caller.SMS_CLIENTS).statusCode()).isEqualTo(429);
            assertThat(caller.patch(Caller.SMS, "{\"show_as_button\":true}").statusCode())
                    .isEqualTo(200);
            clock.set(NOW.plusMillis(1200));
            assertThat(limits(caller.get(Caller.SMS))).containsExactly("5", "0", "1793613603");
        }
    }

    @Test
    void bucketNeverHoldsMoreThanItsBurst() {
        try (Sandbox sandbox = Sandbox.start(settings().withRateLimit(RateLimit.FREE))) {
            clock.set(NOW.plus(Duration.ofDays(1)));
            assertThat(limits(Caller.published(sandbox).get(Caller.SMS))).startsWith("2", "1");
        }
    }

    @Test
    void clockThatGoesBackAddsNothing() {
        try (Sandbox sandbox = Sandbox.start(settings().withRateLimit(RateLimit.FREE))) {
            Caller caller = Caller.published(sandbox);
            caller.get(Caller.SMS);
            clock.set(NOW.minusSeconds(60));
            assertThat(limits(caller.get(Caller.SMS))).startsWith("2", "0");
            assertThat(caller.get(Caller.SMS).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void refusedRequestsCountAndTellTheLimitsToo() {
        try (Sandbox sandbox = Sandbox.start(settings().withRateLimit(RateLimit.FREE))) {
            HttpResponse<String> reply = Caller.anonymous(sandbox).get(Caller.SMS);
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(limits(reply)).startsWith("2", "1");
        }
    }
}
