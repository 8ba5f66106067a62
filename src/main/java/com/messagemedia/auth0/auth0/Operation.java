package com.messagemedia.auth0.auth0;

import com.messagemedia.auth0.model.TenantAddress;
import java.util.List;

/**
 * One operation at Auth0, for messages and for the meaning of a failure.
 *
 * @param description the beginning of a sentence, such as "Reading the settings of acme.eu.auth0.com"
 * @param kind what the request does
 * @param scopes the scopes that it needs
 * @param subject what it is about
 */
record Operation(String description, Kind kind, List<String> scopes, Subject subject) {

    /** What a request does. */
    enum Kind {
        TOKEN,
        LIST,
        READ,
        WRITE,
        CREATE
    }

    /** What an operation is about, in the words of a message. */
    enum Subject {
        TOKEN("token"),
        SETTINGS("settings"),
        LOG("log"),
        MESSAGE_TYPES("message types"),
        CONNECTION("connection"),
        ACTION("Action"),
        BINDING("binding"),
        PHONE_PROVIDER("phone provider"),
        PHONE_TEMPLATE("phone template");

        private final String words;

        Subject(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private Operation(String description, Kind kind, List<String> scopes) {
        this(description, kind, scopes, Subject.CONNECTION);
    }

    private static final List<String> READ = List.of("read:connections", "read:connections_options");
    private static final List<String> UPDATE = List.of("update:connections", "update:connections_options");

    static Operation token(TenantAddress tenant) {
        return new Operation("Getting a Management API token from " + tenant, Kind.TOKEN, READ, Subject.TOKEN);
    }

    static Operation listing(TenantAddress tenant) {
        return new Operation("Reading the connections of " + tenant, Kind.LIST, READ);
    }

    static Operation readingSettings(TenantAddress tenant) {
        return new Operation(
                "Reading the settings of " + tenant, Kind.READ, List.of("read:tenant_settings"), Subject.SETTINGS);
    }

    static Operation reading(String id, TenantAddress tenant) {
        return new Operation("Reading connection " + id + " of " + tenant, Kind.READ, READ);
    }

    static Operation updating(String id, TenantAddress tenant) {
        return new Operation("Changing connection " + id + " of " + tenant, Kind.WRITE, UPDATE);
    }

    static Operation creating(String name, TenantAddress tenant) {
        return new Operation(
                "Creating connection " + name + " in " + tenant, Kind.CREATE, List.of("create:connections"));
    }

    static Operation readingClients(String id, TenantAddress tenant) {
        return new Operation(
                "Reading the enabled clients of connection " + id + " of " + tenant,
                Kind.READ,
                List.of("read:connections"));
    }

    static Operation enablingClients(String id, TenantAddress tenant) {
        return new Operation(
                "Enabling clients of connection " + id + " of " + tenant, Kind.WRITE, List.of("update:connections"));
    }

    /** Whether it can change Auth0. */
    boolean writes() {
        return kind == Kind.WRITE || kind == Kind.CREATE;
    }
}
