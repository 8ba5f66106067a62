package com.messagemedia.auth0;

import java.util.List;
import java.util.Optional;

/** The packages of the plugin, from the goals down. The table holds the arrows, and docs/packages.svg is drawn from it. */
public final class Packages {

    static final String ROOT = "com.messagemedia.auth0";

    /** The highest level first. A class may use its own package and lower levels, nothing else of ours. */
    static final List<Home> ALL = List.of(
            new Home(7, "maven", "goals: bind parameters, call one use case, print"),
            new Home(6, "doctor", "the examination of the chain"),
            new Home(5, "apply", "plan, saved plan and apply"),
            new Home(5, "rollback", "backups, and the way back"),
            new Home(5, "export", "a descriptor from a live connection"),
            new Home(5, "testmessage", "a code by SMS, to see it arrive"),
            new Home(5, "sandbox", "the embedded tenant"),
            new Home(5, "report", "everything a user reads"),
            new Home(4, "delivery.gateway", "all about the SMS gateway"),
            new Home(3, "delivery", "the one door: resources, read and written"),
            new Home(2, "descriptor", "YAML to values, with places"),
            new Home(2, "plan", "the plan as a value, the applied record"),
            new Home(2, "auth0", "Auth0's Management API, with retry"),
            new Home(2, "messagemedia", "MessageMedia's API and gateway"),
            new Home(1, "yaml", "YAML with places"),
            new Home(1, "schema", "the JSON Schema"),
            new Home(1, "merge", "the three-way merge"),
            new Home(1, "redaction", "no secret in a text"),
            new Home(1, "sms", "numbers, senders, texts"),
            new Home(1, "http", "requests, TLS, JSON"),
            new Home(1, "store", "files of the user"),
            new Home(0, "model", "value trees, paths, faults, outcomes"));

    private Packages() {}

    /**
     * A package.
     *
     * @param level how high it stands; 0 uses nothing of ours
     * @param name its name below the root package
     * @param purpose what lives there, in a few words
     */
    record Home(int level, String name, String purpose) {}

    /** The level of a package by its full name; empty where the table lacks it. */
    public static Optional<Integer> level(String fullName) {
        return ALL.stream()
                .filter(home -> fullName.equals(ROOT + "." + home.name()))
                .map(Home::level)
                .findFirst();
    }
}
