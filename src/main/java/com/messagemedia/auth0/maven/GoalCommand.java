package com.messagemedia.auth0.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * How to call another goal the way this one was called: by the prefix, or in full where Maven does not know the prefix.
 *
 * @param called what was named on Maven's command line
 * @param goal the goal that runs
 * @param elsewhere the folder of the build, if Maven was called from another one
 */
record GoalCommand(List<String> called, String goal, Optional<Path> elsewhere) {

    private static final String PREFIX = "messagemedia:";

    /** How to call another goal of a build the way this one was called, from the same folder. */
    static GoalCommand of(MavenSession session, MojoExecution execution) {
        Optional<Path> elsewhere = Optional.ofNullable(session.getRequest().getBaseDirectory())
                .map(Path::of)
                .filter(root ->
                        calledFrom(session).filter(here -> !here.equals(root)).isPresent());
        return new GoalCommand(session.getRequest().getGoals(), execution.getGoal(), elsewhere);
    }

    /** The folder where the user called Maven; empty if a program did. */
    static Optional<Path> calledFrom(MavenSession session) {
        return Optional.ofNullable(session.getSystemProperties().getProperty("user.dir"))
                .map(Path::of);
    }

    /** Calls goals by their prefix, which works where a POM declares the plugin. */
    GoalCommand byPrefix() {
        return new GoalCommand(List.of(), goal, elsewhere);
    }

    /** The command as somebody types it in the folder of the build, on whatever machine. */
    GoalCommand inPlace() {
        return new GoalCommand(called, goal, Optional.empty());
    }

    /** The command that calls a goal, which finds the descriptor by itself. */
    String to(String next) {
        String end = ":" + goal;
        String way = called.stream()
                .map(task -> task.split("@", 2)[0])
                .filter(task -> task.endsWith(end))
                .map(task -> task.substring(0, task.length() - goal.length()))
                .findFirst()
                .orElse(PREFIX);
        return maven(elsewhere) + way + next;
    }

    /** The command that calls a goal for this descriptor. */
    String to(String next, Path descriptor) {
        return to(next) + " " + quoted("-Dmessagemedia.file=" + descriptor);
    }

    /**
     * How to look at the tenant in a sandbox's state file with a browser.
     *
     * @param page the path of the tenant's page in that sandbox
     * @param project the folder of the POM; empty if Maven finds the POM, or needs none, where it was called
     */
    String toLookAt(Path state, String page, Optional<Path> project) {
        return "To look at this sandbox tenant in a browser, run "
                + new GoalCommand(called, goal, project).to("sandbox") + " "
                + quoted("-Dmessagemedia.sandboxFile=" + state) + " and open http://127.0.0.1:8642" + page + ".";
    }

    private static String maven(Optional<Path> project) {
        return project.map(folder -> "mvn -f " + quoted(folder.toString()) + " ")
                .orElse("mvn ");
    }

    private static String quoted(String argument) {
        return argument.contains(" ") ? '"' + argument + '"' : argument;
    }

    /**
     * The command that applies a project's published descriptor from anywhere.
     *
     * @param project the project that publishes it
     * @param plugin this plugin
     */
    record Promotion(MavenProject project, PluginDescriptor plugin) {

        /** How to finish an apply that failed in the build that publishes this descriptor; nothing where it publishes none. */
        List<String> nextSteps(Path descriptor, Optional<String> environment) {
            return published(descriptor)
                    .map(artifact -> List.of(
                            "If " + coordinates(artifact) + " is deployed already, this command finishes the job:",
                            "  mvn " + plugin.getGroupId() + ":" + plugin.getArtifactId() + ":" + plugin.getVersion()
                                    + ":apply -Dmessagemedia.artifact=" + coordinates(artifact)
                                    + environment
                                            .map(name -> " -Dmessagemedia.environment=" + name)
                                            .orElse("")))
                    .orElse(List.of());
        }

        private Optional<Artifact> published(Path descriptor) {
            return Stream.concat(Stream.ofNullable(project.getArtifact()), project.getAttachedArtifacts().stream())
                    .filter(artifact -> artifact.getFile() != null)
                    .filter(artifact -> isCopy(artifact.getFile().toPath(), descriptor))
                    .findFirst();
        }

        private static boolean isCopy(Path file, Path descriptor) {
            try {
                // Reading a pipe or device could take forever.
                return Files.isRegularFile(file)
                        && Files.isRegularFile(descriptor)
                        && Files.mismatch(file, descriptor) == -1;
            } catch (IOException e) {
                // If the files cannot be compared, the message offers no command; the fault itself is still reported.
                return false;
            }
        }

        private static Coordinates coordinates(Artifact artifact) {
            return new Coordinates(
                    artifact.getGroupId(),
                    artifact.getArtifactId(),
                    artifact.getVersion(),
                    Optional.ofNullable(artifact.getClassifier()).orElse(""));
        }
    }
}
