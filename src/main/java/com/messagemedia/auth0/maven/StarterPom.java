package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.starter.PluginDeclaration;
import com.messagemedia.auth0.starter.PomText;
import com.messagemedia.auth0.starter.PomText.Change;
import com.messagemedia.auth0.store.GuardedOutputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.project.MavenProject;

/**
 * The POM that may get the plugin.
 *
 * @param file its file, as it was when the goal began
 * @param path where it is
 * @param plugin the plugin as the POM would declare it
 * @param change the POM with the plugin
 */
record StarterPom(GuardedOutputFile file, Path path, PluginDeclaration plugin, Change change) {

    /** What the user wants. */
    enum Wanted {
        TRUE,
        FALSE
    }

    /**
     * Reads the POM of the goal's project; empty without one. Writes nothing.
     *
     * @param descriptor the descriptor that the goal writes
     * @param usual whether the plugin finds it without its name
     */
    static Optional<StarterPom> of(GoalBuild build, Path descriptor, boolean usual) {
        return build.project()
                .filter(project ->
                        project.getFile() != null && project.getFile().isFile())
                .map(project ->
                        of(project, declaration(build, project, usual ? Optional.empty() : Optional.of(descriptor))));
    }

    private static StarterPom of(MavenProject project, PluginDeclaration plugin) {
        Path path = project.getFile().toPath();
        GuardedOutputFile file = GuardedOutputFile.look(path, "POM");
        boolean inherited = project.getBuildPlugins().stream().anyMatch(StarterPom::isOurs);
        Change change =
                inherited ? new Change.Declared() : new PomText(file.bytes().orElseThrow()).with(plugin);
        return new StarterPom(file, path, plugin, change);
    }

    private static PluginDeclaration declaration(GoalBuild build, MavenProject project, Optional<Path> descriptor) {
        String version =
                build.execution().getMojoDescriptor().getPluginDescriptor().getVersion();
        boolean managed = Optional.ofNullable(project.getPluginManagement()).map(PluginContainer::getPlugins).stream()
                .flatMap(List::stream)
                .anyMatch(plugin -> isOurs(plugin) && plugin.getVersion() != null);
        return new PluginDeclaration(
                managed ? Optional.empty() : Optional.of(version),
                descriptor.map(path -> build.folder()
                        .toAbsolutePath()
                        .normalize()
                        .relativize(path.toAbsolutePath().normalize())
                        .toString()
                        .replace('\\', '/')));
    }

    private static boolean isOurs(Plugin plugin) {
        return plugin.getGroupId().equals(PluginDeclaration.GROUP)
                && plugin.getArtifactId().equals(PluginDeclaration.ARTIFACT);
    }

    /** Whether the POM, or a parent of it, declares the plugin already. */
    boolean isDeclared() {
        return change instanceof Change.Declared;
    }

    /** Asks whether to add the plugin, where nobody said so and something can be added. */
    boolean isWanted(Optional<Wanted> wanted, Optional<Function<String, Optional<String>>> terminal) {
        return wanted.map(answer -> answer == Wanted.TRUE)
                .orElseGet(() -> !isDeclared()
                        && terminal.map(ask -> question().ask(ask))
                                .filter("yes"::equals)
                                .isPresent());
    }

    private Question question() {
        return new Question(
                "messagemedia.pom",
                "Add the plugin to " + path + "? Each build then checks the descriptor; none changes Auth0 [yes]: ",
                PastedText::yesOrNo,
                answer -> answer.equals("yes") || answer.equals("no"),
                "Write yes or no.",
                "-Dmessagemedia.pom=true",
                Optional.of("yes"));
    }

    /** Writes the POM with the plugin, if that is safe; returns what to tell. */
    List<String> write() {
        if (change instanceof Change.Inserted inserted) {
            file.write(inserted.bytes());
            return List.of("Added the plugin to " + path + ".");
        }
        if (change instanceof Change.Unsafe unsafe) {
            return told(unsafe.why());
        }
        return List.of("The plugin is declared already in " + path + " or in its parent: the goal did not change it.");
    }

    private List<String> told(String why) {
        List<String> lines = new ArrayList<>(
                List.of("The goal did not change " + path + ": " + why + ". Add this to <build><plugins> yourself:"));
        plugin.lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** Whether the POM declares the plugin once it is written. */
    boolean declares(boolean wanted) {
        return isDeclared() || inserts(wanted);
    }

    /** Whether the goal itself adds the plugin. */
    boolean inserts(boolean wanted) {
        return wanted && change instanceof Change.Inserted;
    }
}
