package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.delivery.TenantPlanner;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.descriptor.Validation;
import com.messagemedia.auth0.http.HttpSettings;
import com.messagemedia.auth0.model.DescriptorException;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.report.FaultReport;
import com.messagemedia.auth0.report.FaultReport.DiagnosticReport;
import com.messagemedia.auth0.report.RunReport;
import com.messagemedia.auth0.report.RunReportFile;
import com.messagemedia.auth0.store.AtomicTextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        this.goal = goal.closing(outcome -> FaultReport.in(selection.environment(), FaultReport.outcome(outcome)));
        this.selection = selection;
        this.options = options;
    }

    /** Lets no other goal change the tenant during this session. */
    TenantSession exclusive() {
        exclusive = true;
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
    @SuppressWarnings("try") // The lock is held but not used.
    void run(Consumer<OpenTenant> work) throws MojoExecutionException, MojoFailureException {
        try {
            Optional<Path> found = goal.begins(selection::candidates) ? selection.find() : Optional.empty();
            if (found.isEmpty()) {
                return;
            }
            Path file = found.get();
            RunReport report = begin(file);
            // One method keeps the chain of calls from a goal to its request short.
            try {
                Descriptor descriptor = read(file, report);
                try (TenantLock lock = lock(descriptor);
                        TenantAccess access = options.open(descriptor.tenant().address(), descriptor.delivery());
                        TenantPlanner planner = TenantPlanner.open(
                                descriptor,
                                Deliveries.of(descriptor),
                                access.address(),
                                options.settings(access, file, "validate"))) {
                    HttpSettings http = options.http(access.address());
                    work.accept(new OpenTenant(goal, selection, file, descriptor, access, http, planner, report));
                }
            } catch (RuntimeException | Error e) {
                fail(report, e);
                throw e;
            } finally {
                write(report);
            }
        } catch (Fault fault) {
            throw goal.failure(fault);
        } catch (RuntimeException | Error e) {
            throw goal.failure(e);
        }
    }

    private RunReport begin(Path file) {
        MojoExecution execution = goal.build().execution();
        RunReport report =
                new RunReport(execution.getGoal(), execution.getExecutionId(), String.valueOf(file.getFileName()));
        selection.released().ifPresent(coordinates -> report.artifact(coordinates.toString()));
        goal.nextSteps(() -> nextSteps(file));
        return report;
    }

    private void fail(RunReport report, Throwable failure) {
        if (failure instanceof Fault fault) {
            report.failed(fault, goal.closing(fault.outcome()));
        } else {
            report.failed(failure, goal.unexpected(), goal.closing(goal.unexpected()));
        }
    }

    private Descriptor read(Path file, RunReport report) {
        Descriptor descriptor = valid(file, report);
        goal.output().redact(descriptor.secretValues());
        selection.released().ifPresent(coordinates -> coordinates.requireFixedFor(descriptor));
        descriptor.warnings().forEach(warning -> goal.output().warn(DiagnosticReport.lines(warning)));
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
                ? new GoalCommand.Promotion(goal.build().session().getCurrentProject(), options.plugin())
                        .nextSteps(file, selection.environment())
                : List.of();
    }

    /** Takes the tenant's lock; a goal that only reads needs none. */
    private TenantLock lock(Descriptor descriptor) {
        SessionData build = goal.build().shared();
        if (!exclusive) {
            return TenantLock.none();
        }
        return descriptor
                .tenant()
                .address()
                .map(address -> TenantLock.of(build, address.domain()))
                .orElseGet(() -> TenantLock.ofSandbox(build, options.sandboxState(), this::sayWaiting));
    }

    private void sayWaiting() {
        goal.output()
                .info(List.of(
                        "Waiting for another goal that changes the sandbox tenant of " + options.sandboxState() + "."));
    }

    private void write(RunReport report) {
        AtomicTextFile file = new AtomicTextFile(goal.build().outputFolder().resolve("report.json"), "report");
        // A program that embeds Maven may leave out the start time; then all such runs share one build.
        String build = Optional.ofNullable(goal.build().session().getRequest().getStartTime())
                .map(time -> time.toInstant().toString())
                .orElse("");
        try {
            new RunReportFile(file, options.userAgent(), build)
                    .add(report, goal.output().redactor()::scrubOwn);
        } catch (Fault unwritten) {
            // The result of the run itself matters more, and is reported.
            goal.output().warn(List.of(unwritten.problem() + " " + unwritten.remedy()));
        }
    }
}
