package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.connection.Outcome;
import com.messagemedia.auth0.report.Remark;
import com.messagemedia.auth0.sync.DescriptorSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What the goals share that read a descriptor: the project's own, or a released one. */
abstract class AbstractReadingMojo extends AbstractDescriptorMojo {

    /**
     * A released descriptor to work on in place of a file, {@code groupId:artifactId:version[:classifier]}. It comes from the
     * repositories of settings.xml or the POM, and is used byte for byte. Example:
     * {@code -Dmessagemedia.artifact=com.acme:sms-config:1.4.2}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.artifact")
    private String artifact;

    /**
     * The environment of the descriptor to work on. A descriptor that has environments needs one to be chosen for every goal
     * that talks to Auth0. Example: {@code -Dmessagemedia.environment=prod}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.environment")
    private String environment;

    /**
     * References of the descriptor that may stand at any key: a variable or property whose name says that it is a credential, or
     * a file outside the descriptor's folder. They are named here and not in the descriptor, so that a change to the descriptor
     * cannot send a credential to Auth0. Example: {@code -Dmessagemedia.allowedReferences=env.PUBLIC_KEY_URL,file:/etc/sms.txt}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.allowedReferences")
    private List<String> allowedReferences;

    /**
     * Fails for warnings as well, before anything is requested or written: those of the descriptor, and those of the plan.
     * Example: {@code -Dmessagemedia.failOnWarnings=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.failOnWarnings", defaultValue = "false")
    private boolean failOnWarnings;

    private final RepositorySystem repositories;

    AbstractReadingMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(decrypter);
        this.repositories = repositories;
    }

    @Override
    MavenReferences references(Path descriptor) {
        return super.references(descriptor)
                .allowing(
                        allowedReferences == null
                                ? Set.of()
                                : allowedReferences.stream().map(String::trim).collect(Collectors.toSet()));
    }

    /** The released descriptor that was asked for. */
    final Optional<Coordinates> released() {
        return given(artifact).map(Coordinates::parse);
    }

    /** The environment that was chosen. */
    final Optional<String> environment() {
        return given(environment);
    }

    @Override
    final Optional<Path> descriptor(Optional<Path> given) {
        Optional<Coordinates> coordinates = released();
        if (coordinates.isEmpty()) {
            return super.descriptor(given);
        }
        if (given.isPresent()) {
            throw new Fault(
                    "Both messagemedia.artifact and messagemedia.file name a descriptor.", "Leave one of them out.");
        }
        Path file = new ReleasedDescriptor(session(), repositories).fetch(coordinates.get());
        info(List.of("Descriptor: " + coordinates.get() + ", as released."));
        new DescriptorSource(file, references(file)).requirePortable();
        return Optional.of(file);
    }

    @Override
    @SuppressWarnings("UnusedException") // A descriptor that cannot be had is told of when the goal wants it.
    final List<Path> descriptors() {
        List<Path> all = new ArrayList<>(super.descriptors());
        try {
            released()
                    .map(coordinates -> new ReleasedDescriptor(session(), repositories).fetch(coordinates))
                    .ifPresent(all::add);
        } catch (Fault unreachable) {
            return all;
        }
        return all;
    }

    /** Fails where there are warnings and the user wants none; each was shown before. */
    final void requireNoWarnings(int warnings, String of) {
        if (failOnWarnings && warnings > 0) {
            throw new Fault(
                    "The " + of + " has " + (warnings == 1 ? "1 warning" : warnings + " warnings")
                            + ", and messagemedia.failOnWarnings is true. Nothing was written.",
                    "Correct what the warning says, or leave messagemedia.failOnWarnings out.",
                    Outcome.REFUSED);
        }
    }

    /** Tells the pipeline around the build what the goal has to say about the descriptor. */
    final void annotate(Annotations kind, Path descriptor, List<Remark> remarks) {
        // A released descriptor lies in no repository that a pipeline could show a line of.
        String path = released().isPresent()
                ? String.valueOf(descriptor.getFileName())
                : kind.path(descriptor, session().getSystemProperties());
        kind.tell(remarks, path, outputFolder());
    }
}
