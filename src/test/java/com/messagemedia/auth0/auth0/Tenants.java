package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.delivery.gateway.OptionPaths;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.http.RemoteApi;
import com.messagemedia.auth0.http.ScriptedServer;
import com.messagemedia.auth0.model.Credentials;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.model.TenantAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Clients of tenants on loopback. */
final class Tenants {

    static final String CLIENT_SECRET = "client-secret-0123456789";
    static final Credentials CLIENT = new Credentials.ClientSecret("client1", new Secret(CLIENT_SECRET));
    static final HttpSettings SETTINGS =
            new HttpSettings("messagemedia-maven-plugin/1.0", Duration.ofSeconds(30), Optional.empty(), List.of());

    private Tenants() {}

    static TenantAddress at(String address) {
        return TenantAddress.parse(address).orElseThrow();
    }

    /** A client that knows which of the gateway's options are secret. */
    static ManagementClient open(
            TenantAddress tenant, Optional<String> audience, Credentials credentials, HttpSettings settings) {
        return ManagementClient.open(ClientIdentity.of(tenant, audience, credentials), OptionPaths.SECRETS, settings);
    }

    static ManagementClient open(ClientIdentity identity, RemoteApi remote, InstantSource clock) {
        return ManagementClient.open(identity, OptionPaths.SECRETS, remote, clock);
    }

    static ManagementClient client(String address) {
        return open(at(address), Optional.empty(), CLIENT, SETTINGS);
    }

    static ManagementClient withToken(String address) {
        return open(at(address), Optional.empty(), new Credentials.Token(new Secret("given-token")), SETTINGS);
    }

    /** A time that is up when the first failure is there, so that nothing is tried again. */
    static RetryBudget secondsLeft(int seconds) {
        Instant end = Instant.EPOCH.plusSeconds(seconds);
        Iterator<Instant> looks = List.of(Instant.EPOCH, end).iterator();
        return ShortWaits.until(end, sentence -> {}, looks::next);
    }

    /** A server that has answered the token request. */
    static ScriptedServer server() {
        return new ScriptedServer().then(200, """
                        {"access_token":"issued-token-0123456789","token_type":"Bearer","expires_in":86400,\
                        "scope":"read:connections update:connections"}""");
    }

    /** A connection as Auth0 shows it. */
    static String connection(String id, String name) {
        return """
                {"id":"%s","options":{"from":"+15550100000","totp":{"length":6}},"strategy":"sms","name":"%s","realms":["%s"]}""".formatted(id, name, name);
    }
}
