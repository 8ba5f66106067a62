package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.model.Secret;
import com.sun.net.httpserver.Filter;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a sandbox. Start with {@link #inMemory()} or {@link #keptIn(Path)} and change single settings with
 * the {@code with...} methods.
 *
 * @param port the port on 127.0.0.1; 0 chooses a free one
 * @param stateFile the file that keeps the tenant without a name between runs; empty to keep tenants in memory
 * @param client the application that may get a token
 * @param scopes the granted scopes of that application; empty if it has no grant for the Management API
 * @param metadataMode what a PATCH does with {@code metadata}
 * @param rateLimit the tenant's rate limits
 * @param tokenLifetime how long an issued token is valid, in whole seconds
 * @param start what a new tenant holds
 * @param clock the clock for tokens and rate limits
 * @param filters filters around every route; tests inject faults with them
 */
public record SandboxSettings(
        int port,
        Optional<Path> stateFile,
        SandboxClient client,
        Set<String> scopes,
        MetadataMode metadataMode,
        RateLimit rateLimit,
        Duration tokenLifetime,
        StartingTenant start,
        InstantSource clock,
        List<Filter> filters) {

    /** All scopes that the plugin can need. */
    public static final Set<String> ALL_SCOPES = Set.of(
            "read:connections",
            "read:connections_options",
            "update:connections",
            "update:connections_options",
            "create:connections",
            "read:tenant_settings");

    /** The scopes that the documentation recommends, and the scope to create a connection. */
    public static final Set<String> USUAL_SCOPES = Set.of(
            "read:connections",
            "read:connections_options",
            "update:connections",
            "update:connections_options",
            "create:connections");

    /** The further scopes that delivery through the phone provider can need. */
    public static final Set<String> PHONE_SCOPES = Set.of(
            "read:actions",
            "create:actions",
            "update:actions",
            "delete:actions",
            "read:phone_providers",
            "create:phone_providers",
            "update:phone_providers",
            "delete:phone_providers",
            "read:phone_templates",
            "create:phone_templates",
            "update:phone_templates",
            "delete:phone_templates",
            "read:tenant_settings",
            "read:guardian_factors",
            "update:guardian_factors",
            "read:logs");

    /**
     * Refuses, with {@link IllegalArgumentException}, a state file together with a client that is not the published
     * dummy: no real credential opens a tenant on disk.
     */
    public SandboxSettings {
        scopes = Set.copyOf(scopes);
        filters = List.copyOf(filters);
        if (stateFile.isPresent() && !Objects.equals(client, SandboxClient.PUBLISHED)) {
            throw new IllegalArgumentException(
                    "a sandbox with a state file takes only the published dummy credentials of its client");
        }
    }

    /** A tenant in memory on a free port, with the usual scopes and the published dummy client. */
    public static SandboxSettings inMemory() {
        return new SandboxSettings(
                0,
                Optional.empty(),
                SandboxClient.PUBLISHED,
                USUAL_SCOPES,
                MetadataMode.MERGE,
                RateLimit.ENTERPRISE,
                Duration.ofDays(1),
                StartingTenant.OLDER,
                InstantSource.system(),
                List.of());
    }

    /** A newer tenant in memory on a free port, with the usual scopes and those of the phone provider. */
    public static SandboxSettings modern() {
        return inMemory().withStart(StartingTenant.MODERN).withPhoneScopes();
    }

    /**
     * A tenant that a file keeps between runs, on a free port, with the usual scopes. It accepts only the published
     * dummy credentials.
     */
    public static SandboxSettings keptIn(Path stateFile) {
        return inMemory().withStateFile(Optional.of(stateFile));
    }

    /** These settings for one of several tenants: a tenant with a name has a state file of its own, beside this one. */
    public SandboxSettings of(SandboxDomain domain) {
        return withStateFile(stateFile.map(main -> KeptTenants.file(main, domain)));
    }

    /** These settings with another port. */
    public SandboxSettings withPort(int other) {
        return copy(other, stateFile, client, scopes);
    }

    /** These settings with another application. */
    public SandboxSettings withClient(SandboxClient other) {
        return copy(port, stateFile, other, scopes);
    }

    /** These settings with exactly these granted scopes. */
    public SandboxSettings withScopes(Set<String> granted) {
        return copy(port, stateFile, client, granted);
    }

    /** These settings with the scopes of the phone provider as well. */
    public SandboxSettings withPhoneScopes() {
        Set<String> all = new HashSet<>(scopes);
        all.addAll(PHONE_SCOPES);
        return withScopes(all);
    }

    /** These settings with another metadata mode. */
    public SandboxSettings withMetadataMode(MetadataMode mode) {
        return new SandboxSettings(
                port, stateFile, client, scopes, mode, rateLimit, tokenLifetime, start, clock, filters);
    }

    /** These settings with other rate limits. */
    public SandboxSettings withRateLimit(RateLimit other) {
        return new SandboxSettings(
                port, stateFile, client, scopes, metadataMode, other, tokenLifetime, start, clock, filters);
    }

    /** These settings with another token lifetime. */
    public SandboxSettings withTokenLifetime(Duration lifetime) {
        return new SandboxSettings(
                port, stateFile, client, scopes, metadataMode, rateLimit, lifetime, start, clock, filters);
    }

    /** These settings with another tenant to begin with. */
    public SandboxSettings withStart(StartingTenant other) {
        return new SandboxSettings(
                port, stateFile, client, scopes, metadataMode, rateLimit, tokenLifetime, other, clock, filters);
    }

    /** These settings with another clock. */
    public SandboxSettings withClock(InstantSource other) {
        return new SandboxSettings(
                port, stateFile, client, scopes, metadataMode, rateLimit, tokenLifetime, start, other, filters);
    }

    /** These settings with these filters around every route; the first is the outermost. */
    public SandboxSettings withFilters(List<Filter> around) {
        return new SandboxSettings(
                port, stateFile, client, scopes, metadataMode, rateLimit, tokenLifetime, start, clock, around);
    }

    private SandboxSettings withStateFile(Optional<Path> file) {
        return copy(port, file, client, scopes);
    }

    private SandboxSettings copy(int newPort, Optional<Path> newFile, SandboxClient newClient, Set<String> newScopes) {
        return new SandboxSettings(
                newPort, newFile, newClient, newScopes, metadataMode, rateLimit, tokenLifetime, start, clock, filters);
    }

    /**
     * What a PATCH does with a connection's {@code metadata}. Auth0 does not document it, so a client that writes
     * metadata must work with both.
     */
    public enum MetadataMode {
        /** The entries are merged into the existing ones; a null entry removes one. */
        MERGE,
        /** The whole object is replaced; a null entry is stored as null. */
        REPLACE
    }

    /**
     * The machine-to-machine application that gets tokens from the sandbox.
     *
     * @param id its client id
     * @param secret its client secret
     * @param key the RSA key that verifies its assertions; empty if it has only the secret
     */
    public record SandboxClient(String id, Secret secret, Optional<PublicKey> key) {

        /** The published dummy client. */
        public static final SandboxClient PUBLISHED =
                SandboxClient.of(SandboxCredentials.CLIENT_ID, SandboxCredentials.CLIENT_SECRET);

        /** A client with a secret. */
        public static SandboxClient of(String id, String secret) {
            return new SandboxClient(id, new Secret(secret), Optional.empty());
        }

        /** This client with an RSA key: it may also sign assertions with the private key. */
        public SandboxClient withKey(PublicKey publicKey) {
            return new SandboxClient(id, secret, Optional.of(publicKey));
        }

        @Override
        public String toString() {
            return "client " + id;
        }
    }
}
