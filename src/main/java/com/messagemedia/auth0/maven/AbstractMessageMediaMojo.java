package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.connection.Secret;
import com.messagemedia.auth0.redaction.Redactor;
import com.messagemedia.auth0.report.FaultReport;
import com.messagemedia.auth0.report.Printable;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals share: when they do nothing, what they print, and how a fault reaches the user. */
abstract class AbstractMessageMediaMojo extends AbstractMojo {

    /**
     * Skips the goal. Example: {@code -Dmessagemedia.skip=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    private final SettingsDecrypter decrypter;
    private final Set<String> known = new HashSet<>();
    private Redactor redactor = Redactor.none();

    AbstractMessageMediaMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            // Before anything else, skip included: a misspelt parameter is one that the user counts on.
            new ParameterCheck(session, execution, this::descriptors).require();
            if (skip) {
                info(List.of("Skipped: messagemedia.skip is true."));
                return;
            }
            perform();
        } catch (Fault fault) {
            List<String> all = FaultReport.lines(fault);
            List<String> lines = new ArrayList<>(getLog().isInfoEnabled() ? FaultReport.unhidden(all) : all);
            lines.set(lines.size() - 1, outcome(fault.outcome()));
            lines.addAll(wayOn());
            throw new MojoFailureException(
                    lines.stream().map(redactor::scrubOwn).collect(Collectors.joining("\n")));
        } catch (RuntimeException | Error e) {
            // Its message and its causes are unknown texts that may hold what was sent; the place is enough.
            throw new MojoExecutionException(
                    String.join("\n", FaultReport.unexpected(e, outcome(unexpectedOutcome()))));
        }
    }

    /** The descriptors of this build that may refer to its properties. */
    List<Path> descriptors() {
        return new BuildDescriptors(session, folder()).all(Optional.empty());
    }

    /** Does the goal's work. */
    abstract void perform();

    /** The closing line that tells how the goal leaves what it works on. */
    String outcome(Outcome outcome) {
        return FaultReport.outcome(outcome);
    }

    /** Lines that end the message of a fault: how to go on from where the build is. */
    List<String> wayOn() {
        return List.of();
    }

    /** How Auth0 is left where the plugin itself fails now. */
    Outcome unexpectedOutcome() {
        return Outcome.NOTHING_WRITTEN;
    }

    /** The text of a parameter; empty where nothing, or nothing but spaces, was said. */
    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::trim).filter(said -> !said.isEmpty());
    }

    /** From now on takes these values out of everything that the goal prints, whoever wrote it. */
    final void redact(Collection<String> secrets) {
        known.addAll(secrets);
        redactor = Redactor.of(known);
    }

    /** The same for secrets that did not come from the descriptor. */
    final void redactAlso(Collection<Secret> secrets) {
        secrets.stream().map(Secret::reveal).forEach(known::add);
        redactor = Redactor.of(known);
    }

    /** References as this build resolves them. */
    MavenReferences references(Path descriptor) {
        return new MavenReferences(session, execution, decrypter, descriptor.toAbsolutePath());
    }

    /** The project's folder, or where Maven was called without a POM. */
    final Path folder() {
        return basedir.toPath();
    }

    MavenSession session() {
        return session;
    }

    /** The folder for what the goals write: in the project's build directory, or in {@code target} where there is no POM. */
    Path outputFolder() {
        // Without a POM Maven leaves ${project.basedir} in the build directory as it is.
        Path build = Optional.ofNullable(session.getCurrentProject())
                .filter(project -> project.getFile() != null)
                .map(project -> Path.of(project.getBuild().getDirectory()))
                .orElseGet(() -> basedir.toPath().resolve("target"));
        return build.resolve("messagemedia");
    }

    MojoExecution execution() {
        return execution;
    }

    /** What takes out of texts every secret that is known by now. */
    final Redactor redactor() {
        return redactor;
    }

    /** Prints lines of our own. They may be coloured; whatever else could repaint or command came with a name from outside. */
    void info(List<String> lines) {
        lines.stream().map(redactor::scrubOwn).map(Printable::painted).forEach(getLog()::info);
    }

    /** A line for whoever looks for a fault of the plugin; as harmless as any other. */
    void debug(String line) {
        getLog().debug(Printable.text(redactor.scrubOwn(line)));
    }

    /** Warns. No warning is coloured, so whatever could repaint the terminal came with a name from outside. */
    void warn(List<String> lines) {
        lines.stream().map(redactor::scrubOwn).map(Printable::text).forEach(getLog()::warn);
    }
}
