package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.schema.Suggestion;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
     * The descriptor; empty if the lifecycle runs the goal in a module without a descriptor.
     *
     * @param given the file that the user named, which may be missing
     * @throws Fault when a goal called by name finds none or several
     */
    Optional<Path> find(Optional<Path> given) {
        if (given.isPresent()) {
            return isAnotherModules(given.get()) ? Optional.empty() : given;
        }
        Path here = basedir.toPath().resolve(NAME);
        if (isBound()) {
            return Files.exists(here) ? Optional.of(here) : Optional.empty();
        }
        List<Path> found = inReactor(Path.of(NAME));
        return Optional.of(only(found.isEmpty() && Files.exists(here) ? List.of(here) : found));
    }

    /** The name of the missing file, as the user would write it in this module. */
    String missing(Optional<Path> given) {
        return given.map(this::written).map(Path::toString).orElse(NAME);
    }

    /** A name that the user gives for all modules applies to the modules that have such a file. If none has, the name is wrong. */
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
        Set<Path> found = new LinkedHashSet<>();
        for (MavenProject project : projects()) {
            if (project.getFile() != null) {
                Path file = project.getBasedir().toPath().resolve(name);
                if (Files.exists(file)) {
                    found.add(file);
                }
            }
        }
        return List.copyOf(found);
    }

    private List<MavenProject> projects() {
        return session.getProjects() == null ? List.of() : session.getProjects();
    }

    private Path only(List<Path> found) {
        if (found.isEmpty()) {
            String nearby = new Nearby(basedir.toPath()).sentence();
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

    /**
     * Files that the user may have meant as the descriptor: files with nearly its name, or in a subfolder.
     *
     * @param folder the folder without a descriptor
     */
    record Nearby(Path folder) {

        /** Deep enough for {@code src/main/resources/file}; a deeper search would slow down each failure. */
        private static final int DEPTH = 4;

        /** More names would make the message hard to read. */
        private static final int MOST = 5;

        /** Folders that tools write; they hold copies. */
        private static final Set<String> FOREIGN = Set.of("target", "build", "node_modules");

        /** A sentence that names the files; empty where there is none. */
        String sentence() {
            List<String> found = find();
            return found.isEmpty()
                    ? ""
                    : (found.size() == 1 ? "There is " : "There are ")
                            + found.stream().limit(MOST).collect(Collectors.joining(", "))
                            + (found.size() > MOST ? ", ..." : "")
                            + (found.size() == 1 ? ". If you mean it" : ". If you mean one of them")
                            + ", name it with -Dmessagemedia.file=" + found.get(0)
                            + " or <file> in the plugin's configuration, or move it to " + DescriptorLocation.NAME
                            + ".";
        }

        /** The files, from the folder on. */
        List<String> find() {
            List<String> found = new ArrayList<>();
            try {
                Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        return directory.equals(folder) || isOfThisProject(directory)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && isNearly(String.valueOf(file.getFileName()))) {
                            found.add(folder.relativize(file).toString());
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                // The files found so far are still a useful hint.
                found.sort(null);
                return found;
            }
            found.sort(null);
            return found;
        }

        private static boolean isOfThisProject(Path directory) {
            String name = String.valueOf(directory.getFileName());
            return !name.startsWith(".") && !FOREIGN.contains(name) && Files.notExists(directory.resolve("pom.xml"));
        }

        private static boolean isNearly(String name) {
            String usual =
                    name.toLowerCase(Locale.ROOT).replaceAll("\\.yml$", ".yaml").replaceAll("[_ ]", "-");
            return usual.equals(DescriptorLocation.NAME) || Suggestion.isSlip(usual, DescriptorLocation.NAME);
        }
    }
}
