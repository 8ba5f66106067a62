package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.SessionData;

/**
 * The build that runs a goal. It is made in the goal's own thread, and other threads of the goal may ask it: in Maven 4 a
 * session has a current project for each thread, and a new thread finds the first project of the build there.
 */
final class GoalBuild {

    private static final String TOLD = "com.messagemedia.auth0 told of ";

    private final MavenSession session;
    private final MojoExecution execution;
    private final Path folder;
    private final SettingsDecrypter decrypter;
    private final Optional<MavenProject> project;

    /**
     * The build of this thread's goal.
     *
     * @param session Maven's session
     * @param execution the execution of the goal
     * @param folder the project's folder, or the current one without a POM
     * @param decrypter decrypts the passwords in settings.xml
     */
    GoalBuild(MavenSession session, MojoExecution execution, Path folder, SettingsDecrypter decrypter) {
        this.session = session;
        this.execution = execution;
        this.folder = folder;
        this.decrypter = decrypter;
        this.project = Optional.ofNullable(session.getCurrentProject());
    }

    /** Maven's session. Its current project may be another one; {@link #project} is the goal's. */
    MavenSession session() {
        return session;
    }

    /** The execution of the goal. */
    MojoExecution execution() {
        return execution;
    }

    /** The project's folder, or the current one without a POM. */
    Path folder() {
        return folder;
    }

    /** The goal's project. Without a POM Maven makes one that has no file. */
    Optional<MavenProject> project() {
        return project;
    }

    /** The folder for the goal's own files: in the project's build directory, or in {@code target} without a POM. */
    Path outputFolder() {
        // Without a POM Maven leaves ${project.basedir} in the build directory as it is.
        return withPom()
                .map(known -> Path.of(known.getBuild().getDirectory()))
                .orElseGet(() -> folder.resolve("target"))
                .resolve("messagemedia");
    }

    private Optional<MavenProject> withPom() {
        return project.filter(known -> known.getFile() != null);
    }

    /** The username and password of a server in settings.xml, decrypted. */
    SettingsDecryptionResult decrypted(Server server) {
        // Maven has one decrypter, and that of Maven 3.6 confuses passwords that two threads ask for at once.
        synchronized (decrypter) {
            return decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        }
    }

    /** The references of a descriptor as this build resolves them. */
    MavenReferences references(Path descriptor) {
        return new MavenReferences(this, descriptor.toAbsolutePath());
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
        boolean elsewhere =
                withPom().isPresent() && !GoalCommand.calledFrom(session).equals(Optional.of(home));
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
