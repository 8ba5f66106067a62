package com.messagemedia.auth0.maven;

import com.messagemedia.auth0.store.WholeFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    AbstractWritingMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    final Optional<Path> descriptor(Optional<Path> given) {
        return Optional.of(given.orElseGet(() -> folder().resolve(DescriptorLocation.NAME)));
    }

    final Optional<String> domain() {
        return given(domain);
    }

    final Optional<String> connection() {
        return given(connection);
    }

    /** Whether anything is there, be it a link to nothing. */
    static boolean isTaken(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    final void write(Path file, String text) {
        new WholeFile(file, "descriptor").write(text);
    }
}
