package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Goals of a descriptor with three environments, each with a running tenant. */
abstract class FleetTest extends GoalTest {

    final Map<String, SandboxTenant> tenants = new TreeMap<>();
    private final Sandbox sandbox = Sandbox.startWithoutTenant(SandboxSettings.inMemory());

    /** The descriptor's waves, with a line break at the end; empty for none. */
    private String rollout = "";

    void describe(String waves, Map<String, String> more) {
        rollout = "rollout: " + waves + "\n";
        describe(more);
    }

    @BeforeEach
    void startTheTenants() {
        for (String name : List.of("dev", "prod-eu", "prod-us")) {
            tenants.put(name, sandbox.tenant(name));
        }
        describe(Map.of());
    }

    @AfterEach
    void stopTheTenants() {
        sandbox.close();
    }

    /** Describes an environment for each tenant, with more lines for some. */
    void describe(Map<String, String> more) {
        StringBuilder environments = new StringBuilder(rollout).append("environments:\n");
        tenants.forEach((name, tenant) -> environments
                .append("  ")
                .append(name)
                .append(":\n    tenant: {domain: \"")
                .append(tenant.address().domain())
                .append("\", clientId: sandbox-client-id, clientSecret: sandbox-client-secret-published}\n")
                .append(more.getOrDefault(name, "")));
        build().descriptor(SANDBOX.replace("tenant:\n  domain: sandbox\n", "") + environments);
    }

    /** What was printed, with the name of its environment for each tenant, and one blank for many. */
    List<String> told() {
        return logged().stream().map(this::named).toList();
    }

    String named(String line) {
        String text = line;
        for (Map.Entry<String, SandboxTenant> tenant : tenants.entrySet()) {
            text = text.replace(tenant.getValue().address().domain(), tenant.getKey() + ".example");
        }
        return text.replaceAll(" {2,}", " ");
    }

    String report() throws IOException {
        return Files.readString(folder.resolve("target/messagemedia/report.json"));
    }

    /** The requests to a tenant that may have changed it. */
    List<String> writes(String name) {
        return tenants.get(name).requests().stream()
                .filter(request -> request.method().equals("PATCH"))
                .map(request -> request.method() + " " + request.target())
                .toList();
    }
}
