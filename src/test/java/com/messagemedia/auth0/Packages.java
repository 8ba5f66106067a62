package com.messagemedia.auth0;

import java.util.List;
import java.util.Optional;

/**
 * The packages of the plugin, from the goals down. ArchitectureTest enforces the levels, and PackageDrawingTest makes
 * docs/packages.svg from this table.
 */
public final class Packages {

    static final String ROOT = "com.messagemedia.auth0";

    /** The highest level first. A class may use its own package and lower levels, nothing else of ours. */
    static final List<Home> ALL = List.of(
            new Home(
                    7,
                    "maven",
                    "the goals: bind parameters, call one use case, print the result; org.apache.maven is used only here"),
            new Home(6, "fleet", "the same work at many tenants, several at a time"),
            new Home(6, "doctor", "examines every link from the descriptor to the phone"),
            new Home(6, "starter", "the plugin in a POM, and the pipeline"),
            new Home(5, "apply", "plan, saved plan, apply"),
            new Home(5, "rollback", "backups and rollback"),
            new Home(5, "export", "a descriptor from a live connection"),
            new Home(5, "testmessage", "sends one real code by SMS"),
            new Home(5, "sandbox", "an embedded Auth0 tenant"),
            new Home(5, "report", "all texts that a user reads"),
            new Home(4, "sandbox.page", "the sandbox's page: phone, tenant, requests, buttons"),
            new Home(4, "delivery.gateway", "everything that only the SMS gateway has"),
            new Home(4, "delivery.phone", "everything that only the phone provider has"),
            new Home(
                    3,
                    "delivery",
                    "the interface of a delivery, and what every delivery shares: planner, executor, reply check"),
            new Home(2, "descriptor", "YAML and ${...} to values"),
            new Home(2, "plan", "the plan and the applied record, as values"),
            new Home(2, "auth0", "Auth0's APIs, with retry"),
            new Home(2, "messagemedia", "MessageMedia's APIs"),
            new Home(2, "javascript", "runs an Action's code"),
            new Home(1, "yaml", "YAML with line and column"),
            new Home(1, "schema", "JSON Schema"),
            new Home(1, "merge", "three-way merge"),
            new Home(1, "redaction", "keeps secrets out of texts"),
            new Home(1, "sms", "numbers, senders, text length"),
            new Home(1, "http", "HTTP, TLS, JSON, encryption"),
            new Home(1, "store", "reads and writes files safely"),
            new Home(0, "model", "values, paths, places in a file, faults, outcomes; java.* only"));

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
