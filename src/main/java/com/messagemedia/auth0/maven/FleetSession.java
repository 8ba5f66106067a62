package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.fleet.Fleet;
import com.messagemedia.auth0.model.Diagnostic;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.report.FaultReport.DiagnosticReport;
import com.messagemedia.auth0.report.FleetReport;
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
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A goal's sessions at the tenants of several environments. It reads the descriptor once, works at several tenants at a time,
 * and tells all of it together: a table, each distinct text once, what failed, one outcome.
 */
final class FleetSession {

    /** Where things are and who may get them: parameters that every command for these tenants needs. */
    private static final List<String> PLACES = List.of(
            "allowedHosts",
            "allowedReferences",
            "backupDirectory",
            "backupServer",
            "preflight",
            "region",
            "sandboxFile");

    /** What the user allows and wants: parameters that the same goal needs again. */
    private static final List<String> WISHES =
            List.of("adopt", "approve", "takeOver", "onConflict", "planFile", "run", "continueOnError");

    private final TenantSession whole;
    private final Path file;
    private final GoalRun goal;
    private final DescriptorSelection selection;

    /**
     * Prepares the sessions.
     *
     * @param whole the session of the whole run
     * @param file the descriptor's file
     */
    FleetSession(TenantSession whole, Path file) {
        this.whole = whole;
        this.file = file;
        this.goal = whole.goal();
        this.selection = whole.selection();
    }

    /** Does a step for each member, several at a time, and says when one is done. */
    void each(List<FleetMember> members, Consumer<FleetMember> step) {
        int[] done = {0};
        try (ProgressLine progress = ProgressLine.of(goal.build().session(), goal.output())) {
            fleet().each(
                            members,
                            FleetMember::tenant,
                            member -> {
                                step.accept(member);
                                return member.line();
                            },
                            line -> progress.done(++done[0], members.size(), line));
        }
    }

    /** Does a step for each member, several at a time, and says nothing. */
    void quietly(List<FleetMember> members, Consumer<FleetMember> step) {
        fleet().each(
                        members,
                        FleetMember::tenant,
                        member -> {
                            step.accept(member);
                            return member;
                        },
                        unused -> {});
    }

    private Fleet fleet() {
        int parallel = whole.parallel();
        if (parallel < 1) {
            throw new Fault("messagemedia.parallel is " + parallel + ".", "Use a number from 1 on; 24 is the default.");
        }
        return new Fleet(parallel);
    }

    /**
     * Reads the descriptor for each environment.
     *
     * @param check refuses environments that do not go together
     */
    List<FleetMember> members(Consumer<List<Descriptor>> check) {
        try {
            fleet();
            whole.options().requireForSeveral();
            List<Descriptor> descriptors = read();
            check.accept(descriptors);
            return descriptors.stream()
                    .map(descriptor -> new FleetMember(whole, file, descriptor))
                    .toList();
        } catch (RuntimeException | Error e) {
            RunReport report = whole.report(file);
            whole.fail(report, e);
            whole.write(List.of(new RunReportFile.Entry(report, goal.output().redactor()::scrubOwn)));
            throw e;
        }
    }

    private List<Descriptor> read() {
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

    /** Writes the reports for programs and for the pipeline. */
    void write(List<FleetMember> members) {
        whole.write(members.stream().map(FleetMember::entry).toList());
        annotate(members);
    }

    /** Each remark once, with the environments that it is about. */
    private void annotate(List<FleetMember> members) {
        Map<Remark, List<String>> remarks = new LinkedHashMap<>();
        Optional<Annotations> pipeline = Optional.empty();
        for (FleetMember member : members) {
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

    /** Prints the table and each distinct text. */
    void tell(FleetReport report) {
        goal.output().info(List.of(""));
        goal.output().info(report.lines(Terminal.logColumns(goal.build().session())));
    }

    /** Ends the run with one outcome; throws the fault if there is one. */
    void end(Optional<Fault> fault, FleetReport report) {
        goal.closing(outcome -> report.closing());
        fault.ifPresent(failed -> {
            throw failed;
        });
        goal.output().info(List.of(report.closing()));
    }

    GoalRun goal() {
        return goal;
    }

    /** The environments whose changes the user approves. */
    Set<String> approved() {
        return whole.options().permissions().approve();
    }

    /** The session of the whole run. */
    TenantSession whole() {
        return whole;
    }

    /** The command that calls a goal for these environments of this descriptor. */
    String command(String other, String environments) {
        return selection.command(other, file) + parameter("environment", environments) + given(PLACES);
    }

    /** The command that calls a goal for the environments that the user chooses. */
    String command(String other) {
        return command(other, chosen());
    }

    /** The same command for other people, who type it in their own copy of the project. */
    String commandInPlace(String other) {
        return selection.command(goal.build().command().inPlace(), other, file)
                + parameter("environment", chosen())
                + given(PLACES);
    }

    private String chosen() {
        return selection.environment().orElseThrow();
    }

    /** The command that runs this goal again as the user called it, apart from parameters that change nothing. */
    String again() {
        return command(goal.build().execution().getGoal()) + given(WISHES);
    }

    /** Those of these parameters that the user gives on Maven's command line. */
    private String given(List<String> names) {
        Properties all = goal.build().session().getUserProperties();
        return names.stream()
                .flatMap(name -> Stream.ofNullable(all.getProperty("messagemedia." + name))
                        .map(value -> parameter(name, value)))
                .collect(Collectors.joining());
    }

    private static String parameter(String name, String value) {
        String parameter = "-Dmessagemedia." + name + "=" + value;
        // A shell divides at a blank, and some take a star for the names of files.
        return " " + (parameter.contains("*") || parameter.contains(" ") ? '"' + parameter + '"' : parameter);
    }
}
