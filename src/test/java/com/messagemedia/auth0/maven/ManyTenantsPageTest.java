package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxTenant;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page about many tenants: its descriptor works, and what it shows is what the goals print. */
@MojoParameter(name = "environment", value = "all")
@MojoParameter(name = "parallel", value = "1") // The order of the progress lines is the clock's otherwise.
class ManyTenantsPageTest extends GoalTest {

    private static final String PAGE = "MANY_TENANTS.md";
    private static final Pattern DESCRIPTOR = Pattern.compile("(?s)```yaml\n(version: 1\n.*?)```\n");
    private static final Pattern RUN = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{4}");
    private static final List<String> PROTECTED = List.of("prod-eu", "prod-us", "prod-au");
    private static final Map<String, String> HOSTS = Map.of(
            "dev", "acme-dev.eu.auth0.com",
            "prod-eu", "acme.eu.auth0.com",
            "prod-us", "acme.us.auth0.com",
            "prod-au", "acme.au.auth0.com");

    private final Map<String, SandboxTenant> tenants = new TreeMap<>();
    private final Sandbox sandbox = Sandbox.startWithoutTenant(SandboxSettings.inMemory());
    private final Transcript transcript = new Transcript(this, this::withHosts);

    @BeforeEach
    void describe() throws IOException {
        Matcher descriptor = DESCRIPTOR.matcher(Files.readString(Path.of("docs", PAGE)));
        assertThat(descriptor.find()).isTrue();
        String text = descriptor.group(1);
        for (String name : List.of("dev", "prod-au", "prod-eu", "prod-us")) {
            SandboxTenant tenant = sandbox.tenant(name);
            tenants.put(name, tenant);
            assertThat(text).contains("domain: " + host(name) + "}");
            text = text.replace(
                    "domain: " + host(name), "domain: \"" + tenant.address().domain() + "\"");
            build().environment(
                            "AUTH0_SECRET_"
                                    + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'),
                            "sandbox-client-secret-published");
        }
        build().descriptor(text)
                .environment("AUTH0_CLIENT_ID", "sandbox-client-id")
                .environment("MESSAGEMEDIA_API_KEY", "SandboxApiKey0000000")
                .environment("MESSAGEMEDIA_API_SECRET", "SandboxApiSecret00000000000000")
                .environment("MESSAGEMEDIA_BACKUP_KEY", "a-passphrase-for-the-backup");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String host(String environment) {
        return HOSTS.get(environment);
    }

    /** The hosts of the page in place of the sandbox's addresses; a table keeps its columns. */
    private String withHosts(String text) {
        String shown = text;
        for (Map.Entry<String, SandboxTenant> tenant : tenants.entrySet()) {
            String address = tenant.getValue().address().domain();
            String host = host(tenant.getKey());
            shown = shown.replace(address + "  ", host + " ".repeat(address.length() - host.length() + 2))
                    .replace(address, host);
        }
        return shown;
    }

    @Test
    void plan(@InjectMojo(goal = "plan") PlanMojo plan) throws IOException {
        transcript.shows(PAGE, "plan", transcript.ran(plan));
    }

    @Test
    void apply(
            @InjectMojo(goal = "apply") ApplyMojo unapproved,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "apply") ApplyMojo again,
            @InjectMojo(goal = "verify") VerifyMojo verify,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        transcript.shows(PAGE, "refused", goal("apply", from("[ERROR]", transcript.failed(unapproved))));
        allow(apply, "adopt");
        allow(apply, "approve");
        transcript.shows(PAGE, "apply", goal("apply", from("[INFO] Run ", transcript.ran(apply))));
        transcript.shows(PAGE, "again", from("[INFO] Outcome", transcript.ran(again)));
        String run = run();
        new Colleague(tenants.get("prod-us")).sets("from", Value.of("+61491570110"));
        transcript.shows(PAGE, "drift", from("[INFO] ENV", transcript.failed(verify)));
        allow(rollback, "approve");
        MojoExtension.setVariableValueToObject(rollback, "run", run);
        transcript.shows(PAGE, "rollback", from("[INFO] ENV", transcript.ran(rollback)));
    }

    @Test
    void stopInAWave(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "apply") ApplyMojo again)
            throws IOException, IllegalAccessException {
        allow(apply, "adopt");
        allow(apply, "approve");
        TenantWire wire = TenantWire.to(tenants.get("prod-eu")).answers(403, TenantWire.WRITES);
        transcript.shows(PAGE, "stopped", goal("apply", from("[INFO] Run ", transcript.failed(apply))));
        wire.mend();
        allow(again, "adopt");
        allow(again, "approve");
        transcript.shows(PAGE, "on", goal("apply", from("[INFO] Run ", transcript.ran(again))));
    }

    /** The lines of a run from the first one with this beginning on. */
    private static List<String> from(String beginning, List<String> lines) {
        return lines.stream().dropWhile(line -> !line.startsWith(beginning)).toList();
    }

    private void allow(Mojo mojo, String parameter) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, parameter, PROTECTED);
        build().property("messagemedia." + parameter, String.join(",", PROTECTED));
    }

    /** The build of a test names the goal plan on its command line. */
    private static List<String> goal(String goal, List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(
                        "messagemedia:plan -Dmessagemedia.environment",
                        "messagemedia:" + goal + " -Dmessagemedia.environment"))
                .toList();
    }

    /** The run that was told last. */
    private String run() {
        return RUN.matcher(String.join("\n", logged()))
                .results()
                .reduce((first, second) -> second)
                .orElseThrow()
                .group();
    }
}
