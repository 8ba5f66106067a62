package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.maven.KnownParameters.BooleanText;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Outcome;
import com.messagemedia.auth0.report.Printable;
import com.messagemedia.auth0.schema.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses to run a goal if a parameter is misspelt or has a value of the wrong kind. Maven ignores such a parameter, and the
 * goal would run without it.
 *
 * @param session the build
 * @param execution the goal that runs
 * @param descriptors the descriptors whose references count, asked for only when a name is in doubt
 */
record ParameterCheck(MavenSession session, MojoExecution execution, Supplier<List<Path>> descriptors) {

    /** Throws a fault that reports all such parameters at once. */
    void require() {
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        KnownParameters known = new KnownParameters(plugin);
        BooleanText booleans = new BooleanText(session, execution);
        PropertyCheck properties = new PropertyCheck(
                known,
                execution.getGoal(),
                new NamesInUse(session, descriptors),
                new GoalsOfBuild(session, plugin),
                booleans);
        List<String> problems = new ArrayList<>(properties.problems(PropertyCheck.GivenProperty.all(session)));
        if (session.getCurrentProject() != null) {
            problems.addAll(new ConfigurationCheck(known, execution.getExecutionId(), booleans)
                    .problems(session.getCurrentProject()));
        }
        if (!problems.isEmpty()) {
            throw new Fault(problems, List.of(remedy()), Outcome.NOTHING_WRITTEN);
        }
    }

    private String remedy() {
        String help = GoalCommand.of(session, execution).to("help");
        return "The goal did nothing. " + help + " -Ddetail -Dgoal=" + execution.getGoal() + " lists its parameters.";
    }

    /**
     * Finds the elements of the plugin's {@code <configuration>} that nothing reads. Maven 3.9 warns about them; older
     * versions do not.
     *
     * @param known the parameters of all goals
     * @param execution the id of the execution that runs
     * @param booleans reads booleans
     */
    record ConfigurationCheck(KnownParameters known, String execution, BooleanText booleans) {

        /** What is wrong with the configuration that a project gives the plugin. */
        List<String> problems(MavenProject project) {
            Optional<Plugin> plugin = plugin(project);
            return plugin.isPresent() ? problems(plugin.get()) : List.of();
        }

        /** Finds the plugin in the same order as Maven does for the configuration of a goal. */
        private Optional<Plugin> plugin(MavenProject project) {
            List<Plugin> all = new ArrayList<>(project.getBuildPlugins());
            if (project.getPluginManagement() != null) {
                all.addAll(project.getPluginManagement().getPlugins());
            }
            for (Plugin plugin : all) {
                if (isOurs(plugin)) {
                    return Optional.of(plugin);
                }
            }
            return Optional.empty();
        }

        private boolean isOurs(Plugin plugin) {
            PluginDescriptor ours = known.plugin();
            return ours.getGroupId().equals(plugin.getGroupId())
                    && ours.getArtifactId().equals(plugin.getArtifactId());
        }

        private List<String> problems(Plugin plugin) {
            List<Xpp3Dom> shared = elements(plugin.getConfiguration());
            List<String> problems = new ArrayList<>(problems(shared, "the plugin's <configuration>", known.allNames()));
            List<String> names = shared.stream().map(Xpp3Dom::getName).toList();
            plugin.getExecutions().stream()
                    .filter(one -> one.getId().equals(execution))
                    .forEach(one -> problems.addAll(problems(
                            // Maven merges the plugin's own configuration into that of each execution.
                            elements(one.getConfiguration()).stream()
                                    .filter(element -> !names.contains(element.getName()) || isBoolean(element))
                                    .toList(),
                            "the <configuration> of execution " + Printable.text(execution),
                            namesOf(one, names))));
            return problems.stream().distinct().toList();
        }

        private Set<String> namesOf(PluginExecution one, List<String> shared) {
            Set<String> names = one.getGoals().isEmpty() ? known.allNames() : known.namesOf(one.getGoals());
            names.addAll(shared);
            return names;
        }

        private boolean isBoolean(Xpp3Dom element) {
            return known.isBoolean(element.getName());
        }

        private static List<Xpp3Dom> elements(Object configuration) {
            return configuration instanceof Xpp3Dom dom ? List.of(dom.getChildren()) : List.of();
        }

        private List<String> problems(List<Xpp3Dom> elements, String where, Set<String> names) {
            return elements.stream()
                    .flatMap(element -> problem(element, names).stream())
                    .map(problem -> "In " + where + " of the POM, " + problem)
                    .toList();
        }

        private Optional<String> problem(Xpp3Dom element, Set<String> names) {
            String name = element.getName();
            String shown = "<" + Printable.text(name) + ">";
            if (names.contains(name)) {
                return isBoolean(element)
                        ? booleans.problem(
                                        Optional.ofNullable(element.getValue()).orElse(""))
                                .map(problem -> shown + " " + problem)
                        : Optional.empty();
            }
            if (known.allNames().contains(name)) {
                return Optional.of(shown + " is not a parameter of that execution's goals, only of messagemedia:"
                        + String.join(", messagemedia:", known.goalsWith(name)) + ".");
            }
            return Optional.of(shown + " is not a parameter of this plugin. "
                    + Suggestion.nearest(name, names)
                            .map(meant -> "Did you mean <" + meant + ">?")
                            .orElse("Remove it."));
        }
    }
}
