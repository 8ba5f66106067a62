package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.fleet.Fleet;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.report.FaultReport.DiagnosticReport;
import com.messagemedia.auth0.report.FleetReport;
import com.messagemedia.auth0.report.FleetReport.Result;
import com.messagemedia.auth0.report.PlanReport.PlanSummary;
import com.messagemedia.auth0.report.Remark;
import com.messagemedia.auth0.report.RunReport;
import com.messagemedia.auth0.report.RunReportFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A goal's sessions at the tenants of several environments. It reads the descriptor once, works at several tenants at a time,
 * and tells all of it together: a table, each distinct text once, what failed, one outcome.
 */
final class FleetSession {

    private final GoalRun goal;
    private final DescriptorSelection selection;
    private final TenantOptions options;
    private final int parallel;

    FleetSession(GoalRun goal, DescriptorSelection selection, TenantOptions options, int parallel) {
        this.goal = goal;
        this.selection = selection;
        this.options = options;
        this.parallel = parallel;
    }

    /**
     * One environment of the run.
     *
     * @param descriptor the descriptor for it
     * @param output what is printed about it
     * @param part the part of the run that is about it
     * @param session its session
     * @param report its report, for programs
     */
    private record Member(
            Descriptor descriptor,
            RecordedOutput output,
            GoalRun part,
            DescriptorSelection selection,
            TenantSession session,
            RunReport report) {

        String environment() {
            return descriptor.environment().orElseThrow();
        }

        String tenant() {
            return descriptor.tenant().domain();
        }
    }

    /** Does the goal's work at the tenant of each environment. */
    void run(TenantSession whole, Path file, Consumer<OpenTenant> work) {
        List<Member> members = members(whole, file);
        int[] done = {0};
        List<Result> results = fleet().each(
                        members,
                        Member::tenant,
                        member -> visit(file, member, work),
                        result -> progress(++done[0], members.size(), result));
        whole.write(members.stream()
                .map(member -> new RunReportFile.Entry(
                        member.report(), member.part().output().redactor()::scrubOwn))
                .toList());
        annotate(file, members);
        tell(new FleetReport(results));
    }

    private List<Member> members(TenantSession whole, Path file) {
        try {
            return read(file).stream()
                    .map(descriptor -> member(file, descriptor))
                    .toList();
        } catch (RuntimeException | Error e) {
            RunReport report = whole.report(file);
            whole.fail(report, e);
            whole.write(List.of(new RunReportFile.Entry(report, goal.output().redactor()::scrubOwn)));
            throw e;
        }
    }

    /** Each remark once, with the environments that it is about. */
    private void annotate(Path file, List<Member> members) {
        Map<Remark, List<String>> remarks = new LinkedHashMap<>();
        Optional<Annotations> pipeline = Optional.empty();
        for (Member member : members) {
            Optional<DescriptorSelection.Waiting> waiting = member.selection().waiting();
            pipeline = pipeline.or(() -> waiting.map(DescriptorSelection.Waiting::pipeline));
            waiting.stream()
                    .flatMap(kept -> kept.remarks().stream())
                    .forEach(remark -> remarks.computeIfAbsent(remark, unused -> new ArrayList<>())
                            .add(member.environment()));
        }
        List<Remark> told = remarks.entrySet().stream()
                .map(entry -> entry.getKey().in(entry.getValue()))
                .toList();
        pipeline.ifPresent(there -> selection.annotate(there, file, told));
    }

    private Fleet fleet() {
        if (parallel < 1) {
            throw new Fault("messagemedia.parallel is " + parallel + ".", "Use a number from 1 on; 8 is the default.");
        }
        return new Fleet(parallel);
    }

    private List<Descriptor> read(Path file) {
        List<Descriptor> descriptors = selection.source(file).readAll(selection.environments());
        Set<Diagnostic> warnings = new LinkedHashSet<>();
        for (Descriptor descriptor : descriptors) {
            goal.output().redact(descriptor.secretValues());
            selection.released().ifPresent(coordinates -> coordinates.requireFixedFor(descriptor));
            warnings.addAll(descriptor.warnings());
        }
        warnings.forEach(warning -> goal.output().warn(DiagnosticReport.lines(warning)));
        selection.requireNoWarnings(warnings.size(), "descriptor");
        return descriptors;
    }

    private Member member(Path file, Descriptor descriptor) {
        String environment = descriptor.environment().orElseThrow();
        RecordedOutput output = new RecordedOutput(goal.output().isShown());
        GoalRun part = goal.apart(environment, output);
        part.output().redact(descriptor.secretValues());
        DescriptorSelection own = selection.of(part, environment);
        TenantSession session = new TenantSession(part, own, options.of(part));
        RunReport report = session.report(file);
        report.environment(environment);
        return new Member(descriptor, output, part, own, session, report);
    }

    private static Result visit(Path file, Member member, Consumer<OpenTenant> work) {
        Optional<Fault> fault = Optional.empty();
        try (OpenTenant tenant = member.session().open(file, member.descriptor(), member.report())) {
            work.accept(tenant);
        } catch (Fault expected) {
            member.session().fail(member.report(), expected);
            fault = Optional.of(clean(member, expected));
        } catch (RuntimeException | Error unexpected) {
            member.session().fail(member.report(), unexpected);
            fault = Optional.of(new Fault(
                    "The plugin failed with " + unexpected.getClass().getSimpleName()
                            + ", which is a fault of the plugin.",
                    "Run the goal for this environment alone: its message has the lines to report.",
                    member.report().outcome()));
        }
        return new Result(
                member.environment(),
                member.tenant(),
                member.output().lines(),
                member.report()
                        .plan()
                        .map(plan -> new PlanSummary(plan).counts())
                        .orElse(""),
                member.report().outcome(),
                fault);
    }

    /** The fault without the secrets of its tenant. */
    private static Fault clean(Member member, Fault fault) {
        return new Fault(clean(member, fault.problems()), clean(member, fault.remedies()), fault.outcome());
    }

    private static List<String> clean(Member member, List<String> lines) {
        return lines.stream().map(member.part().output().redactor()::scrubOwn).toList();
    }

    private void progress(int done, int all, Result result) {
        goal.output().info(List.of("[" + done + "/" + all + "] " + result.line()));
    }

    private void tell(FleetReport report) {
        goal.output().info(List.of(""));
        goal.output().info(report.lines());
        goal.closing(outcome -> report.closing());
        report.fault().ifPresent(fault -> {
            throw fault;
        });
        goal.output().info(List.of(report.closing()));
    }
}
