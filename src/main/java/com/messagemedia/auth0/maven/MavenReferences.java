package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.descriptor.ReferenceLookup;
import com.messagemedia.auth0.descriptor.ReferenceLookup.ServerCredentials;
import com.messagemedia.auth0.descriptor.ReferenceName;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.Secret;
import com.messagemedia.auth0.store.InputFile;
import com.messagemedia.auth0.store.InputFile.SizeLimit;
import com.messagemedia.auth0.store.OwnFolder;
import com.messagemedia.auth0.store.Unreadable;
import com.messagemedia.auth0.store.Unreadable.Reason;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/**
 * References as a Maven build resolves them: the environment, files beside the descriptor, {@code -D} and project and
 * settings properties, {@code project.*}, and the servers of settings.xml. Nothing else of the session can be reached: an
 * expression such as {@code settings.servers[0].password} finds nothing.
 */
final class MavenReferences implements ReferenceLookup {

    /** Time enough for a password manager that asks its user first. */
    private static final Duration PIPE_PATIENCE = Duration.ofSeconds(30);

    private final GoalBuild build;
    private final Path descriptor;
    private final Optional<Set<String>> allowed;
    private final Map<Path, String> files = new HashMap<>();

    MavenReferences(GoalBuild build, Path descriptor) {
        this.build = build;
        this.descriptor = descriptor;
        this.allowed = Optional.of(Set.of());
    }

    /** A copy that allows these references at every path; all if {@code allowed} is empty. */
    private MavenReferences(MavenReferences from, Optional<Set<String>> allowed) {
        this.build = from.build;
        this.descriptor = from.descriptor;
        this.allowed = allowed;
    }

    /** A copy that allows every reference, for a goal that sends nothing. The goal that applies the descriptor checks them. */
    MavenReferences allowingAll() {
        return new MavenReferences(this, Optional.empty());
    }

    /** A copy that allows these references at every path. */
    MavenReferences allowing(Set<String> names) {
        return new MavenReferences(this, Optional.of(names));
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(build.session().getSystemProperties().getProperty("env." + name));
    }

    /** Reads each file once: a pipe delivers its text only once. */
    @Override
    public Optional<String> file(String path) throws Unreadable {
        try {
            return text(descriptor.resolveSibling(path));
        } catch (InvalidPathException unused) {
            return Optional.empty();
        }
    }

    private Optional<String> text(Path file) throws Unreadable {
        Optional<String> known = Optional.ofNullable(files.get(file));
        if (known.isPresent()) {
            return known;
        }
        try {
            String text = new InputFile(file, SizeLimit.REFERENCE).textOfFileOrPipe(PIPE_PATIENCE);
            files.put(file, text);
            return Optional.of(text);
        } catch (Unreadable refusal) {
            if (refusal.reason() == Reason.ABSENT) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    @Override
    public boolean leadsOut(String path) {
        return new OwnFolder(descriptor).leadsOut(path);
    }

    @Override
    public boolean allows(ReferenceName name) {
        return allowed.isEmpty()
                || allowed.get().contains(name.text())
                || allowed.get().contains(name.toString());
    }

    @Override
    public Optional<String> property(String name) {
        return name.startsWith("project.") ? projectValue(name).or(() -> setting(name)) : setting(name);
    }

    private Optional<String> setting(String name) {
        if (name.startsWith("env.")) {
            return Optional.empty();
        }
        MavenSession session = build.session();
        Properties ofProject = build.project().map(MavenProject::getProperties).orElseGet(Properties::new);
        for (Properties properties : List.of(session.getUserProperties(), ofProject, session.getSystemProperties())) {
            if (properties.getProperty(name) != null) {
                return Optional.of(properties.getProperty(name));
            }
        }
        return Optional.empty();
    }

    /**
     * A value of the POM. It comes from the model only: through the project object an expression could reach the request, and
     * with it the environment and the credentials of repositories. Only the goal's own thread may ask, because Maven takes the
     * current project of the thread.
     */
    private Optional<String> projectValue(String name) {
        if (name.equals("project.basedir")) {
            return build.project().map(MavenProject::getBasedir).map(File::toString);
        }
        String expression = "${project.model." + name.substring("project.".length()) + "}";
        try {
            Object value =
                    new PluginParameterExpressionEvaluator(build.session(), build.execution()).evaluate(expression);
            boolean simple = value instanceof String || value instanceof File || value instanceof Number;
            return simple && !value.equals(expression) ? Optional.of(value.toString()) : Optional.empty();
        } catch (ExpressionEvaluationException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ServerCredentials> server(String id) {
        Server server = build.session().getSettings().getServer(id);
        return server == null ? Optional.empty() : Optional.of(decrypted(server));
    }

    private ServerCredentials decrypted(Server server) {
        SettingsDecryptionResult result = build.decrypted(server);
        String raw = String.valueOf(server.getPassword()).trim();
        // A password may hold braces of its own: only one that is wholly in braces was meant to be decrypted.
        if (!result.getProblems().isEmpty() && raw.matches("(?s)\\{.+}")) {
            throw new Fault(
                    "The password of server \"" + server.getId() + "\" in settings.xml cannot be decrypted.",
                    "Check settings-security.xml, or encrypt the password anew with mvn --encrypt-password.");
        }
        String username = result.getServer().getUsername();
        String password = result.getServer().getPassword();
        if (username == null || username.isBlank() || password == null || password.isBlank()) {
            throw new Fault(
                    "The server \"" + server.getId() + "\" in settings.xml lacks a username or a password.",
                    "Give it both: the client id and client secret, or the API key and API secret.");
        }
        // settings.xml can take both from the environment.
        return new ServerCredentials(username, new Secret(password)).readable(server.getId());
    }
}
