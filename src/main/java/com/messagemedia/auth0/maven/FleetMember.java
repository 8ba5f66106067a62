package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.Protection.NotAllowed;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.maven.TenantWork.Planned;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.FleetReport.Counts;
import com.messagemedia.auth0.report.FleetReport.Result;
import com.messagemedia.auth0.report.RunReport;
import com.messagemedia.auth0.report.RunReportFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** One of several environments of a run: its session at its tenant, what is printed about it, and how far it came. */
final class FleetMember implements AutoCloseable {

    private final Descriptor descriptor;
    private final Path file;
    private final RecordedOutput output;
    private final TurnClock clock;
    private final GoalRun part;
    private final DescriptorSelection selection;
    private final TenantSession session;
    private final RunReport report;
    private final GoalOutput whole;
    private Optional<OpenTenant> tenant = Optional.empty();
    private Optional<Planned> planned = Optional.empty();
    private Optional<Fault> fault = Optional.empty();
    private Optional<NotAllowed> missing = Optional.empty();

    /** Prepares the part of a run that is about the environment of this descriptor. It opens nothing yet. */
    FleetMember(TenantSession whole, Path file, Descriptor descriptor) {
        this.descriptor = descriptor;
        this.file = file;
        this.whole = whole.goal().output();
        this.output = new RecordedOutput(this.whole.isShown());
        this.clock = new TurnClock(whole.goal().time());
        this.part = whole.goal().apart(environment(), output, clock);
        part.output().redact(descriptor.secretValues());
        this.selection = whole.selection().of(part, environment());
        this.session = new TenantSession(part, selection, whole.options().of(part));
        this.report = session.report(file);
        report.environment(environment());
    }

    Descriptor descriptor() {
        return descriptor;
    }

    String environment() {
        return descriptor.environment().orElseThrow();
    }

    String tenant() {
        return descriptor.tenant().domain();
    }

    DescriptorSelection selection() {
        return selection;
    }

    RunReport report() {
        return report;
    }

    Optional<Fault> fault() {
        return fault;
    }

    /** The permission that the user did not give; empty if that is not what failed. */
    Optional<NotAllowed> missing() {
        return missing;
    }

    /** The plan that waits to be carried out. */
    Planned planned() {
        return planned.orElseThrow();
    }

    /** Keeps a plan until it is its turn to be carried out. */
    void waitsWith(Planned waiting) {
        planned = Optional.of(waiting);
    }

    /** Whether a plan waits to be carried out. */
    boolean isToWrite() {
        return planned.isPresent() && fault.isEmpty();
    }

    /** The open tenant; empty before the first step. */
    Optional<OpenTenant> open() {
        return tenant;
    }

    /** Does a step of the work at the tenant. It throws nothing: a failure is the end of this environment's part. */
    void attempt(Consumer<OpenTenant> step) {
        clock.resume();
        try {
            OpenTenant opened = tenant.orElseGet(() -> session.openUnlocked(file, descriptor, report));
            tenant = Optional.of(opened);
            step.accept(opened);
        } catch (Fault expected) {
            fails(expected);
        } catch (CancellationException interrupted) {
            fails(new Fault("The run was interrupted.", "Run the goal again.", part.unexpected()));
        } catch (RuntimeException | Error unexpected) {
            session.fail(report, unexpected);
            fault = Optional.of(new Fault(
                    "The plugin failed with " + unexpected.getClass().getSimpleName()
                            + ", which is a fault of the plugin.",
                    "Run the goal for this environment alone: its message has the lines to report.",
                    report.outcome()));
        } finally {
            clock.pause();
        }
    }

    /** Ends this environment's part with a fault. */
    void fails(Fault expected) {
        session.fail(report, expected);
        fault = Optional.of(clean(expected));
        missing = expected instanceof NotAllowed refused ? Optional.of(refused) : Optional.empty();
    }

    /** Tells the report what stopped the whole run before this environment came to any end. */
    void stoppedBy(Throwable stop) {
        if (fault.isEmpty() && report.outcome() == Outcome.NOTHING_WRITTEN) {
            session.fail(report, stop);
        }
    }

    /** Tells the report if the run ended without this environment's change. */
    void ended() {
        if (isToWrite() && report.outcome() == Outcome.PENDING) {
            report.leftOut("Not changed: the run stopped before its turn.");
        }
    }

    /** The fault without the secrets of its tenant. */
    private Fault clean(Fault expected) {
        return new Fault(clean(expected.problems()), clean(expected.remedies()), expected.outcome());
    }

    private List<String> clean(List<String> lines) {
        return lines.stream().map(part.output().redactor()::scrubOwn).toList();
    }

    /** How far the environment came, with what was printed since this was last asked. */
    Result result() {
        return result(output.take());
    }

    /** How far the environment came, in one line. */
    String line() {
        return result(List.of()).line();
    }

    private Result result(List<String> text) {
        return new Result(environment(), tenant(), text, report.plan().map(Counts::of), report.outcome(), fault);
    }

    /** The report for programs. */
    RunReportFile.Entry entry() {
        return new RunReportFile.Entry(
                report,
                text -> whole.redactor().scrubOwn(part.output().redactor().scrubOwn(text)));
    }

    @Override
    public void close() {
        tenant.ifPresent(OpenTenant::close);
        tenant = Optional.empty();
    }
}
