package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.delivery.DescriptorSource;
import com.messagemedia.auth0.descriptor.EnvironmentChoice;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.Remark;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which descriptor a goal works on: a file of the project, one that the user names, or a released one. */
final class DescriptorSelection {

    private final GoalRun goal;
    private final GoalBuild build;
    private final Optional<File> file;
    private final Optional<Reading> reading;
    private Optional<Waiting> waiting = Optional.empty();
    private Optional<Consumer<String>> absent = Optional.empty();

    /**
     * What the user says about the descriptor besides its file.
     *
     * @param artifact the coordinates of a released descriptor
     * @param repositories fetches it
     * @param environment the environment to work on; empty for none, or for all where a goal checks them all
     * @param allowedReferences the references that may stand at any key
     * @param failOnWarnings whether a warning stops the goal
     */
    record Reading(
            Optional<String> artifact,
            ReleasedDescriptor repositories,
            Optional<String> environment,
            Set<String> allowedReferences,
            boolean failOnWarnings) {

        private Reading of(String one) {
            return new Reading(artifact, repositories, Optional.of(one), allowedReferences, failOnWarnings);
        }

        private Optional<Coordinates> released() {
            return artifact.isPresent() ? Optional.of(Coordinates.parse(artifact.get())) : Optional.empty();
        }
    }

    /** Remarks that are not reported yet, and to whom. */
    record Waiting(Annotations pipeline, List<Remark> remarks) {}

    DescriptorSelection(GoalRun goal, @Nullable File file, Optional<Reading> reading) {
        this.goal = goal;
        this.build = goal.build();
        this.file = Optional.ofNullable(file);
        this.reading = reading;
    }

    /** Replaces what the goal does in a module without a descriptor; the handler gets the name that the file would have. */
    DescriptorSelection whenAbsent(Consumer<String> handler) {
        absent = Optional.of(handler);
        return this;
    }

    private Optional<Path> given() {
        return file.isPresent() ? Optional.of(file.get().toPath()) : Optional.empty();
    }

    /** The descriptor to work on; empty in a module that has none and needs none. */
    Optional<Path> find() {
        Optional<Coordinates> released = released();
        Optional<Path> found = released.isPresent()
                ? Optional.of(fetch(released.get()))
                : location().find(given());
        if (found.isEmpty()) {
            absent.orElse(this::sayNothingToDo).accept(location().missing(given()));
        }
        return found;
    }

    /** The descriptor that the goal will probably work on, before anything is checked; empty if it will work on none. */
    Optional<Path> expected() {
        File expected = file.orElse(usual().toFile());
        // File takes every name, and says of one that is no path that it is no file.
        return !goal.isSkipped() && expected.isFile() ? Optional.of(expected.toPath()) : Optional.empty();
    }

    /** The file to write a descriptor to: the one that the user names, or the project's. */
    Path target() {
        return given().orElseGet(this::usual);
    }

    /** The descriptors of this build that may refer to its properties, whether or not they exist. */
    List<Path> candidates() {
        List<Path> all = new ArrayList<>(new BuildDescriptors(build.session(), build.folder()).all(given()));
        try {
            Optional<Coordinates> released = released();
            if (released.isPresent()) {
                all.add(reading.orElseThrow().repositories().fetch(released.get()));
            }
        } catch (Fault unused) {
            return all;
        }
        return all;
    }

    private Path fetch(Coordinates coordinates) {
        if (given().isPresent()) {
            throw new Fault(
                    "Both messagemedia.artifact and messagemedia.file name a descriptor.", "Leave one of them out.");
        }
        Path file = reading.orElseThrow().repositories().fetch(coordinates);
        goal.output().info(List.of("Descriptor: " + coordinates + ", as released."));
        source(file).requirePortable();
        return file;
    }

    private DescriptorLocation location() {
        return new DescriptorLocation(
                build.session(), build.execution(), build.folder().toFile());
    }

    private void sayNothingToDo(String name) {
        goal.output().info(List.of("Nothing to do here: " + build.folder() + " has no " + name + "."));
        String nearby = new DescriptorLocation.Nearby(build.folder()).sentence();
        if (!nearby.isEmpty()) {
            goal.output()
                    .warn(List.of(
                            "This goal did nothing, because " + build.folder() + " has no " + name + ". " + nearby));
        }
    }

    /** The descriptor in a file, with the references that the user allows. */
    DescriptorSource source(Path file) {
        return new DescriptorSource(file, references(file), Deliveries.CHOICES);
    }

    /** The references of a descriptor, with those that the user allows at every key. */
    MavenReferences references(Path file) {
        MavenReferences references = build.references(file);
        return reading.isPresent() ? references.allowing(reading.get().allowedReferences()) : references;
    }

    /** The coordinates of the released descriptor that the user names. */
    Optional<Coordinates> released() {
        return reading.isPresent() ? reading.get().released() : Optional.empty();
    }

    /** The environment that the user chooses. */
    Optional<String> environment() {
        return reading.isPresent() ? reading.get().environment() : Optional.empty();
    }

    /** The environments that the user chooses, if a goal can work on several. */
    EnvironmentChoice environments() {
        return EnvironmentChoice.of(environment());
    }

    /** The same selection for one of several environments. */
    DescriptorSelection of(GoalRun part, String environment) {
        return new DescriptorSelection(part, file.orElse(null), reading.map(all -> all.of(environment)));
    }

    /** Fails if there are warnings and the user wants none. The warnings are already printed. */
    void requireNoWarnings(int warnings, String of) {
        if (warnings > 0 && reading.isPresent() && reading.get().failOnWarnings()) {
            throw new Fault(
                    "The " + of + " has " + (warnings == 1 ? "1 warning" : warnings + " warnings")
                            + ", and messagemedia.failOnWarnings is true. Nothing was written.",
                    "Correct what the warning says, or leave messagemedia.failOnWarnings out.",
                    Outcome.REFUSED);
        }
    }

    /**
     * Reports remarks about lines of the descriptor to the pipeline that runs the build. Those about one of several
     * environments wait until all are reported together.
     */
    void annotate(Annotations pipeline, Path file, List<Remark> remarks) {
        if (goal.part().isPresent()) {
            waiting = Optional.of(new Waiting(pipeline, remarks));
            return;
        }
        List<Remark> placed = new ArrayList<>();
        for (Remark remark : remarks) {
            placed.add(remark.at(name -> path(pipeline, file, name)));
        }
        String own = path(pipeline, file, String.valueOf(file.getFileName()));
        pipeline.tell(placed, own, build.outputFolder());
    }

    /** A pipeline can show no line of a released descriptor: it is not in the repository. */
    private String path(Annotations pipeline, Path file, String name) {
        return released().isPresent()
                ? name
                : pipeline.path(file.resolveSibling(name), build.session().getSystemProperties());
    }

    /** The remarks about one of several environments. */
    Optional<Waiting> waiting() {
        return waiting;
    }

    /** The command that calls another goal for this descriptor, from where this goal was called. */
    String command(String other, Path file) {
        return command(build.command(), other, file);
    }

    /** The command that calls another goal for this descriptor in this way. */
    String command(GoalCommand command, String other, Path file) {
        return released()
                .map(coordinates -> command.to(other) + " -Dmessagemedia.artifact=" + coordinates)
                .orElseGet(() -> isUsual(file) ? command.to(other) : command.to(other, file));
    }

    /** Whether this is the file that goals use if nobody names one. */
    boolean isUsual(Path file) {
        return file.equals(usual());
    }

    private Path usual() {
        return build.folder().resolve(DescriptorLocation.NAME);
    }
}
