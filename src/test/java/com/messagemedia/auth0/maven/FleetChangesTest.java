package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Goals that change several environments in one run. */
@MojoParameter(name = "environment", value = "all")
class FleetChangesTest extends FleetTest {

    private static final Pattern RUN = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}");

    /** The id of the run that was told last. */
    private String run() {
        Matcher found = RUN.matcher(String.join("\n", logged()));
        String last = "";
        while (found.find()) {
            last = found.group();
        }
        return last;
    }

    @Test
    void allArePlannedThenAllAreApplied(
            @InjectMojo(goal = "apply") ApplyMojo first, @InjectMojo(goal = "apply") ApplyMojo second)
            throws IOException {
        run(first);
        assertThat(told())
                .containsSubsequence(
                        "INFO dev dev.example 7 1 2 - pending",
                        "INFO prod-us prod-us.example 7 1 2 - pending",
                        "INFO Run " + run() + " begins to write.",
                        "INFO dev dev.example 7 1 2 - applied",
                        "INFO prod-us prod-us.example 7 1 2 - applied",
                        "INFO Outcome of 3 environments: 3 applied.",
                        "INFO To undo what this run wrote: mvn messagemedia:rollback"
                                + " -Dmessagemedia.environment=all -Dmessagemedia.run=" + run());
        tenants.keySet().forEach(name -> assertThat(writes(name)).hasSize(1));
        assertThat(report()).contains("\"outcome\": \"applied\"");
        run(second);
        assertThat(told()).endsWith("INFO Outcome of 3 environments: 3 nothing to do.");
        tenants.keySet().forEach(name -> assertThat(writes(name)).hasSize(1));
    }

    @Test
    void oneConflictStopsAllBeforeTheFirstWrite(
            @InjectMojo(goal = "apply") ApplyMojo first, @InjectMojo(goal = "apply") ApplyMojo second) {
        run(first);
        new Colleague(tenants.get("prod-eu")).sets("from", Value.of("+61491570110"));
        describe(Map.of("dev", "    options: {disable_signup: true}\n"));
        assertThat(named(failure(second))).isEqualTo("""
                1 of 3 environments failed: prod-eu.
                prod-eu: The plan has 1 conflict: from. Nothing was written.
                 The plan above explains each conflict and the ways to settle it.
                Nothing was written in any environment. To change only dev now, add -Dmessagemedia.continueOnError=true.
                Outcome of 3 environments: 1 pending, 1 refused, 1 nothing to do.""");
        assertThat(writes("dev")).hasSize(1);
    }

    @Test
    @MojoParameter(name = "continueOnError", value = "true")
    void anEnvironmentThatCannotBeChangedIsLeftOut(
            @InjectMojo(goal = "apply") ApplyMojo first, @InjectMojo(goal = "apply") ApplyMojo second) {
        run(first);
        new Colleague(tenants.get("prod-eu")).sets("from", Value.of("+61491570110"));
        describe(Map.of("dev", "    options: {disable_signup: true}\n"));
        // The build of this test names the goal plan on its command line.
        assertThat(named(failure(second)).replace("messagemedia:plan", "messagemedia:apply"))
                .isEqualTo("""
                1 of 3 environments failed: prod-eu.
                prod-eu: The plan has 1 conflict: from. Nothing was written.
                 The plan above explains each conflict and the ways to settle it.
                Outcome of 3 environments: 1 applied, 1 refused, 1 nothing to do.
                To go on after the cause is gone: mvn messagemedia:apply -Dmessagemedia.environment=all
                To undo what this run wrote: mvn messagemedia:rollback -Dmessagemedia.environment=dev -Dmessagemedia.run=\
                """ + run());
        assertThat(writes("dev")).hasSize(2);
    }

    @Test
    void protectedEnvironmentsAreApprovedByTheirNames(
            @MojoParameter(name = "adopt", value = "prod-eu,prod-us") @InjectMojo(goal = "apply") ApplyMojo unapproved,
            @MojoParameter(name = "adopt", value = "true") @InjectMojo(goal = "apply") ApplyMojo all,
            @InjectMojo(goal = "apply") ApplyMojo none,
            @MojoParameter(name = "adopt", value = "prod-eu,prod-us")
                    @MojoParameter(name = "approve", value = "prod-us, prod-eu")
                    @InjectMojo(goal = "apply")
                    ApplyMojo approved) {
        build().environment("MESSAGEMEDIA_BACKUP_KEY", "a passphrase of the tests");
        describe(Map.of("prod-eu", "    protected: true\n", "prod-us", "    protected: true\n"));
        assertThat(named(failure(all))).isEqualTo("""
                messagemedia.adopt is true, which would adopt connections in several environments at once. Nothing was written.
                Name the environments: -Dmessagemedia.adopt=prod-eu,prod-us.
                Outcome: refused; Auth0 did not change.""");
        assertThat(named(failure(none)))
                .contains("To allow all of them, add -Dmessagemedia.adopt=prod-eu,prod-us and, in non-interactive mode,"
                        + " -Dmessagemedia.approve=prod-eu,prod-us.\nNothing was written in any");
        assertThat(named(failure(unapproved))).isEqualTo("""
                The environments prod-eu, prod-us are protected, and nobody approved the changes. Nothing was written.
                Read the plans. If they are correct, add -Dmessagemedia.approve=prod-eu,prod-us.
                Outcome: refused; Auth0 did not change.""");
        tenants.keySet().forEach(name -> assertThat(writes(name)).isEmpty());
        run(approved);
        tenants.keySet().forEach(name -> assertThat(writes(name)).hasSize(1));
    }

    @Test
    void aRunIsUndoneAndNothingOlder(
            @InjectMojo(goal = "apply") ApplyMojo first,
            @InjectMojo(goal = "apply") ApplyMojo second,
            @InjectMojo(goal = "rollback") RollbackMojo rollback,
            @InjectMojo(goal = "rollback") RollbackMojo again)
            throws IllegalAccessException {
        run(first);
        String older = run();
        describe(Map.of(
                "dev", "    options: {disable_signup: true}\n", "prod-eu", "    options: {disable_signup: true}\n"));
        run(second);
        String newer = run();
        assertThat(newer).isNotEqualTo(older);
        assertThat(failure(rollback))
                .startsWith("The newest backups of several environments may be of different runs.");
        MojoExtension.setVariableValueToObject(rollback, "run", newer);
        run(rollback);
        assertThat(told())
                .containsSubsequence(
                        "INFO dev dev.example - 1 - - pending",
                        "INFO prod-us prod-us.example nothing to do",
                        "INFO dev dev.example - 1 - - applied",
                        "INFO Outcome of 3 environments: 2 applied, 1 nothing to do.");
        assertThat(writes("dev")).hasSize(3);
        assertThat(writes("prod-us")).hasSize(1);
        MojoExtension.setVariableValueToObject(again, "run", newer);
        run(again);
        assertThat(told()).endsWith("INFO Outcome of 3 environments: 3 nothing to do.");
    }

    @Test
    void anUnknownRunIsAFault(
            @MojoParameter(name = "run", value = "20261127T015500Z-3f9c") @InjectMojo(goal = "rollback")
                    RollbackMojo unknown,
            @MojoParameter(name = "run", value = "yesterday") @InjectMojo(goal = "rollback") RollbackMojo wrong) {
        assertThat(failure(unknown))
                .startsWith(
                        "There is nothing to roll back: run 20261127T015500Z-3f9c left no backup of any of the chosen"
                                + " environments.\nCheck the id.");
        assertThat(failure(wrong)).startsWith("messagemedia.run is \"yesterday\", which is no id of a run.");
    }

    @Test
    void theFirstFailureStopsBeforeTheNextWave(@InjectMojo(goal = "apply") ApplyMojo apply) {
        describe("[[dev], [prod-eu], [prod-*]]", Map.of());
        TenantWire.to(tenants.get("prod-eu")).answers(400, TenantWire.WRITES);
        assertThat(named(failure(apply))).startsWith("""
                1 of 3 environments failed: prod-eu.
                prod-eu: """);
        assertThat(told())
                .containsSubsequence(
                        "INFO Wave 1 of 3: dev",
                        "INFO Wave 1 of 3 is as planned.",
                        "INFO Wave 2 of 3: prod-eu",
                        "INFO dev dev.example 7 1 2 - applied",
                        "INFO prod-us prod-us.example 7 1 2 - pending");
        assertThat(writes("prod-us")).isEmpty();
    }

    @Test
    void theOthersOfTheWaveAreStillChanged(@InjectMojo(goal = "apply") ApplyMojo apply) {
        describe("[[dev, prod-eu], [prod-*]]", Map.of());
        TenantWire.to(tenants.get("dev")).answers(400, TenantWire.WRITES);
        assertThat(named(failure(apply)))
                .contains("The run stopped in wave 1 of 2. Written: prod-eu. Not written: dev, prod-us.\n");
        assertThat(writes("prod-eu")).hasSize(1);
        assertThat(writes("prod-us")).isEmpty();
    }

    @Test
    void overwriteIsRefusedForSeveral(
            @MojoParameter(name = "onConflict", value = "overwrite") @InjectMojo(goal = "apply") ApplyMojo apply) {
        assertThat(failure(apply))
                .startsWith("messagemedia.onConflict is overwrite, which would overwrite what others");
        tenants.keySet().forEach(name -> assertThat(writes(name)).isEmpty());
    }

    @Test
    void secretsOfOneTenantNeverReachAnother(@InjectMojo(goal = "apply") ApplyMojo apply) {
        build().environment("KEY_DEV", "KeyOfDev000000000000")
                .environment("KEY_PROD_EU", "KeyOfProdEu000000000")
                .environment("KEY_PROD_US", "KeyOfProdUs000000000");
        Map<String, TenantWire> heard = new TreeMap<>();
        tenants.forEach((name, tenant) -> heard.put(name, TenantWire.to(tenant)));
        String own = "    messageMedia: {apiKey: \"${env.KEY_${messagemedia.environment}}\"}\n";
        describe(Map.of("dev", own, "prod-eu", own, "prod-us", own));
        run(apply);
        assertThat(heard.get("dev").heard()).contains("KeyOfDev").doesNotContain("KeyOfProd");
        assertThat(heard.get("prod-eu").heard()).contains("KeyOfProdEu").doesNotContain("KeyOfDev", "KeyOfProdUs");
        assertThat(heard.get("prod-us").heard()).contains("KeyOfProdUs").doesNotContain("KeyOfDev", "KeyOfProdEu");
        assertThat(String.join("\n", logged())).doesNotContain("KeyOf");
    }

    @Test
    void theCommandsCarryWhereTheBackupsAre(@InjectMojo(goal = "apply") ApplyMojo apply) {
        build().property("messagemedia.backupDirectory", "all backups");
        run(apply);
        assertThat(told())
                .endsWith("INFO To undo what this run wrote: mvn messagemedia:rollback -Dmessagemedia.environment=all"
                        + " \"-Dmessagemedia.backupDirectory=all backups\" -Dmessagemedia.run=" + run());
    }

    @Test
    void aTenantThatMovedSinceItsPlanStopsTheRunBeforeItsWave(@InjectMojo(goal = "apply") ApplyMojo apply) {
        describe("[[dev], [prod-*]]", Map.of());
        TenantWire.to(tenants.get("dev"))
                .before(
                        TenantWire.WRITES,
                        () -> new Colleague(tenants.get("prod-us")).sets("from", Value.of("+61491570110")));
        assertThat(named(failure(apply)))
                .contains("The run stopped in wave 2 of 2. Written: dev. Not written: prod-eu, prod-us.\n");
        assertThat(writes("prod-eu")).isEmpty();
        assertThat(writes("prod-us")).isEmpty();
    }
}
