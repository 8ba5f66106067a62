package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.export.StarterDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes a commented descriptor to start from; on request also the plugin in {@code pom.xml}, and a pipeline. Asks for each value
 * that no parameter gives; in batch mode it asks nothing. Never replaces a file, and opens no connection.
 *
 * @since 1.0.0
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractDescriptorMojo {

    /**
     * The sender of the messages: a number in international form, or a registered name of 3 to 11 letters and digits. Example:
     * {@code -Dmessagemedia.from=+61491570156}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.from")
    private String from;

    /**
     * The tenant's domain to write into the descriptor, without {@code https://}; or {@code sandbox}. Example:
     * {@code -Dmessagemedia.domain=acme.eu.auth0.com}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.domain")
    private String domain;

    /**
     * How Auth0 sends the messages: {@code gateway}, only for tenants created before March 2025, or {@code phoneProvider}, for
     * all newer ones and for older ones that switched. By default the goal asks; where it cannot ask, {@code gateway}. Example:
     * {@code -Dmessagemedia.delivery=phoneProvider}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.delivery")
    private String delivery;

    /**
     * The name or id of the SMS connection to write into the descriptor; by default {@code sms}. Example:
     * {@code -Dmessagemedia.connection=sms}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.connection")
    private String connection;

    /**
     * Writes the schema beside the descriptor, and refers to it there: an editor then completes and explains keys without a
     * network. The goal never replaces another file of that name unasked. Example: {@code -Dmessagemedia.offlineSchema=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.offlineSchema", defaultValue = "false")
    private boolean offlineSchema;

    /**
     * Whether to add the plugin to the project's {@code pom.xml}, with {@code validate} bound: {@code true} or {@code false}. The
     * rest of the file stays as it is; where that is not certain, the goal shows the lines to add. By default the goal asks; where
     * it cannot ask, {@code false}. Example: {@code -Dmessagemedia.pom=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.pom")
    private String pom;

    /**
     * The system to write a pipeline for: {@code github}, {@code gitlab}, {@code jenkins} or {@code none}. The descriptor then has
     * the protected environment {@code prod}, which the pipeline works on. A pipeline that exists is never changed: the file goes
     * beside it. By default the goal asks if the repository uses one of these systems; where it cannot ask, {@code none}. Example:
     * {@code -Dmessagemedia.ci=github}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.ci")
    private String ci;

    /** Is called by Maven. */
    @Inject
    public InitMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalRun goal = goal();
        DescriptorSelection selection = descriptor(goal);
        DescriptorTarget target = new DescriptorTarget(selection, offlineSchema);
        StarterFiles files = new StarterFiles(goal, selection, target);
        goal.closing(outcome -> files.failed()).run(selection::candidates, () -> {
            var pomWanted = ParameterText.optionalChoice("messagemedia.pom", pom, StarterPom.Wanted.class);
            var ciWanted = ParameterText.optionalChoice("messagemedia.ci", ci, StarterPipeline.Wanted.class);
            target.look(
                    false,
                    "Edit it, or name another file with -Dmessagemedia.file=PATH.",
                    "Move it or delete it, or leave out -Dmessagemedia.offlineSchema.");
            StarterQuestions questions = new StarterQuestions(Terminal.questions(session()));
            StarterDescriptor starter = questions.complete(
                    ParameterText.nonBlank(domain),
                    ParameterText.nonBlank(delivery),
                    ParameterText.nonBlank(from),
                    ParameterText.nonBlank(connection));
            files.choose(pomWanted, ciWanted, questions.terminal());
            goal.output().info(files.write(starter));
            boolean assumed = questions.terminal().isEmpty()
                    && ParameterText.nonBlank(delivery).isEmpty();
            goal.output().info(steps(files, target.file(), starter, assumed));
        });
    }

    private static List<String> steps(StarterFiles files, Path descriptor, StarterDescriptor starter, boolean assumed) {
        List<String> lines = new ArrayList<>(List.of("Wrote " + descriptor + ". What to do next:"));
        if (assumed && !starter.isSandbox()) {
            lines.add(
                    "  if the tenant was created since March 2025, write delivery: phoneProvider in place of gateway;");
        }
        List<String> variables = starter.variables();
        if (!variables.isEmpty()) {
            lines.add("  set the environment variables " + String.join(", ", variables) + ";");
        }
        lines.addAll(files.withoutPom());
        lines.add("  " + files.command("validate") + " checks the file offline;");
        lines.add("  " + files.command("plan") + " shows what it would change.");
        return lines;
    }
}
