package com.messagemedia.auth0.maven;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The places of all descriptors of one build. A {@code -D} property is for all modules: the descriptor of any module may use it.
 *
 * @param session the build
 * @param folder where the goal runs
 */
record BuildDescriptors(MavenSession session, Path folder) {

    /** The places by the usual name, by the user's name, and by the names in POMs, whether or not a file exists there. */
    List<Path> all(Optional<Path> given) {
        Set<Path> all = new LinkedHashSet<>(List.of(folder.resolve(DescriptorLocation.NAME)));
        given.ifPresent(all::add);
        for (MavenProject project : projects()) {
            Path home = project.getBasedir().toPath();
            all.add(home.resolve(DescriptorLocation.NAME));
            given.filter(file -> file.startsWith(folder))
                    .ifPresent(file -> all.add(home.resolve(folder.relativize(file))));
            configured(project).forEach(name -> add(all, home, name));
        }
        return new ArrayList<>(all);
    }

    private static void add(Set<Path> all, Path home, String name) {
        try {
            all.add(home.resolve(name));
        } catch (InvalidPathException unused) {
            return;
        }
    }

    private List<MavenProject> projects() {
        return Optional.ofNullable(session.getProjects()).orElse(List.of()).stream()
                .filter(project -> project.getFile() != null)
                .toList();
    }

    private static List<String> configured(MavenProject project) {
        return project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getArtifactId().equals("messagemedia-maven-plugin"))
                .flatMap(BuildDescriptors::configurations)
                .flatMap(container -> file(container).stream())
                .toList();
    }

    private static Stream<ConfigurationContainer> configurations(Plugin plugin) {
        return Stream.concat(Stream.of(plugin), plugin.getExecutions().stream());
    }

    private static Optional<String> file(ConfigurationContainer container) {
        return container.getConfiguration() instanceof Xpp3Dom dom
                ? Optional.ofNullable(dom.getChild("file")).map(Xpp3Dom::getValue)
                : Optional.empty();
    }
}
