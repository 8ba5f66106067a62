package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.connection.Fault;
import com.messagemedia.auth0.store.UserFile;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that write a descriptor: where to, and for which tenant and connection. */
abstract class AbstractWritingMojo extends AbstractDescriptorMojo {

    /**
     * The tenant's domain for the descriptor that is written, without {@code https://}; or {@code sandbox}. Example:
     * {@code -Dmessagemedia.domain=acme.eu.auth0.com}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.domain")
    private String domain;

    /**
     * The name of the SMS connection for the descriptor that is written, or its id; {@code sms} unless it is given. Example:
     * {@code -Dmessagemedia.connection=sms}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.connection")
    private String connection;

    /**
     * Writes the schema beside the descriptor, which then names that file: an editor needs no network to complete and explain.
     * Another file of that name is never replaced unasked. Example: {@code -Dmessagemedia.offlineSchema=true}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "messagemedia.offlineSchema", defaultValue = "false")
    private boolean offlineSchema;

    AbstractWritingMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    final Optional<Path> descriptor(Optional<Path> given) {
        return Optional.of(given.orElseGet(this::usual));
    }

    final Optional<String> domain() {
        return given(domain);
    }

    final Optional<String> connection() {
        return given(connection);
    }

    /**
     * The place of the descriptor as it is now.
     *
     * @param replaced whether what is there may be replaced
     * @throws Fault when something is there that may not
     */
    final UserFile place(Path file, boolean replaced, String remedy) {
        if (!replaced && UserFile.isTaken(file)) {
            throw new Fault("There is a file already: " + file + ". It was left as it is.", remedy);
        }
        return UserFile.look(file, "descriptor");
    }

    /**
     * The schema beside the descriptor, as the user wants it.
     *
     * @param replaced whether another file there may be replaced
     * @throws Fault when something is there that may not
     */
    final OfflineSchema schema(Path descriptor, boolean replaced, String remedy) {
        return offlineSchema ? OfflineSchema.wanted(descriptor, replaced, remedy) : OfflineSchema.unwanted(descriptor);
    }

    final boolean writesSchema() {
        return offlineSchema;
    }

    /** The command that goes on with another goal, from where this one was called. */
    final String next(String goal, Path descriptor) {
        NextGoal next =
                new NextGoal(session().getRequest().getGoals(), execution().getGoal());
        return descriptor.equals(usual()) ? next.command(goal) : next.command(goal, descriptor);
    }

    private Path usual() {
        return folder().resolve(DescriptorLocation.NAME);
    }
}
