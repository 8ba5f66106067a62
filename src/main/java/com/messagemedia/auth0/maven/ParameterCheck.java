package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * Refuses a goal whose parameters are misspelt or hold no value of their kind. Maven ignores such a parameter, and the goal
 * would do what it does without it.
 *
 * @param session the build
 * @param execution the goal that runs
 * @param descriptors the descriptors whose references count, asked for only when a name is in doubt
 */
record ParameterCheck(MavenSession session, MojoExecution execution, Supplier<List<Path>> descriptors) {

    /** Throws a fault that tells of all such parameters at once. */
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
        List<String> problems = new ArrayList<>(properties.problems(GivenProperty.all(session)));
        Optional.ofNullable(session.getCurrentProject())
                .map(new ConfigurationCheck(known, execution.getExecutionId(), booleans)::problems)
                .ifPresent(problems::addAll);
        if (!problems.isEmpty()) {
            throw new Fault(problems, List.of(remedy()), Outcome.NOTHING_WRITTEN);
        }
    }

    private String remedy() {
        String help = new GoalCommand(session.getRequest().getGoals(), execution.getGoal()).to("help");
        return "The goal did nothing. " + help + " -Ddetail -Dgoal=" + execution.getGoal() + " lists its parameters.";
    }
}
