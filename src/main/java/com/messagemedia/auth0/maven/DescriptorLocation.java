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
     * @throws Fault when a goal called by name finds none or several
     */
    Optional<Path> find(Optional<Path> given) {
        if (given.isPresent()) {
            return given;
        }
        Path here = basedir.toPath().resolve(NAME);
        if (execution.getSource() == MojoExecution.Source.LIFECYCLE) {
            return Files.exists(here) ? Optional.of(here) : Optional.empty();
        }
        return Optional.of(only(inReactor(here)));
    }

    private List<Path> inReactor(Path here) {
        List<Path> found = projects().stream()
                .filter(project -> project.getFile() != null)
                .map(project -> project.getBasedir().toPath().resolve(NAME))
                .filter(Files::exists)
                .distinct()
                .toList();
        return found.isEmpty() && Files.exists(here) ? List.of(here) : found;
    }

    private List<MavenProject> projects() {
        return session.getProjects() == null ? List.of() : session.getProjects();
    }

    private Path only(List<Path> found) {
        if (found.isEmpty()) {
            throw new Fault(
                    "There is no " + NAME + " in " + basedir
                            + (projects().size() > 1 ? " or in any module of this build." : "."),
                    "Write one, or name the descriptor with -Dmessagemedia.file=PATH.");
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
