package com.messagemedia.auth0.management;

import com.messagemedia.auth0.connection.TenantAddress;
import java.util.List;

/**
 * What is being done, for messages and for what follows from a failure.
 *
 * @param clause the act as the beginning of a sentence
 * @param aim what the request is about
 * @param scopes the scopes it needs
 */
record Act(String clause, Aim aim, List<String> scopes) {

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

    static Act token(TenantAddress tenant) {
        return new Act("Getting a Management API token from " + tenant, Aim.TOKEN, READ);
    }

    static Act listing(TenantAddress tenant) {
        return new Act("Reading the connections of " + tenant, Aim.LIST, READ);
    }

    static Act readingSettings(TenantAddress tenant) {
        return new Act("Reading the settings of " + tenant, Aim.READ, List.of("read:tenant_settings"));
    }

    static Act reading(String id, TenantAddress tenant) {
        return new Act("Reading connection " + id + " of " + tenant, Aim.READ, READ);
    }

    static Act updating(String id, TenantAddress tenant) {
        return new Act("Changing connection " + id + " of " + tenant, Aim.WRITE, UPDATE);
    }

    static Act creating(String name, TenantAddress tenant) {
        return new Act("Creating connection " + name + " in " + tenant, Aim.CREATE, List.of("create:connections"));
    }

    static Act readingClients(String id, TenantAddress tenant) {
        return new Act(
                "Reading the enabled clients of connection " + id + " of " + tenant,
                Aim.READ,
                List.of("read:connections"));
    }

    static Act enablingClients(String id, TenantAddress tenant) {
        return new Act(
                "Enabling clients of connection " + id + " of " + tenant, Aim.WRITE, List.of("update:connections"));
    }

    /** Whether Auth0 may be another after it. */
    boolean writes() {
        return aim == Aim.WRITE || aim == Aim.CREATE;
    }
}
