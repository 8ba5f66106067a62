package com.messagemedia.auth0.maven;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Which of this plugin's goals one build runs, as its command line and its POMs name them.
 *
 * @param session the build
 * @param plugin this plugin
 */
record GoalsOfBuild(MavenSession session, PluginDescriptor plugin) {

    /** Whether the command line or a POM names one of these goals. */
    boolean runsOneOf(List<String> goals) {
        Stream<String> called = called().map(task -> task.split("@", 2)[0]);
        Stream<String> bound = plugins()
                .filter(this::isOurs)
                .flatMap(other -> other.getExecutions().stream())
                .flatMap(execution -> execution.getGoals().stream())
                .map(goal -> ":" + goal);
        return Stream.concat(called, bound)
                .anyMatch(task -> goals.stream().anyMatch(goal -> task.endsWith(":" + goal)));
    }

    /** Whether the build has another version of this plugin, or a relative of it, whose parameters this one cannot know. */
    boolean hasAnotherVersion() {
        boolean inPom = Stream.concat(plugins(), managed())
                .anyMatch(other -> other.getArtifactId().contains("messagemedia")
                        && !(isOurs(other) && (other.getVersion() == null || isOurs(other.getVersion()))));
        boolean called = called().map(task -> task.split("[:@]"))
                .anyMatch(parts -> parts.length >= 4 && parts[1].contains("messagemedia") && !isOurs(parts[2]));
        return inPom || called;
    }

    private Stream<String> called() {
        return session.getRequest().getGoals().stream();
    }

    private boolean isOurs(Plugin other) {
        return plugin.getGroupId().equals(other.getGroupId())
                && plugin.getArtifactId().equals(other.getArtifactId());
    }

    private boolean isOurs(String version) {
        return version.equals(plugin.getVersion());
    }

    private Stream<Plugin> plugins() {
        return projects().flatMap(project -> project.getBuildPlugins().stream());
    }

    private Stream<Plugin> managed() {
        return projects()
                .flatMap(project -> Optional.ofNullable(project.getPluginManagement()).stream())
                .map(PluginManagement::getPlugins)
                .flatMap(List::stream);
    }

    private Stream<MavenProject> projects() {
        return Optional.ofNullable(session.getProjects()).orElse(List.of()).stream();
    }
}
