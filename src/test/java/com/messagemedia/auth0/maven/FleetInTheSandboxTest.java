package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.sandbox.Sandbox;
import com.messagemedia.auth0.sandbox.SandboxSettings;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Several tenants of the embedded sandbox in one run, and of one that runs. */
class FleetInTheSandboxTest extends GoalTest {

    private static final String SHARED = SANDBOX.replace("tenant:\n  domain: sandbox\n", "");

    private void describe(Stream<String> names, String domain) {
        build().descriptor(SHARED
                + names.map(name -> "  %s:\n    tenant: {domain: \"%s\"}\n".formatted(name, domain.formatted(name)))
                        .collect(Collectors.joining("", "environments:\n", "")));
    }

    private Path state(String name) {
        return folder.resolve("target/messagemedia/sandbox.json.tenants/" + name + ".json");
    }

    private List<String> told() {
        return logged().stream().map(line -> line.replaceAll(" {2,}", " ")).toList();
    }

    @Test
    void eachTenantIsItsOwn(
            @MojoParameter(name = "environment", value = "dev") @InjectMojo(goal = "apply") ApplyMojo apply,
            @MojoParameter(name = "environment", value = "all") @InjectMojo(goal = "verify") VerifyMojo verify)
            throws IOException {
        describe(Stream.of("dev", "prod-eu", "prod-us"), "sandbox/%s");
        run(apply);
        assertThat(told().get(told().size() - 2))
                .endsWith("-Dmessagemedia.sandboxFile=" + folder.resolve("target/messagemedia/sandbox.json")
                        + " and open http://127.0.0.1:8642/dev/.");
        assertThat(folder.resolve("target/messagemedia/backups/sandbox-dev")).isDirectory();
        run(verify);
        assertThat(told()).last().asString().isEqualTo("INFO Outcome of 3 environments: 1 nothing to do, 2 pending.");
        assertThat(told())
                .contains(
                        "INFO dev sandbox/dev - - - - nothing to do",
                        "INFO prod-eu sandbox/prod-eu 7 1 2 - pending",
                        "INFO prod-us sandbox/prod-us 7 1 2 - pending");
        assertThat(Files.readString(state("dev"))).contains("sms_gateway");
        assertThat(Files.readString(state("prod-eu"))).doesNotContain("sms_gateway");
        assertThat(folder.resolve("target/messagemedia/sandbox.json")).doesNotExist();
        assertThat(EmbeddedSandboxes.running()).isZero();
    }

    @Test
    @MojoParameter(name = "environment", value = "all")
    void fortyTenantsShareOneServerThatEndsWithTheGoal(@InjectMojo(goal = "plan") PlanMojo plan) {
        describe(IntStream.range(0, 40).mapToObj(number -> "tenant-" + number), "sandbox/%s");
        int before = Thread.activeCount();
        run(plan);
        assertThat(told()).last().asString().isEqualTo("INFO Outcome of 40 environments: 40 pending.");
        assertThat(EmbeddedSandboxes.running()).isZero();
        // The HTTP client keeps a few threads of its own for a while, but none for each tenant.
        assertThat(Thread.activeCount()).isLessThan(before + 30);
        assertThat(state("tenant-39")).isRegularFile();
    }

    @Test
    void twoSettingsAreTwoServersAndTheLastOneOutEndsEach() {
        SandboxSettings kept = SandboxSettings.keptIn(folder.resolve("sandbox.json"));
        EmbeddedSandboxes.Share first = EmbeddedSandboxes.enter(kept);
        EmbeddedSandboxes.Share second =
                EmbeddedSandboxes.enter(SandboxSettings.keptIn(folder.resolve("sandbox.json")));
        EmbeddedSandboxes.Share phone = EmbeddedSandboxes.enter(kept.withPhoneScopes());
        assertThat(second.sandbox()).isSameAs(first.sandbox()).isNotSameAs(phone.sandbox());
        first.close();
        first.close();
        phone.close();
        assertThat(EmbeddedSandboxes.running()).isOne();
        second.close();
        assertThat(EmbeddedSandboxes.running()).isZero();
    }

    @Test
    @MojoParameter(name = "environment", value = "all")
    void aRunningSandboxHasThemBelowTheirNames(@InjectMojo(goal = "verify") VerifyMojo verify) {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory())) {
            TenantWire dev = TenantWire.to(sandbox.tenant("dev"));
            TenantWire prod = TenantWire.to(sandbox.tenant("prod"));
            build().descriptor(SHARED + """
                    environments:
                      dev:
                        tenant: {domain: "%1$s/dev", token: sandbox-token-published}
                      prod:
                        tenant: {domain: "%1$s/prod", clientId: sandbox-client-id, clientSecret: sandbox-client-secret-published}
                    """.formatted(sandbox.address()));
            run(verify);
            assertThat(told()).last().asString().isEqualTo("INFO Outcome of 2 environments: 2 pending.");
            assertThat(dev.heard())
                    .contains("sandbox-token-published")
                    .doesNotContain("sandbox-client-secret-published");
            assertThat(prod.heard())
                    .contains("sandbox-client-secret-published")
                    .doesNotContain("sandbox-token-published");
            assertThat(sandbox.requests()).isEmpty();
            assertThat(sandbox.tenant(SandboxDomain.of("dev"), same -> same).requests())
                    .isNotEmpty();
        }
    }

    @Test
    @MojoParameter(name = "environment", value = "all")
    void twoEnvironmentsWithOneTenantAreAFault(@InjectMojo(goal = "validate") ValidateMojo validate) {
        describe(Stream.of("dev", "prod"), "sandbox/same");
        assertThat(failure(validate))
                .contains("environments.prod has the same tenant and connection as environment dev");
    }

    @Test
    @MojoParameter(name = "environment", value = "dev")
    void aNameThatNoTenantCanHaveIsAFault(@InjectMojo(goal = "validate") ValidateMojo validate) {
        describe(Stream.of("dev"), "sandbox/Dev_1");
        assertThat(failure(validate)).contains("tenant.domain names no tenant of the sandbox", SandboxDomain.REMEDY);
    }
}
