package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.Action;
import com.messagemedia.auth0.auth0.ActionChange;
import com.messagemedia.auth0.auth0.ClientIdentity;
import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.PhoneProvider;
import com.messagemedia.auth0.auth0.PhoneTemplate;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.redaction.SecretPaths;
import com.messagemedia.auth0.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Somebody who works in the same tenant with the dashboard, and what anybody can see there. */
record PhoneColleague(Sandbox sandbox) {

    private <T> T with(Function<ManagementClient, T> act) {
        ClientIdentity identity = ClientIdentity.of(
                sandbox.address(),
                Optional.empty(),
                new Credentials.ClientSecret(
                        SandboxCredentials.CLIENT_ID, new Secret(SandboxCredentials.CLIENT_SECRET)));
        try (ManagementClient client = ManagementClient.open(
                identity,
                SecretPaths.NONE,
                new HttpSettings("colleague/1", Duration.ofSeconds(60), Optional.empty(), List.of()))) {
            return act.apply(client);
        }
    }

    Action action() {
        return with(client -> client.actions().ofTrigger(ActionDeployment.TRIGGER))
                .get(0);
    }

    boolean isBound() {
        return !with(client -> client.actions().bindings(ActionDeployment.TRIGGER))
                .isEmpty();
    }

    /** How many Actions, bindings and providers the tenant has. */
    List<Integer> counts() {
        return List.of(
                with(client -> client.actions().ofTrigger(ActionDeployment.TRIGGER))
                        .size(),
                with(client -> client.actions().bindings(ActionDeployment.TRIGGER))
                        .size(),
                with(client -> client.phone().providers()).size());
    }

    boolean hasProvider() {
        return !with(client -> client.phone().providers()).isEmpty();
    }

    PhoneProvider provider() {
        return with(client -> client.phone().providers()).get(0);
    }

    PhoneTemplate template(String type) {
        return with(client -> client.phone().templates()).stream()
                .filter(template -> template.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Edits the draft, and leaves it there. */
    void edit(ActionChange change) {
        with(client -> client.actions().update(action().id(), change));
    }

    void deploy() {
        String id = action().id();
        with(client -> client.actions().read(id));
        with(client -> client.actions().deploy(id));
        with(client -> client.actions().read(id));
    }

    void changeCode(String code) {
        edit(ActionChange.NONE.withCode(code));
        deploy();
    }

    void changeSecret(String name, String value) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        action().secrets().keySet().forEach(key -> secrets.put(key, new Secret("same-as-before-" + key)));
        secrets.put(name, new Secret(value));
        edit(ActionChange.NONE.withSecrets(secrets));
        deploy();
    }

    void configureProvider(String name, boolean disabled, String... methods) {
        Options configuration = Options.EMPTY.with(
                FieldPath.of("delivery_methods"),
                new Value.Array(List.of(methods).stream().<Value>map(Value::of).toList()));
        with(client -> client.phone().update(provider().id(), name, disabled, configuration.root()));
    }

    /** Signs in by SMS, and returns whether the message arrived at MessageMedia. */
    boolean getsACode() {
        int before = sandbox.inbox().size();
        HttpRequest request = HttpRequest.newBuilder(sandbox.address().url().resolve("/passwordless/start"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"client_id\":\"sandboxWebClient0000000000000000\","
                        + "\"connection\":\"sms\",\"phone_number\":\"+61491570006\",\"send\":\"code\"}"))
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return sandbox.inbox().size() > before;
    }

    /** What the plugin never does: deletes the Action with its binding, or all bindings. */
    void deleteAction() {
        send("DELETE", "actions/actions/" + action().id() + "?force=true", "");
    }

    void unbind() {
        send("PATCH", "actions/triggers/custom-phone-provider/bindings", "{\"bindings\":[]}");
    }

    void send(String method, String path, String body) {
        try {
            HttpClient http = HttpClient.newHttpClient();
            URI base = sandbox.address().url();
            HttpRequest token = HttpRequest.newBuilder(base.resolve("/oauth/token"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"grant_type\":\"client_credentials\",\"client_id\":\""
                            + SandboxCredentials.CLIENT_ID + "\",\"client_secret\":\""
                            + SandboxCredentials.CLIENT_SECRET
                            + "\",\"audience\":\"" + base.resolve("/api/v2/") + "\"}"))
                    .build();
            String reply = http.send(token, BodyHandlers.ofString()).body();
            String bearer = reply.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v2/" + path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + bearer)
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            int status = http.send(request, BodyHandlers.ofString()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
