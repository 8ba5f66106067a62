package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.http.Json;
import com.messagemedia.auth0.http.Json.JsonFormatException;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Text;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Endpoint.ApiRequest;
import com.messagemedia.auth0.sandbox.Endpoint.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Issues tokens by client credentials: a client secret, or an assertion that the client signed. It accepts a form or
 * JSON.
 */
final class TokenEndpoint {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final SandboxSettings settings;
    private final Tokens tokens;
    private final Set<String> issuers;
    private final Assertions assertions;

    /**
     * The token endpoint of a tenant.
     *
     * @param issuers the tenant's addresses, each with a trailing slash
     */
    TokenEndpoint(SandboxSettings settings, Tokens tokens, Set<String> issuers) {
        this.settings = settings;
        this.tokens = tokens;
        this.issuers = issuers;
        this.assertions = new Assertions(settings, issuers);
    }

    Reply issue(ApiRequest request) {
        Map<String, String> parameters = parameters(request);
        String grantType = require(parameters, "grant_type");
        if (!isClient(parameters)) {
            throw ApiError.oauth(401, "access_denied", "Unauthorized");
        }
        if (!grantType.equals("client_credentials")) {
            throw ApiError.oauth(
                    403, "unauthorized_client", "Grant type '" + grantType + "' not allowed for the client.");
        }
        Optional<String> audience = Optional.ofNullable(parameters.get("audience"));
        audience.ifPresent(this::checkAudience);
        Set<String> scopes = narrowed(Optional.ofNullable(parameters.get("scope")));
        // A token without an audience gives access to no API (Auth0's support article on the audience parameter).
        String token = audience.isPresent() ? tokens.issue(scopes) : Tokens.unknown();
        return reply(token, scopes);
    }

    private boolean isClient(Map<String, String> parameters) {
        String id = require(parameters, "client_id");
        if (!id.equals(settings.client().id())) {
            return false;
        }
        if (ASSERTION_TYPE.equals(parameters.get("client_assertion_type"))) {
            return assertions.accept(require(parameters, "client_assertion"));
        }
        return Optional.ofNullable(parameters.get("client_secret"))
                .filter(secret -> !secret.isEmpty())
                .map(Secret::new)
                .filter(settings.client().secret()::equals)
                .isPresent();
    }

    private void checkAudience(String audience) {
        if (issuers.stream().noneMatch(issuer -> audience.equals(issuer + "api/v2/"))) {
            throw ApiError.oauth(403, "access_denied", "Service not enabled within domain: " + audience);
        }
        if (settings.scopes().isEmpty()) {
            throw ApiError.oauth(
                    403,
                    "access_denied",
                    "Client is not authorized to access \"" + audience
                            + "\". You need to create a \"client-grant\" associated to this API.");
        }
    }

    private Set<String> narrowed(Optional<String> scope) {
        Set<String> scopes = new TreeSet<>(settings.scopes());
        scope.filter(text -> !text.isBlank())
                .ifPresent(text -> scopes.retainAll(List.of(text.strip().split("\\s+"))));
        return scopes;
    }

    private Reply reply(String token, Set<String> scopes) {
        return Reply.json(
                200,
                ObjectBuilder.empty()
                        .put("access_token", token)
                        .put("scope", String.join(" ", scopes))
                        .put("expires_in", Value.of(settings.tokenLifetime().toSeconds()))
                        .put("token_type", "Bearer")
                        .tree());
    }

    private static String require(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> invalidRequest("Missing required parameter: " + name));
    }

    private static Map<String, String> parameters(ApiRequest request) {
        try {
            return request.contentType().orElse("").equals("application/json")
                    ? fromJson(Json.parse(request.body()))
                    : fromForm(Query.parse(request.body()));
        } catch (JsonFormatException | IllegalArgumentException unused) {
            throw invalidRequest("The body is neither a form nor JSON.");
        }
    }

    private static Map<String, String> fromJson(Value body) {
        Map<String, String> parameters = new HashMap<>();
        if (!(body instanceof Tree tree)) {
            throw invalidRequest("The body must be an object.");
        }
        tree.members().forEach((name, value) -> {
            if (!(value instanceof Text text)) {
                throw invalidRequest("Parameter must be a string: " + name);
            }
            parameters.put(name, text.text());
        });
        return parameters;
    }

    private static Map<String, String> fromForm(Query form) {
        Map<String, String> parameters = new HashMap<>();
        form.parameters().forEach((name, values) -> {
            if (values.size() > 1) {
                throw invalidRequest("Parameter stands twice: " + name);
            }
            parameters.put(name, values.get(0));
        });
        return parameters;
    }

    private static ApiError invalidRequest(String description) {
        return ApiError.oauth(400, "invalid_request", description);
    }
}
