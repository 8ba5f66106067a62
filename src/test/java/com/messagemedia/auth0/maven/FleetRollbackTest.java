package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** The rollback of a run that changed several environments. */
@MojoParameter(name = "environment", value = "all")
class FleetRollbackTest extends FleetTest {

    private static final Value OLD = Value.of("+15550100000");
    private static final Value NEW = Value.of("+61491570156");

    private String end(RollbackMojo rollback, String run) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(rollback, "run", run);
        return named(end(rollback));
    }

    private void holds(String dev, Value eu, Value us) {
        assertThat(option("dev", "from")).isEqualTo(Value.of(dev));
        assertThat(option("prod-eu", "from")).isEqualTo(eu);
        assertThat(option("prod-us", "from")).isEqualTo(us);
    }

    @Test
    void itGoesWaveByWaveAndStopsLikeAnApply(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "rollback") RollbackMojo first,
            @InjectMojo(goal = "rollback") RollbackMojo second,
            @InjectMojo(goal = "rollback") RollbackMojo third)
            throws IOException, IllegalAccessException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "a passphrase of the tests");
        describe("[[dev], [prod-eu], [prod-us]]", Map.of());
        run(apply);
        String run = ranLast();
        assertThat(reported()).allSatisfy(entry -> assertThat(entry).containsEntry("run", Value.of(run)));
        TenantWire wire = TenantWire.to(tenants.get("prod-eu")).answers(400, TenantWire.WRITES);
        assertThat(end(first, run))
                .startsWith("""
                1 of 3 environments failed: prod-eu.
                prod-eu: Changing connection con_SandboxSms000000 of prod-eu.example failed: 400 Bad Request
                """)
                .contains("The run stopped in wave 2 of 3. Written: dev. Not written: prod-eu, prod-us.\n");
        assertThat(outcomes()).isEqualTo("applied nothing-written pending");
        holds("+15550100000", NEW, NEW);
        wire.mend();
        assertThat(end(second, run)).isEmpty();
        holds("+15550100000", OLD, OLD);
        assertThat(end(third, run)).isEmpty();
        assertThat(outcomes()).isEqualTo("nothing-to-do nothing-to-do nothing-to-do");
    }

    @Test
    void whatSomebodyChangedSinceStays(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "a passphrase of the tests");
        run(apply);
        new Colleague(tenants.get("dev")).sets("from", Value.of("+61491570110"));
        assertThat(end(rollback, ranLast())).isEmpty();
        holds("+61491570110", OLD, OLD);
        assertThat(told())
                .contains("INFO = from stays: changed since that apply", "INFO prod-eu, prod-us:")
                .endsWith("INFO Outcome of 3 environments: 3 applied.");
    }

    @Test
    void aDryRunWritesNothing(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @MojoParameter(name = "dryRun", value = "true") @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        describe("[[dev], [prod-*]]", Map.of());
        run(apply);
        int before = writes("dev").size();
        assertThat(end(rollback, ranLast())).isEmpty();
        assertThat(outcomes()).isEqualTo("pending pending pending");
        assertThat(writes("dev")).hasSize(before);
        holds("+61491570156", NEW, NEW);
        assertThat(told()).noneMatch(line -> line.contains("begins to write") && line.contains("Wave 3"));
        assertThat(told()).endsWith("INFO Outcome of 3 environments: 3 pending.");
    }

    @Test
    void oneBackupIsNotTheOneOfSeveralEnvironments(@InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        MojoExtension.setVariableValueToObject(rollback, "backup", new File("20261124T120000Z-000.json"));
        assertThat(end(rollback, "20261127T015500Z-3f9c")).isEqualTo("""
                messagemedia.backup names one backup, and you roll several environments back. Nothing was written.
                Name the run to undo with -Dmessagemedia.run=ID; the log of the apply names it.
                Outcome: refused; Auth0 did not change.""");
        tenants.values().forEach(tenant -> assertThat(tenant.requests()).isEmpty());
    }

    @Test
    void aRunThatNoEnvironmentKnowsIsAFailureOfEach(@InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        assertThat(end(rollback, "20261127T015500Z-3f9c")).startsWith("There is nothing to roll back: run");
        assertThat(outcomes()).isEqualTo("refused refused refused");
    }

    @Test
    void onlyWhatAStoppedRunWroteGoesBack(
            @InjectMojo(goal = "apply") ApplyMojo older,
            @InjectMojo(goal = "apply") ApplyMojo stopped,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws IOException, IllegalAccessException {
        String off = "    options: {disable_signup: true}\n";
        describe("[[dev], [prod-eu], [prod-us]]", Map.of());
        run(older);
        describe("[[dev], [prod-eu], [prod-us]]", Map.of("dev", off, "prod-eu", off, "prod-us", off));
        TenantWire wire = TenantWire.to(tenants.get("prod-eu")).answers(400, TenantWire.WRITES);
        assertThat(end(stopped)).contains("Written: dev. Not written: prod-eu, prod-us.");
        wire.mend();
        assertThat(end(rollback, ranLast())).isEmpty();
        assertThat(outcomes()).isEqualTo("applied nothing-to-do nothing-to-do");
        assertThat(option("dev", "disable_signup")).isEqualTo(Value.of(false));
        holds("+61491570156", NEW, NEW);
    }
}
