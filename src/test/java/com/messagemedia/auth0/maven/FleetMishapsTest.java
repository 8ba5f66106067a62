package com.messagemedia.auth0.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.messagemedia.auth0.delivery.Protection.Approval;
import com.messagemedia.auth0.model.SandboxCredentials;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.rollback.RunId;
import com.messagemedia.auth0.testing.Colleague;
import com.messagemedia.auth0.testing.TenantWire;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** What nobody plans for, at one tenant of a run: a colleague's edit, an interruption, a fault of the plugin. */
@MojoParameter(name = "environment", value = "all")
class FleetMishapsTest extends FleetTest {

    private static final String WAVES = "[[dev], [prod-eu, prod-us]]";
    private static final String MOVED =
            "The connection was changed in Auth0 after the plan was made. Nothing was written.\n"
                    + " Run the goal again: it plans from what Auth0 holds now.\n";

    private void goesOn(ApplyMojo second, ApplyMojo third) throws IOException {
        assertThat(end(second)).isEmpty();
        assertThat(end(third)).isEmpty();
        assertThat(outcomes()).isEqualTo("nothing-to-do nothing-to-do nothing-to-do");
    }

    @Test
    void anEditBeforeTheNextWaveStopsAllOfIt(
            @InjectMojo(goal = "apply") ApplyMojo first,
            @InjectMojo(goal = "apply") ApplyMojo second,
            @InjectMojo(goal = "apply") ApplyMojo third)
            throws IOException {
        describe(WAVES, Map.of());
        TenantWire.to(tenants.get("dev"))
                .before(TenantWire.WRITES, () -> new Colleague(tenants.get("prod-us")).sets("theirs", Value.of("new")));
        assertThat(named(end(first)))
                .startsWith("1 of 3 environments failed: prod-us.\nprod-us: " + MOVED
                        + "The run stopped in wave 2 of 2. Written: dev. Not written: prod-eu, prod-us.\n"
                        + "Outcome of 3 environments: 1 applied, 1 pending, 1 refused.");
        assertThat(outcomes()).isEqualTo("applied pending refused");
        assertThat(writes("prod-eu")).isEmpty();
        assertThat(reported().get(1))
                .containsEntry("leftOut", Value.of("Not changed: the run stopped before its turn."));
        goesOn(second, third);
        assertThat(option("prod-us", "theirs")).isEqualTo(Value.of("new"));
    }

    @Test
    @MojoParameter(name = "parallel", value = "1")
    void anEditBeforeAWriteStopsThatWriteAlone(
            @InjectMojo(goal = "apply") ApplyMojo first,
            @InjectMojo(goal = "apply") ApplyMojo second,
            @InjectMojo(goal = "apply") ApplyMojo third)
            throws IOException {
        TenantWire.to(tenants.get("dev"))
                .before(TenantWire.WRITES, () -> new Colleague(tenants.get("prod-eu")).sets("theirs", Value.of("new")));
        assertThat(named(end(first)))
                .startsWith("1 of 3 environments failed: prod-eu.\nprod-eu: " + MOVED
                        + "The run stopped. Written: dev, prod-us. Not written: prod-eu.\n");
        assertThat(outcomes()).isEqualTo("applied refused applied");
        goesOn(second, third);
        assertThat(option("prod-eu", "theirs")).isEqualTo(Value.of("new"));
    }

    @Test
    void anEditRightAfterTheWriteStopsBeforeTheNextWave(@InjectMojo(goal = "apply") ApplyMojo first)
            throws IOException {
        describe(WAVES, Map.of());
        TenantWire.to(tenants.get("dev"))
                .before(
                        new AfterTheFirst(TenantWire.WRITES),
                        () -> new Colleague(tenants.get("dev")).sets("from", Value.of("+61491570110")));
        assertThat(named(end(first))).startsWith("""
                1 of 3 environments failed: dev.
                dev: Auth0 took the change, but a second reading shows something else. Auth0 differs from the descriptor: \
                drift in from.
                 Find out who changed it; messagemedia:plan shows what Auth0 holds now.
                The run stopped in wave 1 of 2. Unknown: dev. Not written: prod-eu, prod-us.
                """);
        assertThat(outcomes()).isEqualTo("unknown-state pending pending");
    }

    /** Every request after the first of a kind. */
    private static final class AfterTheFirst implements Predicate<String> {

        private final Predicate<String> kind;
        private boolean seen;

        AfterTheFirst(Predicate<String> kind) {
            this.kind = kind;
        }

        @Override
        public synchronized boolean test(String request) {
            boolean before = seen;
            seen |= kind.test(request);
            return before;
        }
    }

    @Test
    void anInterruptedRunSaysWhereItWroteAndKeepsItsReport(
            @InjectMojo(goal = "plan") PlanMojo earlier,
            @InjectMojo(goal = "apply") ApplyMojo first,
            @InjectMojo(goal = "apply") ApplyMojo second,
            @InjectMojo(goal = "apply") ApplyMojo third)
            throws IOException {
        describe("[[dev], [prod-eu], [prod-us]]", Map.of());
        run(earlier);
        Thread goal = Thread.currentThread();
        CountDownLatch later = new CountDownLatch(1);
        TenantWire.to(tenants.get("prod-eu"))
                .before(TenantWire.WRITES, goal::interrupt)
                .waits(later, TenantWire.WRITES);
        String end = named(end(first));
        assertThat(Thread.interrupted()).isTrue();
        later.countDown();
        assertThat(end).startsWith("""
                1 of 3 environments failed: prod-eu.
                prod-eu: Changing connection con_SandboxSms000000 of prod-eu.example failed: the run was interrupted. \
                A second read failed too, so it is unknown whether the change was applied.
                 When Auth0 can be reached again, run the plan goal: it shows what the connection holds.
                The run was interrupted in wave 2 of 3. Written: dev. Unknown: prod-eu. Not written: prod-us.
                Outcome of 3 environments: 1 applied, 1 unknown state, 1 pending.
                """);
        assertThat(outcomes()).isEqualTo("applied unknown-state pending");
        assertThat(writes("prod-us")).isEmpty();
        goesOn(second, third);
    }

    @Test
    void anInterruptedPlanningIsInTheReport(@InjectMojo(goal = "apply") ApplyMojo apply) throws IOException {
        Thread goal = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        TenantWire.to(tenants.get("prod-eu"))
                .before(TenantWire.ALL, goal::interrupt)
                .waits(never, TenantWire.ALL);
        String end = named(end(apply));
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
        assertThat(end)
                .startsWith(
                        "The run was interrupted.\nRun the goal again.\nOutcome: failed; nothing was written to Auth0.");
        assertThat(text(reported().get(1).get("problem"))).contains("the run was interrupted");
        tenants.keySet().forEach(name -> assertThat(writes(name)).isEmpty());
    }

    @Test
    void aFaultOfThePluginIsTheEndOfOneEnvironment(@InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        describe(WAVES, Map.of());
        MojoExtension.setVariableValueToObject(apply, "basedir", folder.toFile());
        RunId run = RunId.of("20261127T015500Z-3f9c");
        ApplyChange change = new ApplyChange(run, Optional.empty(), apply::backups, apply::preflight);
        String end = endOf(() -> apply.changingTenant(null).run(new FaultyWork(change)));
        assertThat(named(end)).isEqualTo("""
                1 of 3 environments failed: prod-eu.
                prod-eu: The plugin failed with IllegalStateException, which is a fault of the plugin.
                 Run the goal for this environment alone: its message has the lines to report.
                The run stopped in wave 2 of 2. Written: dev, prod-us. Unknown: prod-eu.
                Outcome of 3 environments: 2 applied, 1 unknown state.
                To go on after the cause is gone: mvn messagemedia:plan -Dmessagemedia.environment=all
                To undo what this run wrote: mvn messagemedia:rollback -Dmessagemedia.environment=dev,prod-eu,prod-us \
                -Dmessagemedia.run=20261127T015500Z-3f9c""");
        assertThat(Files.readString(folder.resolve("target/messagemedia/TEST-messagemedia.xml")))
                .contains("errors=\"1\"")
                .doesNotContain(SandboxCredentials.API_SECRET);
    }

    /** A work with a fault in one environment. */
    private record FaultyWork(ApplyChange change) implements TenantWork {

        @Override
        public Optional<RunId> run() {
            return change.run();
        }

        @Override
        public Planned plan(OpenTenant tenant) {
            Planned planned = change.plan(tenant);
            return tenant.descriptor().environment().equals(Optional.of("prod-eu")) ? new Faulty(tenant) : planned;
        }

        private record Faulty(OpenTenant tenant) implements Planned {

            @Override
            public boolean writes() {
                return true;
            }

            @Override
            public void write(Approval approval, boolean waited) {
                tenant.goal().writes();
                throw new IllegalStateException("with " + SandboxCredentials.API_SECRET);
            }
        }
    }

    @Test
    void withoutOutputTheMessageHasAllThatIsNeeded(@InjectMojo(goal = "apply") ApplyMojo apply) {
        describe(WAVES, Map.of("dev", "    options: {disable_signup: true}\n"));
        apply.setLog(new SystemStreamLog() {
            @Override
            public boolean isInfoEnabled() {
                return false;
            }

            @Override
            public void info(CharSequence content) {}
        });
        TenantWire.to(tenants.get("prod-eu")).answers(400, TenantWire.WRITES);
        assertThat(named(end(apply)).replaceAll("run=[^ ]+$", "run=ID")).isEqualTo("""
                1 of 3 environments failed: prod-eu.
                prod-eu: Changing connection con_SandboxSms000000 of prod-eu.example failed: 400 Bad Request
                 Correct the value that the message names in messagemedia-auth0.yaml.
                The run stopped in wave 2 of 2. Written: dev, prod-us. Not written: prod-eu.
                Outcome of 3 environments: 2 applied, 1 nothing written.
                To go on after the cause is gone: mvn messagemedia:plan -Dmessagemedia.environment=all
                To undo what this run wrote: mvn messagemedia:rollback -Dmessagemedia.environment=dev,prod-us \
                -Dmessagemedia.run=ID""");
    }
}
