package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Array;
import com.messagemedia.auth0.model.Value.Tree;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxTenant;
import com.messagemedia.auth0.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Goals of a descriptor with three environments, each with a running tenant. */
abstract class FleetTest extends GoalTest {

    private static final Pattern RUN = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}");

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

    /** The id of the run that was told last. */
    String ranLast() {
        return ranLast(logged());
    }

    static String ranLast(List<String> lines) {
        Matcher found = RUN.matcher(String.join("\n", lines));
        String last = "";
        while (found.find()) {
            last = found.group();
        }
        return last;
    }

    /** What the report says of each environment in the last run. */
    List<Map<String, Value>> reported() throws IOException {
        Tree file = (Tree) Rehearsal.json(report());
        List<Value> runs = ((Array) file.members().get("runs")).items();
        return runs.subList(runs.size() - tenants.size(), runs.size()).stream()
                .map(run -> ((Tree) run).members())
                .toList();
    }

    /** The outcome of each environment in the last run. */
    String outcomes() throws IOException {
        return reported().stream().map(run -> text(run.get("outcome"))).collect(Collectors.joining(" "));
    }

    static String text(Value value) {
        return ((Value.Text) value).text();
    }

    /** An option of the tenant's connection. */
    Value option(String name, String option) {
        Tree connection = tenants.get(name).content().connection("sms");
        return ((Tree) connection.members().get("options")).members().get(option);
    }

    /** The requests to a tenant that may have changed it. */
    List<String> writes(String name) {
        return tenants.get(name).requests().stream()
                .filter(request -> request.method().equals("PATCH"))
                .map(request -> request.method() + " " + request.target())
                .toList();
    }
}
