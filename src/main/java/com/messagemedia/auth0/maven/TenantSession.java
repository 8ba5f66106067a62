package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.delivery.SyncSettings;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.SandboxDomain;
import com.messagemedia.auth0.report.FaultReport;
import com.messagemedia.auth0.report.FaultReport.DiagnosticReport;
import com.messagemedia.auth0.report.JUnitReport;
import com.messagemedia.auth0.report.RunReport;
import com.messagemedia.auth0.report.RunReportFile;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.SessionData;

/**
 * A goal's session at the tenant of a descriptor: it reads the descriptor, waits for the tenant's lock, opens the tenant, does
 * the goal's work there and closes everything. The report file is written whatever happens.
 */
final class TenantSession {

    private final GoalRun goal;
    private final DescriptorSelection selection;
    private final TenantOptions options;
    private boolean exclusive;
    private boolean promotes;
    private boolean leavesOut;
    private OptionalInt parallel = OptionalInt.empty();
    private Optional<Consumer<Faulty>> faulty = Optional.empty();

    /**
     * A descriptor that has faults.
     *
     * @param goal the run of the goal
     * @param name the name of its file
     * @param validation its faults
     * @param options how requests to its tenant are made
     * @param report the run's report
     */
    record Faulty(GoalRun goal, String name, Validation validation, TenantOptions options, RunReport report) {}

    TenantSession(GoalRun goal, DescriptorSelection selection, TenantOptions options) {
        Optional<String> one = selection.environments().isSeveral() ? Optional.empty() : selection.environment();
        this.goal = goal.closing(outcome -> FaultReport.in(one, FaultReport.outcome(outcome)));
        this.selection = selection;
        this.options = options;
    }

    /** Lets no other goal change the tenant during this session. */
    TenantSession exclusive() {
        exclusive = true;
        return this;
    }

    /**
     * Works on several environments in one run, if the user chooses several.
     *
     * @param most how many at a time
     */
    TenantSession several(int most) {
        parallel = OptionalInt.of(most);
        return this;
    }

    /** With several environments, leaves out those that the goal cannot change, if that is wanted. */
    TenantSession leavingOut(boolean wanted) {
        leavesOut = wanted;
        return this;
    }

    /** Ends the message of a fault in a build that publishes the descriptor with the command that finishes the job. */
    TenantSession promoting() {
        promotes = true;
        return this;
    }

    /** Does this with a descriptor that has faults, before the goal fails with them. */
    TenantSession whenFaulty(Consumer<Faulty> handler) {
        faulty = Optional.of(handler);
        return this;
    }

    /** Does the goal's work at the tenant; does nothing if the goal is skipped or the module has no descriptor. */
    void run(TenantWork work) throws MojoExecutionException, MojoFailureException {
        HeadStart ahead =
                HeadStart.forTenant(selection.expected(), options.tokens().trust());
        try {
            Optional<Path> found = goal.begins(selection::candidates) ? selection.find() : Optional.empty();
            if (found.isEmpty()) {
                return;
            }
            Path file = found.get();
            goal.nextSteps(() -> nextSteps(file));
            if (selection.environments().isSeveral()) {
                new FleetWork(fleet(file), work).run();
                return;
            }
            RunReport report = report(file);
            if (selection.environment().isPresent()) {
                report.environment(selection.environment().get());
            }
            try (OpenTenant tenant = open(file, read(file, report), report)) {
                work.plan(tenant).write(tenant.approval(), false);
            } catch (RuntimeException | Error e) {
                fail(report, e);
                throw e;
            } finally {
                write(List.of(new RunReportFile.Entry(report, goal.output().redactor()::scrubOwn)));
            }
        } catch (Fault fault) {
            throw goal.failure(fault);
        } catch (RuntimeException | Error e) {
            throw goal.failure(e);
        } finally {
            ahead.close();
        }
    }

    /** Waits for the lock of a descriptor's tenant, and opens the tenant. */
    private OpenTenant open(Path file, Descriptor descriptor, RunReport report) {
        TenantLock lock = lock(descriptor);
        try {
            return open(lock, file, descriptor, report);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Opens a tenant that the caller has locked, if it changes it. */
    OpenTenant openUnlocked(Path file, Descriptor descriptor, RunReport report) {
        return open(TenantLock.none(), file, descriptor, report);
    }

    private OpenTenant open(TenantLock lock, Path file, Descriptor descriptor, RunReport report) {
        TenantAccess access = options.open(descriptor.tenant(), descriptor.delivery());
        try {
            SyncSettings settings = options.settings(access, file, "validate");
            HttpSettings http = options.http(access.address());
            TenantPlanner planner =
                    TenantPlanner.open(descriptor, Deliveries.of(descriptor), access.address(), settings);
            return new OpenTenant(goal, selection, file, descriptor, lock, access, http, planner, report);
        } catch (RuntimeException | Error e) {
            access.close();
            throw e;
        }
    }

    private FleetSession fleet(Path file) {
        if (parallel.isEmpty()) {
            throw new Fault(
                    "messagemedia.environment is \"" + selection.environment().orElse("")
                            + "\", and this goal works on one environment at a time.",
                    "Name one environment. The goals validate, plan, apply, verify, doctor and rollback take several.");
        }
        return new FleetSession(this, file);
    }

    GoalRun goal() {
        return goal;
    }

    DescriptorSelection selection() {
        return selection;
    }

    TenantOptions options() {
        return options;
    }

    /** How many tenants to work at in one moment, if the user chooses several environments. */
    int parallel() {
        return parallel.orElse(1);
    }

    /** Whether the goal changes tenants. */
    boolean isExclusive() {
        return exclusive;
    }

    /** Whether to go on without the environments that the goal cannot change. */
    boolean leavesOut() {
        return leavesOut;
    }

    /** A new report of this run. */
    RunReport report(Path file) {
        MojoExecution execution = goal.build().execution();
        RunReport report =
                new RunReport(execution.getGoal(), execution.getExecutionId(), String.valueOf(file.getFileName()));
        Optional<Coordinates> released = selection.released();
        if (released.isPresent()) {
            report.artifact(released.get().toString());
        }
        return report;
    }

    /** Ends a report with what made the goal fail. */
    void fail(RunReport report, Throwable failure) {
        if (failure instanceof Fault fault) {
            report.failed(fault, goal.closing(fault.outcome()));
        } else {
            report.failed(failure, goal.unexpected(), goal.closing(goal.unexpected()));
        }
    }

    private Descriptor read(Path file, RunReport report) {
        Descriptor descriptor = valid(file, report);
        goal.output().redact(descriptor.secretValues());
        if (selection.released().isPresent()) {
            selection.released().get().requireFixedFor(descriptor);
        }
        for (Diagnostic warning : descriptor.warnings()) {
            goal.output().warn(DiagnosticReport.lines(warning));
        }
        selection.requireNoWarnings(descriptor.warnings().size(), "descriptor");
        return descriptor;
    }

    private Descriptor valid(Path file, RunReport report) {
        DescriptorSource source = selection.source(file);
        try {
            return source.read(selection.environment());
        } catch (DescriptorException faults) {
            faulty.ifPresent(handler -> handler.accept(new Faulty(
                    goal,
                    String.valueOf(file.getFileName()),
                    source.validate(selection.environment()),
                    options,
                    report)));
            throw faults;
        }
    }

    /** A build that has already published its descriptor cannot run again, because the version exists. */
    private List<String> nextSteps(Path file) {
        return promotes && goal.build().isBound()
                ? new GoalCommand.Promotion(goal.build().project().orElseThrow(), options.plugin())
                        .nextSteps(file, selection.environment())
                : List.of();
    }

    /** Takes the tenant's lock; a goal that only reads needs none. */
    TenantLock lock(Descriptor descriptor) {
        SessionData build = goal.build().shared();
        if (!exclusive) {
            return TenantLock.none();
        }
        Optional<SandboxDomain> sandbox = descriptor.tenant().sandbox();
        if (sandbox.isEmpty()) {
            return TenantLock.of(build, descriptor.tenant().domain());
        }
        Path state = options.sandboxState(sandbox.get());
        return TenantLock.ofSandbox(build, state, () -> sayWaiting(state));
    }

    private void sayWaiting(Path state) {
        goal.output().info(List.of("Waiting for another goal that changes the sandbox tenant of " + state + "."));
    }

    /** Writes the reports of all runs into the build's report, and that once more for build servers. */
    void write(List<RunReportFile.Entry> reports) {
        Path folder = goal.build().outputFolder();
        AtomicTextFile file = new AtomicTextFile(folder.resolve("report.json"), "report");
        // A program that embeds Maven may leave out the start time; then all such runs share one build.
        Date start = goal.build().session().getRequest().getStartTime();
        String build = start == null ? "" : start.toInstant().toString();
        try {
            JUnitReport all = new RunReportFile(file, options.userAgent(), build).add(reports);
            new AtomicTextFile(folder.resolve("TEST-messagemedia.xml"), "JUnit report").write(all.text());
        } catch (Fault unwritten) {
            // The result of the run itself matters more, and is reported.
            goal.output().warn(List.of(unwritten.problem() + " " + unwritten.remedy()));
        }
    }
}
