package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.model.PassingTime;
import com.messagemedia.auth0.report.FaultReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of a goal: it checks the parameters, skips if the user says so, and turns a fault into what Maven shows. */
final class GoalRun {

    private final GoalBuild build;
    private final boolean skip;
    private final GoalOutput output;
    private final Optional<String> part;
    private final PassingTime time;
    private final List<Supplier<List<String>>> nextSteps = new ArrayList<>();
    private Optional<Function<Outcome, String>> closing = Optional.empty();
    private Outcome unexpected = Outcome.NOTHING_WRITTEN;

    GoalRun(GoalBuild build, boolean skip, Log log) {
        this(build, skip, log, PassingTime.REAL);
    }

    /** A run by another time than the machine's. */
    GoalRun(GoalBuild build, boolean skip, Log log, PassingTime time) {
        this.build = build;
        this.skip = skip;
        this.output = new GoalOutput(log);
        this.part = Optional.empty();
        this.time = time;
    }

    private GoalRun(GoalBuild build, String environment, GoalOutput output, PassingTime time) {
        this.build = build;
        this.skip = false;
        this.output = output;
        this.part = Optional.of(environment);
        this.time = time;
    }

    /**
     * The part of this run that is about one of several environments.
     *
     * @param sink where it prints
     * @param turns the time that it may take
     */
    GoalRun apart(String environment, GoalOutput.Sink sink, PassingTime turns) {
        return new GoalRun(build, environment, new GoalOutput(sink), turns);
    }

    /** The environment that this part of a run is about; empty for a whole run. */
    Optional<String> part() {
        return part;
    }

    /** The time that the run may take, and its waits. */
    PassingTime time() {
        return time;
    }

    /** Closes the message of a fault with another line than the usual one. */
    GoalRun closing(Function<Outcome, String> line) {
        closing = Optional.of(line);
        return this;
    }

    /** Ends the message of a fault with more lines that say how to go on. */
    void nextSteps(Supplier<List<String>> lines) {
        nextSteps.add(lines);
    }

    /** Says that from now on an unexpected fault leaves Auth0 in an unknown state. */
    void writes() {
        unexpected = Outcome.UNKNOWN_STATE;
    }

    /** Does the goal's work on a descriptor. */
    void run(DescriptorSelection descriptor, Consumer<Path> work) throws MojoExecutionException, MojoFailureException {
        run(descriptor::candidates, () -> descriptor.find().ifPresent(work));
    }

    /**
     * Does the goal's work.
     *
     * @param descriptors the descriptors of this build, which may refer to its properties
     */
    void run(Supplier<List<Path>> descriptors, Runnable work) throws MojoExecutionException, MojoFailureException {
        try {
            if (begins(descriptors)) {
                work.run();
            }
        } catch (Fault fault) {
            throw failure(fault);
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    /** Checks the parameters, then returns whether to run the goal: false if the user skips it. */
    boolean begins(Supplier<List<Path>> descriptors) {
        // Even before skip: the user relies on a parameter that is misspelt.
        new ParameterCheck(build.session(), build.execution(), descriptors).require();
        if (skip) {
            output.info(List.of("Skipped: messagemedia.skip is true."));
        }
        return !skip;
    }

    /** Whether the user skips the goal. */
    boolean isSkipped() {
        return skip;
    }

    /** What Maven shows of a fault. */
    MojoFailureException failure(Fault fault) {
        List<String> all = FaultReport.lines(fault);
        List<String> lines = new ArrayList<>(output.isShown() ? FaultReport.unhidden(all) : all);
        lines.set(lines.size() - 1, closing(fault.outcome()));
        for (Supplier<List<String>> more : nextSteps) {
            lines.addAll(more.get());
        }
        return new MojoFailureException(
                lines.stream().map(output.redactor()::scrubOwn).collect(Collectors.joining("\n")));
    }

    /** What Maven shows of a bug in the plugin: only its place. The exception's text may hold a request, and so a secret. */
    MojoExecutionException failure(Throwable fault) {
        return new MojoExecutionException(String.join("\n", FaultReport.unexpected(fault, closing(unexpected))));
    }

    /** The line that says how the goal leaves Auth0. */
    String closing(Outcome outcome) {
        return closing.isPresent() ? closing.get().apply(outcome) : FaultReport.outcome(outcome);
    }

    /** How an unexpected fault leaves Auth0 by now. */
    Outcome unexpected() {
        return unexpected;
    }

    GoalBuild build() {
        return build;
    }

    GoalOutput output() {
        return output;
    }
}
