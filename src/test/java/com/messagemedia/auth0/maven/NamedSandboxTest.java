package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every goal that works on a tenant works on {@code sandbox/NAME} as on {@code sandbox}, and calls it so. */
class NamedSandboxTest extends GoalTest {

    private void describe() {
        build().descriptor(SANDBOX.replace("domain: sandbox", "domain: sandbox/dev"));
    }

    private List<String> told() {
        return logged().stream().map(line -> line.replaceAll(" {2,}", " ")).toList();
    }

    @Test
    void applyAndRollback(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException {
        describe();
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "a-passphrase-for-backups");
        run(apply);
        assertThat(told()).anyMatch(line -> line.startsWith("INFO sandbox/dev, connection sms (con_"));
        assertThat(told())
                .endsWith(
                        "INFO Outcome: applied to sandbox/dev, connection sms. Auth0's reply holds every value that was sent.");
        run(apply);
        assertThat(told()).last().asString().contains("nothing to do");
        run(rollback);
        assertThat(told()).anyMatch(line -> line.contains("target/messagemedia/backups/sandbox-dev/con_"));
        assertThat(Files.readString(folder.resolve("target/messagemedia/sandbox.json.tenants/dev.json")))
                .doesNotContain("sms_gateway");
        assertThat(Files.readString(folder.resolve("target/messagemedia/report.json")))
                .contains("\"tenant\": \"sandbox/dev\"");
        assertThat(folder.resolve("target/messagemedia/sandbox.json")).doesNotExist();
    }

    @Test
    @MojoParameter(name = "to", value = "+61491570006")
    @MojoParameter(name = "clientId", value = "sandboxWebClient0000000000000000")
    void doctorAndTry(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "doctor") DoctorMojo doctor,
            @InjectMojo(goal = "try") TryMojo trial) {
        describe();
        run(apply);
        run(doctor);
        assertThat(told()).endsWith("INFO Outcome: no link is broken; 1 could not be examined.");
        run(trial);
        assertThat(told())
                .anyMatch(line -> line.startsWith("INFO Sandbox inbox: message to +61491570006 from +61491570156: "));
    }

    @Test
    @MojoParameter(name = "domain", value = "sandbox/dev")
    void exportNamesTheTenantAndNeedsNoCredentials(@InjectMojo(goal = "export") ExportMojo export) throws IOException {
        run(export);
        assertThat(Files.readString(folder.resolve("messagemedia-auth0.yaml")))
                .contains("domain: sandbox/dev\n")
                .doesNotContain("clientId");
    }

    @Test
    @MojoParameter(name = "domain", value = "sandbox/Dev")
    void exportRefusesANameThatNoTenantCanHave(@InjectMojo(goal = "export") ExportMojo export) {
        assertThat(failure(export)).startsWith("messagemedia.domain is \"sandbox/Dev\".");
    }

    @Test
    @MojoParameter(name = "domain", value = "sandbox/dev")
    @MojoParameter(name = "from", value = "+61491570156")
    void initWritesTheSandboxsCredentials(@InjectMojo(goal = "init") InitMojo init) throws IOException {
        run(init);
        assertThat(Files.readString(folder.resolve("messagemedia-auth0.yaml")))
                .contains("domain: sandbox/dev\n", "apiKey: SandboxApiKey0000000\n")
                .doesNotContain("\n  clientId:");
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox/dev,                      sandbox/dev",
        "http://localhost:8642/dev/,       http://localhost:8642/dev",
        "http://127.0.0.1:8642/,           http://127.0.0.1:8642",
        "http://127.0.0.1:8642/ui/page.js, http://127.0.0.1:8642",
        "https://Acme.eu.auth0.com/login,  acme.eu.auth0.com"
    })
    void whatIsPastedNamesItsTenant(String pasted, String domain) {
        assertThat(PastedText.domain(pasted)).isEqualTo(domain);
    }
}
