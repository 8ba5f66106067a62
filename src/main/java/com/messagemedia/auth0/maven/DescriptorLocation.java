package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Finds the descriptor a goal works on: one execution works on exactly one. */
final class DescriptorLocation {

    static final String NAME = "messagemedia-auth0.yaml";

    private final MavenSession session;
    private final MojoExecution execution;
    private final File basedir;

    DescriptorLocation(MavenSession session, MojoExecution execution, File basedir) {
        this.session = session;
        this.execution = execution;
        this.basedir = basedir;
    }

    /**
     * The descriptor; empty where an execution bound to the lifecycle runs in a module that has none.
     *
     * @param given the file that the user named, which need not be there
     * @throws Fault when a goal called by name finds none or several
     */
    Optional<Path> find(Optional<Path> given) {
        if (given.isPresent()) {
            return given.filter(file -> !isAnotherModules(file));
        }
        Path here = basedir.toPath().resolve(NAME);
        if (isBound()) {
            return Files.exists(here) ? Optional.of(here) : Optional.empty();
        }
        List<Path> found = inReactor(Path.of(NAME));
        return Optional.of(only(found.isEmpty() && Files.exists(here) ? List.of(here) : found));
    }

    /** What this module lacks, as the user would write it here. */
    String missing(Optional<Path> given) {
        return given.map(this::written).map(Path::toString).orElse(NAME);
    }

    /** A name that is given for all modules means those that have such a file; one that no module has is a mistake in the name. */
    private boolean isAnotherModules(Path file) {
        return isBound() && Files.notExists(file) && !inReactor(written(file)).isEmpty();
    }

    private Path written(Path file) {
        return file.startsWith(basedir.toPath()) ? basedir.toPath().relativize(file) : file;
    }

    private boolean isBound() {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE;
    }

    private List<Path> inReactor(Path name) {
        return projects().stream()
                .filter(project -> project.getFile() != null)
                .map(project -> project.getBasedir().toPath().resolve(name))
                .filter(Files::exists)
                .distinct()
                .toList();
    }

    private List<MavenProject> projects() {
        return session.getProjects() == null ? List.of() : session.getProjects();
    }

    private Path only(List<Path> found) {
        if (found.isEmpty()) {
            String nearby = new NearbyDescriptors(basedir.toPath()).sentence();
            throw new Fault(
                    "There is no " + NAME + " in " + basedir
                            + (projects().size() > 1 ? " or in any module of this build." : "."),
                    nearby.isEmpty() ? "Write one, or name the descriptor with -Dmessagemedia.file=PATH." : nearby);
        }
        if (found.size() > 1) {
            String list = found.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new Fault(
                    "This build has " + found.size() + " descriptors: " + list + ".",
                    "Name the one you mean with -Dmessagemedia.file=PATH.");
        }
        return found.get(0);
    }
}
