package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.SessionData;

/**
 * The build that runs a goal.
 *
 * @param session Maven's session
 * @param execution the execution of the goal
 * @param folder the project's folder, or the current one without a POM
 * @param decrypter decrypts the passwords in settings.xml
 */
record GoalBuild(MavenSession session, MojoExecution execution, Path folder, SettingsDecrypter decrypter) {

    private static final String TOLD = "com.messagemedia.auth0 told of ";

    /** The folder for the goal's own files: in the project's build directory, or in {@code target} without a POM. */
    Path outputFolder() {
        // Without a POM Maven leaves ${project.basedir} in the build directory as it is.
        Path build =
                hasPom() ? Path.of(session.getCurrentProject().getBuild().getDirectory()) : folder.resolve("target");
        return build.resolve("messagemedia");
    }

    private boolean hasPom() {
        return session.getCurrentProject() != null
                && session.getCurrentProject().getFile() != null;
    }

    /** The references of a descriptor as this build resolves them. */
    MavenReferences references(Path descriptor) {
        return new MavenReferences(session, execution, decrypter, descriptor.toAbsolutePath());
    }

    /** An environment variable that holds a secret. */
    Optional<Secret> variable(String name) {
        String text = session.getSystemProperties().getProperty("env." + name, "");
        return text.isEmpty() ? Optional.empty() : Optional.of(new Secret(text));
    }

    /** Whether the POM binds the goal to the lifecycle; otherwise the user called it by name. */
    boolean isBound() {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE;
    }

    /** How to call another goal the way this one was called. */
    GoalCommand command() {
        return GoalCommand.of(session, execution);
    }

    /** How to look at the tenant in a sandbox's state file with a browser, from where Maven was called. */
    String toLookAt(Path state, String page) {
        Path home = folder.toAbsolutePath();
        boolean elsewhere = hasPom() && !GoalCommand.calledFrom(session).equals(Optional.of(home));
        return command().toLookAt(state.toAbsolutePath(), page, elsewhere ? Optional.of(home) : Optional.empty());
    }

    /** The data that all goals of the build share. */
    SessionData shared() {
        return session.getRepositorySession().getData();
    }

    /**
     * Returns the lines if no goal of this build has printed them for the descriptor yet, otherwise none. A build may check a
     * descriptor several times; the user should read each line once.
     *
     * @param environment the environment that is checked; empty for all
     */
    List<String> unlessTold(Path descriptor, Optional<String> environment, List<String> lines) {
        String key =
                TOLD + descriptor.toAbsolutePath() + "\n" + environment.orElse("") + "\n" + String.join("\n", lines);
        return shared().set(key, null, true) ? lines : List.of();
    }
}
