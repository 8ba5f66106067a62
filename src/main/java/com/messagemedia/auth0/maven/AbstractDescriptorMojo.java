package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.PassingTime;
import java.io.File;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Binds the parameters of every goal that works on a descriptor. */
abstract class AbstractDescriptorMojo extends AbstractMojo {

    /**
     * Skips the goal. Example: {@code -Dmessagemedia.skip=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The descriptor. By default the goal uses {@code messagemedia-auth0.yaml} of the project. If you call the goal by name in
     * a build of several modules, it uses the only descriptor in the build. If a parent POM binds the goal, it runs in each
     * module that has such a file. Example: {@code -Dmessagemedia.file=config/messagemedia-auth0.yaml}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.file")
    private File file;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    private final SettingsDecrypter decrypter;
    private PassingTime time = PassingTime.REAL;

    AbstractDescriptorMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** Begins a run of the goal. */
    final GoalRun goal() {
        return new GoalRun(new GoalBuild(session, execution, basedir.toPath(), decrypter), skip, getLog(), time);
    }

    /** Lets the goal work by another time than the machine's. */
    final void timedBy(PassingTime other) {
        time = other;
    }

    /** The descriptor that the user names for a run, or the project's. */
    final DescriptorSelection descriptor(GoalRun goal) {
        return new DescriptorSelection(goal, file, Optional.empty());
    }

    /** The descriptor that the user names for a run, which may be a released one, or the project's. */
    final DescriptorSelection descriptor(GoalRun goal, DescriptorSelection.Reading reading) {
        return new DescriptorSelection(goal, file, Optional.of(reading));
    }

    final MavenSession session() {
        return session;
    }
}
