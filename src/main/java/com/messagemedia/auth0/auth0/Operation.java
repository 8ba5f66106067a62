package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.TenantAddress;
import java.util.List;

/**
 * What is being done, for messages and for what follows from a failure.
 *
 * @param clause the act as the beginning of a sentence
 * @param aim what the request is about
 * @param scopes the scopes it needs
 */
record Operation(String clause, Aim aim, List<String> scopes) {

    /** What a request is about. */
    enum Aim {
        TOKEN,
        LIST,
        READ,
        WRITE,
        CREATE
    }

    private static final List<String> READ = List.of("read:connections", "read:connections_options");
    private static final List<String> UPDATE = List.of("update:connections", "update:connections_options");

    static Operation token(TenantAddress tenant) {
        return new Operation("Getting a Management API token from " + tenant, Aim.TOKEN, READ);
    }

    static Operation listing(TenantAddress tenant) {
        return new Operation("Reading the connections of " + tenant, Aim.LIST, READ);
    }

    static Operation readingSettings(TenantAddress tenant) {
        return new Operation("Reading the settings of " + tenant, Aim.READ, List.of("read:tenant_settings"));
    }

    static Operation reading(String id, TenantAddress tenant) {
        return new Operation("Reading connection " + id + " of " + tenant, Aim.READ, READ);
    }

    static Operation updating(String id, TenantAddress tenant) {
        return new Operation("Changing connection " + id + " of " + tenant, Aim.WRITE, UPDATE);
    }

    static Operation creating(String name, TenantAddress tenant) {
        return new Operation(
                "Creating connection " + name + " in " + tenant, Aim.CREATE, List.of("create:connections"));
    }

    static Operation readingClients(String id, TenantAddress tenant) {
        return new Operation(
                "Reading the enabled clients of connection " + id + " of " + tenant,
                Aim.READ,
                List.of("read:connections"));
    }

    static Operation enablingClients(String id, TenantAddress tenant) {
        return new Operation(
                "Enabling clients of connection " + id + " of " + tenant, Aim.WRITE, List.of("update:connections"));
    }

    /** Whether Auth0 may be another after it. */
    boolean writes() {
        return aim == Aim.WRITE || aim == Aim.CREATE;
    }
}
