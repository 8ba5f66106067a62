package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person says before several environments change: names, or the saved plan. */
@MojoParameter(name = "environment", value = "all")
class FleetApprovalTest extends FleetTest {

    private static void set(Object mojo, String name, Object value) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, name, value);
    }

    private void nothingIsWritten() {
        tenants.keySet().forEach(name -> assertThat(writes(name)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prod-us         | Environment prod-eu is protected, and nobody approved the change.         | pending refused pending
            prod-ue,prod-us | Environment prod-eu is protected, and nobody approved the change.         | pending refused pending
            true            | The environments prod-eu, prod-us are protected, and nobody approved the  | pending refused refused
            prod-*          | The environments prod-eu, prod-us are protected, and nobody approved the  | pending refused refused
            """)
    void whatNobodyApprovesByItsNameStopsAll(
            String approved, String problem, String outcomes, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws IOException, IllegalAccessException {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "a passphrase of the tests");
        describe(Map.of("prod-eu", "    protected: true\n", "prod-us", "    protected: true\n"));
        set(apply, "adopt", List.of("prod-eu", "prod-us"));
        set(apply, "approve", List.of(approved.split(",")));
        assertThat(named(end(apply))).startsWith(problem);
        assertThat(outcomes()).isEqualTo(outcomes);
        assertThat(Files.readString(folder.resolve("target/messagemedia/TEST-messagemedia.xml")))
                .contains("is protected, and nobody approved the change.", "<skipped message=\"Not changed: the run");
        nothingIsWritten();
    }

    @Test
    void aSavedPlanIsAppliedEverywhereAndGoesOnAfterAStop(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo first,
            @InjectMojo(goal = "apply") ApplyMojo second,
            @InjectMojo(goal = "apply") ApplyMojo third)
            throws IOException, IllegalAccessException {
        describe("[[dev], [prod-eu], [prod-us]]", Map.of());
        run(plan);
        File saved = folder.resolve("target/messagemedia/plan.json").toFile();
        TenantWire wire = TenantWire.to(tenants.get("prod-eu")).answers(400, TenantWire.WRITES);
        for (ApplyMojo apply : List.of(first, second, third)) {
            set(apply, "planFile", saved);
        }
        build().property("messagemedia.planFile", "target/messagemedia/plan.json");
        assertThat(end(first))
                .contains("To go on after the cause is gone: mvn messagemedia:plan -Dmessagemedia.environment=all"
                        + " -Dmessagemedia.planFile=target/messagemedia/plan.json\n");
        assertThat(outcomes()).isEqualTo("applied nothing-written pending");
        wire.mend();
        assertThat(end(second)).isEmpty();
        assertThat(outcomes()).isEqualTo("nothing-to-do applied applied");
        assertThat(logged()).contains("INFO The approved plan is already applied: Auth0 holds exactly its result.");
        assertThat(end(third)).isEmpty();
        assertThat(outcomes()).isEqualTo("nothing-to-do nothing-to-do nothing-to-do");
    }

    @Test
    void aSavedPlanOfWhichOneMovedIsRefusedForAll(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply)
            throws IOException, IllegalAccessException {
        run(plan);
        set(apply, "planFile", folder.resolve("target/messagemedia/plan.json").toFile());
        new Colleague(tenants.get("prod-eu")).sets("from", Value.of("+61491570110"));
        assertThat(named(end(apply)))
                .startsWith("1 of 3 environments failed: prod-eu.\nprod-eu: The approved plan no longer fits: Auth0"
                        + " holds something else now at from. Nothing was written.\n")
                .contains("\nNothing was written in any environment.")
                .endsWith("Outcome of 3 environments: 2 pending, 1 refused.");
        assertThat(outcomes()).isEqualTo("pending refused pending");
        nothingIsWritten();
    }

    @Test
    void theCommandsKeepWhatSaysWhereThingsAre(@InjectMojo(goal = "apply") ApplyMojo apply)
            throws IllegalAccessException {
        File backups = folder.resolve("our backups").toFile();
        set(apply, "backupDirectory", backups);
        build().property("messagemedia.backupDirectory", backups.toString())
                .property("messagemedia.approve", "prod-us, prod-eu")
                .property("messagemedia.parallel", "2");
        TenantWire.to(tenants.get("prod-eu")).answers(400, TenantWire.WRITES);
        String kept = "\"-Dmessagemedia.backupDirectory=" + backups + "\"";
        assertThat(end(apply))
                .contains("mvn messagemedia:plan -Dmessagemedia.environment=all " + kept
                        + " \"-Dmessagemedia.approve=prod-us, prod-eu\"\n")
                .endsWith("mvn messagemedia:rollback -Dmessagemedia.environment=dev,prod-us " + kept
                        + " -Dmessagemedia.run=" + ranLast());
    }
}
