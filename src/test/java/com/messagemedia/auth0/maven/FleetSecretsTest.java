package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.sandbox.SandboxSettings.SandboxClient;
import com.messagemedia.auth0.sandbox.SandboxTenant;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one tenant must not hear of another, and what no output and no file may hold. */
@MojoParameter(name = "environment", value = "all")
class FleetSecretsTest extends GoalTest {

    private static final List<String> NAMES = List.of("dev", "prod-eu", "prod-us");

    private final Sandbox sandbox = Sandbox.startWithoutTenant(SandboxSettings.inMemory());
    private final Map<String, TenantWire> wires = new TreeMap<>();

    private static String clientSecret(String name) {
        return "client-secret-of-" + name + "-0001";
    }

    private static String apiKey(String name) {
        return ("Key" + name.replace("-", "") + "00000000000000000").substring(0, 20);
    }

    private static String apiSecret(String name) {
        return ("Secret" + name.replace("-", "") + "0000000000000000000000000000").substring(0, 30);
    }

    private static List<String> secrets(String name) {
        return List.of(clientSecret(name), apiKey(name), apiSecret(name));
    }

    @BeforeEach
    void giveEachTenantItsOwnSecrets() {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "a passphrase of the tests");
        StringBuilder text = new StringBuilder("version: 1\nmessageMedia: {from: \"+61491570156\"}\nenvironments:\n");
        for (String name : NAMES) {
            SandboxClient client = SandboxClient.of("client-of-" + name, clientSecret(name));
            SandboxTenant tenant = sandbox.tenant(name, settings -> settings.withClient(client));
            wires.put(name, TenantWire.to(tenant));
            String variable = name.replace('-', '_');
            build().environment("CLIENT_" + variable, clientSecret(name))
                    .environment("KEY_" + variable, apiKey(name))
                    .environment("SECRET_" + variable, apiSecret(name));
            text.append(
                            "  %1$s:\n    tenant: {domain: \"%2$s\", clientId: client-of-%1$s, clientSecret: \"${env.CLIENT_%3$s}\"}\n"
                                    .formatted(name, tenant.address().domain(), variable))
                    .append("    messageMedia: {apiKey: \"${env.KEY_%1$s}\", apiSecret: \"${env.SECRET_%1$s}\"}\n"
                            .formatted(variable));
        }
        build().descriptor(text.toString());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was printed, and all that was written to files, with the names of the files. */
    private String told(List<String> ends) throws IOException {
        List<String> all = new ArrayList<>(ends);
        all.addAll(logged());
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> all.add(file + "\n" + content(file)));
        }
        return String.join("\n", all);
    }

    @Test
    void noTenantHearsOfAnotherAndNobodyReadsThem(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "apply") ApplyMojo again,
            @InjectMojo(goal = "verify") VerifyMojo verify,
            @InjectMojo(goal = "doctor") DoctorMojo doctor,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        List<String> ends = new ArrayList<>(List.of(end(plan), end(apply), end(again), end(verify)));
        assertThat(ends).containsOnly("");
        MojoExtension.setVariableValueToObject(rollback, "run", FleetTest.ranLast(logged()));
        ends.add(end(rollback));
        assertThat(ends).containsOnly("");
        // The sandbox's MessageMedia does not know the tenants' own keys.
        ends.add(end(doctor));
        String told = told(ends);
        for (String name : NAMES) {
            String heard = wires.get(name).heard();
            assertThat(heard).contains(secrets(name));
            for (String other : NAMES) {
                assertThat(other.equals(name) ? "" : heard).doesNotContain(secrets(other));
            }
            assertThat(told).doesNotContain(secrets(name));
        }
        assertThat(told).contains("report.json\n", "TEST-messagemedia.xml\n", "plan.json\n", "/backups/");
    }

    @Test
    void aTenantThatQuotesSecretsTellsNobody(@InjectMojo(goal = "apply") ApplyMojo apply) throws IOException {
        String all = String.join(
                " and ", NAMES.stream().flatMap(name -> secrets(name).stream()).toList());
        wires.get("prod-eu").answers(400, "{\"statusCode\":400,\"message\":\"Bad: " + all + "\"}", TenantWire.WRITES);
        String end = end(apply);
        assertThat(end).contains("prod-eu: Changing connection", "400 Bad Request: Bad: ");
        NAMES.forEach(name -> assertThat(end).doesNotContain(secrets(name)));
        String told = told(List.of(end));
        NAMES.forEach(name -> assertThat(told).doesNotContain(secrets(name)));
    }
}
